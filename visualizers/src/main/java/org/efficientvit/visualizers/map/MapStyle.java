package org.efficientvit.visualizers.map;

import org.efficientvit.visualizers.colour.ColourMap;

/**
 * How maps are drawn.
 *
 * @param colours of values on one side of 0
 * @param opacity of an attention map over the picture, from 0 (picture alone) to 1 (map alone)
 * @param smooth whether values are interpolated between the centres of cells; else each cell has
 *     one colour
 * @param sharedScale whether all maps of a figure have one scale; else each has its own
 * @param windowBorders whether lines are drawn between windows
 */
public record MapStyle(
    ColourMap colours, double opacity, boolean smooth, boolean sharedScale, boolean windowBorders) {

  /**
   * Checks the opacity.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public MapStyle {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("no opacity: " + opacity);
    }
  }

  /** Crisp cells over a picture that shines through, one scale for all heads. */
  public static MapStyle attention() {
    return new MapStyle(ColourMap.LAGOON, 0.65, false, true, true);
  }

  /** Crisp cells, each channel on its own scale. */
  public static MapStyle features() {
    return new MapStyle(ColourMap.LAGOON, 1, false, false, false);
  }

  /** The same in other colours. */
  public MapStyle with(ColourMap other) {
    return new MapStyle(other, opacity, smooth, sharedScale, windowBorders);
  }

  /** The same with another opacity. */
  public MapStyle withOpacity(double other) {
    return new MapStyle(colours, other, smooth, sharedScale, windowBorders);
  }

  /** The same, interpolated or crisp. */
  public MapStyle withSmooth(boolean isSmooth) {
    return new MapStyle(colours, opacity, isSmooth, sharedScale, windowBorders);
  }

  /** The same with one scale for all maps or one for each. */
  public MapStyle withSharedScale(boolean isShared) {
    return new MapStyle(colours, opacity, smooth, isShared, windowBorders);
  }

  /** The same with or without lines between windows. */
  public MapStyle withWindowBorders(boolean hasBorders) {
    return new MapStyle(colours, opacity, smooth, sharedScale, hasBorders);
  }
}
