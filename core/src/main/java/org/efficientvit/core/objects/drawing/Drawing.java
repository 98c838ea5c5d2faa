package org.efficientvit.core.objects.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * An object as filled shapes, back to front, in its own coordinates: x to the right, y down, the
 * whole within about −0.5 to 0.5 in both, upright; what stands on the ground touches y = 0.5.
 */
public record Drawing(List<Part> parts) {

  /** How far straight lines may lie from a curve where bounds are measured. */
  private static final double FLATNESS = 1e-3;

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
    double flatness = FLATNESS * Math.sqrt(Math.abs(transform.getDeterminant()));
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (Part part : parts) {
      include(bounds, part.shape().getPathIterator(transform, flatness));
    }
    return bounds[0] > bounds[2]
        ? new Rectangle2D.Double()
        : new Rectangle2D.Double(
            bounds[0], bounds[1], bounds[2] - bounds[0], bounds[3] - bounds[1]);
  }

  /** Widens the bounds to a path of straight lines: a curve's own box counts its control points. */
  private static void include(double[] bounds, PathIterator path) {
    double[] point = new double[6];
    for (; !path.isDone(); path.next()) {
      if (path.currentSegment(point) != PathIterator.SEG_CLOSE) {
        bounds[0] = Math.min(bounds[0], point[0]);
        bounds[1] = Math.min(bounds[1], point[1]);
        bounds[2] = Math.max(bounds[2], point[0]);
        bounds[3] = Math.max(bounds[3], point[1]);
      }
    }
  }

  /** The drawing moved, turned, scaled or mirrored, its paints with its shapes. */
  public Drawing moved(AffineTransform transform) {
    return new Drawing(parts.stream().map(part -> part.moved(transform)).toList());
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
