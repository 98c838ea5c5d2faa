package org.efficientvit.visualizers.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/** Marks of figures that stand on one line, told apart by shape and by colour. */
enum Mark {
  /** What was measured here: filled. */
  MEASURED,
  /** What was published of a GPU: a hollow square. */
  PUBLISHED_GPU,
  /** What was published of a CPU: a hollow diamond. */
  PUBLISHED_CPU;

  /** Width of a mark, in points. */
  static final double SIZE = 7;

  private static final double LINE = 1.4;

  /** Draws it round a point. */
  void draw(Canvas canvas, Theme theme, double x, double y) {
    double half = SIZE / 2;
    switch (this) {
      case MEASURED ->
          canvas.fill(new Ellipse2D.Double(x - half, y - half, SIZE, SIZE), colour(theme));
      case PUBLISHED_GPU ->
          canvas.line(new Rectangle2D.Double(x - half, y - half, SIZE, SIZE), colour(theme), LINE);
      case PUBLISHED_CPU -> canvas.line(diamond(x, y, half * Math.sqrt(2)), colour(theme), LINE);
    }
  }

  Color colour(Theme theme) {
    return switch (this) {
      case MEASURED -> theme.accent();
      case PUBLISHED_GPU -> theme.warning();
      case PUBLISHED_CPU -> theme.text();
    };
  }

  private static Path2D diamond(double x, double y, double half) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - half);
    path.lineTo(x + half, y);
    path.lineTo(x, y + half);
    path.lineTo(x - half, y);
    path.closePath();
    return path;
  }
}
