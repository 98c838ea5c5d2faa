package org.efficientvit.core.objects.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * An object as filled shapes, back to front, in its own coordinates: x to the right, y down, the
 * whole within about −0.5 to 0.5 in both, upright; what stands on the ground touches y = 0.5.
 */
public record Drawing(List<Part> parts) {

  public Drawing {
    parts = List.copyOf(parts);
  }

  /** Paints the parts in order. */
  public void paint(Graphics2D graphics) {
    for (Part part : parts) {
      graphics.setPaint(part.paint());
      graphics.fill(part.shape());
    }
  }

  /** Paints all parts with one paint: a shadow, a mask. */
  public void paintSilhouette(Graphics2D graphics, Paint paint) {
    graphics.setPaint(paint);
    for (Part part : parts) {
      graphics.fill(part.shape());
    }
  }

  /** The smallest upright rectangle around what is drawn, after a transformation. */
  public Rectangle2D bounds(AffineTransform transform) {
    Rectangle2D bounds = new Rectangle2D.Double();
    boolean first = true;
    for (Part part : parts) {
      Rectangle2D box = transform.createTransformedShape(part.shape()).getBounds2D();
      if (box.isEmpty()) {
        continue;
      }
      bounds = first ? box : bounds.createUnion(box);
      first = false;
    }
    return bounds;
  }

  /** Collects parts. */
  public static final class Builder {

    private final List<Part> parts = new ArrayList<>();
    private AffineTransform transform = new AffineTransform();

    /** What is added from here on is moved, turned or scaled so; replaces the one before. */
    public Builder in(AffineTransform frame) {
      transform = new AffineTransform(frame);
      return this;
    }

    /** A filled shape in front of all so far; the paint is in the drawing's coordinates. */
    public Builder fill(Shape shape, Paint paint) {
      parts.add(
          new Part(
              transform.isIdentity() ? shape : transform.createTransformedShape(shape), paint));
      return this;
    }

    /** A line along a shape, with round ends. */
    public Builder line(Shape shape, double width, Paint paint) {
      BasicStroke stroke =
          new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      return fill(stroke.createStrokedShape(shape), paint);
    }

    /** The part of a shape that lies within another: stripes on a body, a shine on a window. */
    public Builder within(Shape outline, Shape shape, Paint paint) {
      Area area = new Area(shape);
      area.intersect(new Area(outline));
      return fill(area, paint);
    }

    /** Another drawing's parts, in front of all so far. */
    public Builder add(Drawing drawing) {
      parts.addAll(drawing.parts());
      return this;
    }

    public Drawing build() {
      return new Drawing(parts);
    }
  }
}
