package org.efficientvit.core.objects.drawing;

import static java.util.Objects.requireNonNull;

import java.awt.Paint;
import java.awt.Shape;

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
}
