package org.efficientvit.core.objects.drawing;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * A drawing in the making, in any size and place: in the end it is fitted into the unit frame, half
 * of the time mirrored. The light is mirrored beforehand, so that it comes out right.
 */
public final class Easel {

  private final boolean mirrored;
  private final Studio studio;
  private final Drawing.Builder drawing = new Drawing.Builder();
  private AffineTransform frame = new AffineTransform();

  public Easel(Studio studio) {
    mirrored = studio.chance(0.5);
    this.studio =
        new Studio(studio.random(), mirrored ? -studio.lightX() : studio.lightX(), studio.lightY());
  }

  /** Chance, and the light as it falls here. */
  public Studio studio() {
    return studio;
  }

  /** What is added from here on is moved, turned or scaled so; replaces the one before. */
  public Easel in(AffineTransform transform) {
    frame = new AffineTransform(transform);
    return this;
  }

  /** A shape with one paint, given where it lies in the end. */
  public Easel flat(Shape shape, Paint paint) {
    drawing.fill(placed(shape), paint);
    return this;
  }

  /** A flat surface in the light; depth 0 to 1. */
  public Easel shaded(Shape shape, Color colour, double depth) {
    Shape placed = placed(shape);
    drawing.fill(placed, studio.shaded(colour, placed, depth));
    return this;
  }

  /** A rounded surface in the light; depth 0 to 1. */
  public Easel rounded(Shape shape, Color colour, double depth) {
    Shape placed = placed(shape);
    drawing.fill(placed, studio.rounded(colour, placed, depth));
    return this;
  }

  /** A line along a shape, with round ends; its width is not scaled. */
  public Easel line(Shape shape, double width, Paint paint) {
    drawing.line(placed(shape), width, paint);
    return this;
  }

  private Shape placed(Shape shape) {
    return frame.isIdentity() ? shape : frame.createTransformedShape(shape);
  }

  /** An eye with a glint; the radius is the iris'. */
  public Easel eye(double x, double y, double radius, Color iris) {
    flat(Outlines.oval(x, y, radius * 1.18, radius * 1.18), Colours.darker(iris, 0.8));
    flat(Outlines.oval(x, y, radius, radius), iris);
    flat(Outlines.oval(x, y, radius * 0.6, radius * 0.6), new Color(15, 12, 14));
    return flat(
        Outlines.oval(x + radius * 0.3, y - radius * 0.35, radius * 0.25, radius * 0.25),
        Color.WHITE);
  }

  /** The finished drawing, on the ground; its longer side has that length, 0 to 1. */
  public Drawing standing(double size) {
    return fitted(size, 0, true);
  }

  /** The finished drawing, around the middle, turned by an angle in radians. */
  public Drawing floating(double size, double angle) {
    return fitted(size, angle, false);
  }

  private Drawing fitted(double size, double angle, boolean grounded) {
    Drawing drawn = drawing.build();
    AffineTransform fit = AffineTransform.getRotateInstance(angle);
    Rectangle2D box = drawn.bounds(fit);
    double scale = size / Math.max(1e-9, Math.max(box.getWidth(), box.getHeight()));
    fit.preConcatenate(
        AffineTransform.getTranslateInstance(
            -box.getCenterX(), grounded ? -box.getMaxY() : -box.getCenterY()));
    fit.preConcatenate(AffineTransform.getScaleInstance(mirrored ? -scale : scale, scale));
    fit.preConcatenate(AffineTransform.getTranslateInstance(0, grounded ? 0.5 : 0));
    return drawn.moved(fit);
  }
}
