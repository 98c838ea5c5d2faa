package org.efficientvit.core.objects.drawing;

import static java.util.Objects.requireNonNull;

import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * One filled shape of a drawing.
 *
 * @param shape in the drawing's coordinates
 * @param paint in the drawing's coordinates too, so that gradients move with the shape
 */
public record Part(Shape shape, Paint paint) {

  public Part {
    requireNonNull(shape, "shape is null");
    requireNonNull(paint, "paint is null");
  }

  /** The part moved, turned, scaled or mirrored; gradients go with the shape. */
  Part moved(AffineTransform transform) {
    return new Part(transform.createTransformedShape(shape), moved(paint, transform));
  }

  private static Paint moved(Paint paint, AffineTransform transform) {
    if (paint instanceof LinearGradientPaint line) {
      return new LinearGradientPaint(
          line.getStartPoint(),
          line.getEndPoint(),
          line.getFractions(),
          line.getColors(),
          line.getCycleMethod(),
          line.getColorSpace(),
          after(line.getTransform(), transform));
    }
    if (paint instanceof RadialGradientPaint ring) {
      return new RadialGradientPaint(
          ring.getCenterPoint(),
          ring.getRadius(),
          ring.getFocusPoint(),
          ring.getFractions(),
          ring.getColors(),
          ring.getCycleMethod(),
          ring.getColorSpace(),
          after(ring.getTransform(), transform));
    }
    return paint;
  }

  private static AffineTransform after(AffineTransform first, AffineTransform second) {
    AffineTransform both = new AffineTransform(second);
    both.concatenate(first);
    return both;
  }
}
