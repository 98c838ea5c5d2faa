package org.efficientvit.core.objects.drawing;

import java.awt.Color;

/** Mixtures of colours. */
public final class Colours {

  private Colours() {}

  /**
   * Part of one colour and part of another, opacity too.
   *
   * @param share of the second, 0 to 1
   */
  public static Color mix(Color first, Color second, double share) {
    double t = Math.max(0, Math.min(1, share));
    return new Color(
        channel(first.getRed(), second.getRed(), t),
        channel(first.getGreen(), second.getGreen(), t),
        channel(first.getBlue(), second.getBlue(), t),
        channel(first.getAlpha(), second.getAlpha(), t));
  }

  private static int channel(int first, int second, double share) {
    return (int) Math.round(first + (second - first) * share);
  }

  /** Towards white. */
  public static Color lighter(Color colour, double share) {
    return mix(colour, new Color(255, 255, 255, colour.getAlpha()), share);
  }

  /** Towards black. */
  public static Color darker(Color colour, double share) {
    return mix(colour, new Color(0, 0, 0, colour.getAlpha()), share);
  }

  /** The same colour that lets through what is behind it; opacity 0 to 1. */
  public static Color clear(Color colour, double opacity) {
    return new Color(
        colour.getRed(),
        colour.getGreen(),
        colour.getBlue(),
        (int) Math.round(255 * Math.max(0, Math.min(1, opacity))));
  }
}
