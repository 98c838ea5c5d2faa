package org.efficientvit.core.objects.drawing;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What an artist works with: chance and light.
 *
 * @param random decides everything that differs between individuals
 * @param lightX towards the light, to the right, in the drawing's coordinates
 * @param lightY towards the light, down; negative where it comes from above
 */
public record Studio(RandomGenerator random, double lightX, double lightY) {

  public Studio {
    requireNonNull(random, "random is null");
  }

  /** A number between two bounds. */
  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A whole number between two bounds, both possible. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True that often, 0 to 1. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A colour, each number anywhere between its two bounds; hue 0 to 1, wrapping around. */
  public Color colour(
      double hueLow, double hueHigh, double satLow, double satHigh, double lowest, double highest) {
    return Color.getHSBColor(
        (float) between(hueLow, hueHigh),
        (float) between(satLow, satHigh),
        (float) between(lowest, highest));
  }

  /**
   * A surface that is bright towards the light and dark away from it.
   *
   * @param depth 0 flat, 1 from white to black
   */
  public Paint shaded(Color colour, Shape shape, double depth) {
    Rectangle2D box = shape.getBounds2D();
    double reach = Math.max(Math.hypot(box.getWidth(), box.getHeight()) / 2, 1e-4);
    Point2D bright =
        new Point2D.Double(box.getCenterX() + lightX * reach, box.getCenterY() + lightY * reach);
    Point2D dark =
        new Point2D.Double(box.getCenterX() - lightX * reach, box.getCenterY() - lightY * reach);
    return new LinearGradientPaint(
        bright,
        dark,
        new float[] {0, 0.5f, 1},
        new Color[] {Colours.lighter(colour, depth * 0.7), colour, Colours.darker(colour, depth)});
  }

  /** A rounded surface, brightest in a spot towards the light. */
  public Paint rounded(Color colour, Shape shape, double depth) {
    Rectangle2D box = shape.getBounds2D();
    double reach = Math.max(Math.hypot(box.getWidth(), box.getHeight()) / 2, 1e-4);
    Point2D spot =
        new Point2D.Double(
            box.getCenterX() + lightX * reach * 0.4, box.getCenterY() + lightY * reach * 0.4);
    return new RadialGradientPaint(
        spot,
        (float) (reach * 1.3),
        new float[] {0, 0.45f, 1},
        new Color[] {Colours.lighter(colour, depth * 0.7), colour, Colours.darker(colour, depth)});
  }
}
