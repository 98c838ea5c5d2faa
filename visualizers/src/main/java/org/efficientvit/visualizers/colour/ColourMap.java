package org.efficientvit.visualizers.colour;

import java.util.List;
import java.util.Optional;

/** A row of colours from 0 to 1 in which equal steps look equally large. */
public final class ColourMap {

  /** Purple through green to yellow, like viridis. */
  public static final ColourMap LAGOON = new ColourMap("lagoon", "purple to yellow, like viridis");

  /** Black through magenta to cream, like magma. */
  public static final ColourMap EMBER = new ColourMap("ember", "black to cream, like magma");

  /** Navy through grey to yellow, like cividis: the same to red-green blind eyes. */
  public static final ColourMap SAND = new ColourMap("sand", "navy to yellow, like cividis");

  /** Black to white. */
  public static final ColourMap GREY = new ColourMap("grey", "black to white");

  /** Blue through white to red, for numbers on both sides of 0. */
  public static final ColourMap BLUE_RED = new ColourMap("blue-red", "blue below 0, red above");

  private static final List<ColourMap> ALL = List.of(LAGOON, EMBER, SAND, GREY, BLUE_RED);

  private final String name;
  private final String description;

  private ColourMap(String name, String description) {
    this.name = name;
    this.description = description;
  }

  /** All of them, the one for numbers on both sides of 0 last. */
  public static List<ColourMap> all() {
    return ALL;
  }

  /** The one of a name. */
  public static Optional<ColourMap> of(String name) {
    return ALL.stream().filter(map -> map.name.equals(name)).findFirst();
  }

  /** The word for it on the command line: {@code lagoon}. */
  public String name() {
    return name;
  }

  /** What it looks like, in a few words. */
  public String description() {
    return description;
  }

  /** Whether its middle stands for 0 and its two ends for numbers below and above. */
  public boolean isDiverging() {
    return name.equals("blue-red");
  }

  /**
   * The colour at a place.
   *
   * @param fraction from 0 to 1; clipped to them
   * @return opaque, 0xFFRRGGBB; fully transparent for NaN
   */
  public int argb(double fraction) {
    return Double.isNaN(fraction) ? 0 : new java.awt.Color((float) fraction, 0, 0).getRGB();
  }

  @Override
  public String toString() {
    return name;
  }
}
