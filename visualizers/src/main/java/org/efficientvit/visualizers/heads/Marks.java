package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.visualizers.Canvas;

/** Marks that are told apart by their shape; all weigh about the same to the eye. */
enum Marks {
  CIRCLE,
  DIAMOND,
  TRIANGLE,
  SQUARE;

  private static final double RADIUS = 3.4;
  private static final double LINE = 1.3;

  /** The mark around a point. */
  Shape at(double x, double y) {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      case DIAMOND -> polygon(x, y, 1.25, 4, -90);
      case TRIANGLE -> polygon(x, y, 1.4, 3, -90);
      case SQUARE ->
          new Rectangle2D.Double(x - 0.9 * RADIUS, y - 0.9 * RADIUS, 1.8 * RADIUS, 1.8 * RADIUS);
    };
  }

  private static Shape polygon(double x, double y, double size, int corners, double first) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(first + 360.0 * i / corners);
      double cornerX = x + size * RADIUS * Math.cos(angle);
      double cornerY = y + size * RADIUS * Math.sin(angle);
      if (i == 0) {
        path.moveTo(cornerX, cornerY);
      } else {
        path.lineTo(cornerX, cornerY);
      }
    }
    path.closePath();
    return path;
  }

  void fill(Canvas canvas, Color colour, double x, double y) {
    canvas.fill(at(x, y), colour);
  }

  /** An outline that hides what is behind it. */
  void hollow(Canvas canvas, Color colour, Color inside, double x, double y) {
    canvas.fill(at(x, y), inside);
    canvas.line(at(x, y), colour, LINE);
  }
}
