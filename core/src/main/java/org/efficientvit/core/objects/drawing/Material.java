package org.efficientvit.core.objects.drawing;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * What a part is made of: how the studio's light plays on a shape, once it is known where it is.
 */
@FunctionalInterface
public interface Material {

  /**
   * The paint for a shape.
   *
   * @param shape in the units that the artist drew in
   * @param frame from there to the drawing's coordinates, in which the paint is given
   */
  Paint on(Shape shape, AffineTransform frame, Studio studio);

  /** The same colour all over. */
  static Material plain(Color colour) {
    return (shape, frame, studio) -> colour;
  }

  /** Bright towards the light; see {@link Studio#shaded}. */
  static Material shaded(Color colour, double depth) {
    return (shape, frame, studio) ->
        studio.shaded(colour, frame.createTransformedShape(shape), depth);
  }

  /** Brightest in a spot; see {@link Studio#rounded}. */
  static Material rounded(Color colour, double depth) {
    return (shape, frame, studio) ->
        studio.rounded(colour, frame.createTransformedShape(shape), depth);
  }

  /** A cylinder that stands: the gradient runs from its left to its right. */
  static Material column(Color colour, double depth) {
    return (shape, frame, studio) -> {
      Rectangle2D box = shape.getBounds2D();
      Point2D left = new Point2D.Double(box.getMinX(), box.getCenterY());
      Point2D right = new Point2D.Double(box.getMaxX(), box.getCenterY());
      return across(colour, depth, left, right, frame, studio);
    };
  }

  /** A cylinder that lies: the gradient runs from its top to its bottom. */
  static Material beam(Color colour, double depth) {
    return (shape, frame, studio) -> {
      Rectangle2D box = shape.getBounds2D();
      Point2D top = new Point2D.Double(box.getCenterX(), box.getMinY());
      Point2D bottom = new Point2D.Double(box.getCenterX(), box.getMaxY());
      return across(colour, depth, top, bottom, frame, studio);
    };
  }

  private static Paint across(
      Color colour,
      double depth,
      Point2D first,
      Point2D last,
      AffineTransform frame,
      Studio studio) {
    Point2D from = frame.transform(first, null);
    Point2D to = frame.transform(last, null);
    double length = Math.max(from.distance(to), 1e-4);
    double lit =
        ((to.getX() - from.getX()) * studio.lightX() + (to.getY() - from.getY()) * studio.lightY())
            / length;
    float spot = (float) (0.5 + 0.32 * lit);
    return new LinearGradientPaint(
        from,
        new Point2D.Double(to.getX() + 1e-6, to.getY()),
        new float[] {0, spot, (1 + spot) / 2, 1},
        new Color[] {
          Colours.darker(colour, depth * (0.55 + 0.45 * lit)),
          Colours.lighter(colour, depth * 0.7),
          Colours.darker(colour, depth * 0.15),
          Colours.darker(colour, depth * (0.55 - 0.45 * lit))
        });
  }

  /** Polished metal: bright and dark reflections side by side. */
  static Material metal(Color colour) {
    return (shape, frame, studio) -> {
      Rectangle2D box = frame.createTransformedShape(shape).getBounds2D();
      double reach = Math.max(Math.hypot(box.getWidth(), box.getHeight()) * 0.45, 1e-4);
      double dx = studio.lightX() * reach;
      double dy = studio.lightY() * reach;
      return new LinearGradientPaint(
          new Point2D.Double(box.getCenterX() + dx, box.getCenterY() + dy),
          new Point2D.Double(box.getCenterX() - dx, box.getCenterY() - dy),
          new float[] {0, 0.22f, 0.38f, 0.5f, 0.72f, 1},
          new Color[] {
            Colours.lighter(colour, 0.3),
            colour,
            Colours.lighter(colour, 0.65),
            Colours.lighter(colour, 0.1),
            Colours.darker(colour, 0.45),
            Colours.darker(colour, 0.15)
          });
    };
  }

  /** A spot that fades towards the rim of the shape's box: a soft highlight or shadow. */
  static Material glow(Color colour) {
    return (shape, frame, studio) -> {
      Rectangle2D box = shape.getBounds2D();
      AffineTransform fit = new AffineTransform(frame);
      fit.translate(box.getCenterX(), box.getCenterY());
      fit.scale(Math.max(box.getWidth() / 2, 1e-4), Math.max(box.getHeight() / 2, 1e-4));
      Point2D centre = new Point2D.Double();
      return new RadialGradientPaint(
          centre,
          1,
          centre,
          new float[] {0, 1},
          new Color[] {colour, Colours.clear(colour, 0)},
          CycleMethod.NO_CYCLE,
          ColorSpaceType.SRGB,
          fit);
    };
  }

  /** From one colour at a point to another at another point, in the artist's units. */
  static Material blend(Color first, double x1, double y1, Color last, double x2, double y2) {
    return (shape, frame, studio) ->
        new LinearGradientPaint(
            frame.transform(new Point2D.Double(x1, y1), null),
            frame.transform(new Point2D.Double(x2, y2), null),
            new float[] {0, 1},
            new Color[] {first, last});
  }
}
