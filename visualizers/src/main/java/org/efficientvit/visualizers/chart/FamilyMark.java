package org.efficientvit.visualizers.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/**
 * The mark of a family of networks: a shape and a colour, so that neither tells it alone.
 *
 * @param index of the family among those that are shown, from 0
 */
record FamilyMark(int index) {

  private static final double LINE = 1.8;
  private static final int CORNERS = 5;

  /** From the middle of an even triangle to a corner, for each radius of a circle of its area. */
  private static final double TRIANGLE = Math.sqrt(4 * Math.PI / Math.sqrt(27));

  /** Okabe and Ito's, which red-green blind eyes tell apart; the first family has the accent. */
  private static final int[] COLOURS = {0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};

  /** The mark of a family. */
  static FamilyMark of(String family, List<String> families) {
    return new FamilyMark(families.indexOf(family));
  }

  Color colour(Theme theme) {
    return index == 0 ? theme.accent() : new Color(COLOURS[(index - 1) % COLOURS.length]);
  }

  /** Draws it round a point: filled, or hollow. */
  void draw(Canvas canvas, Theme theme, double x, double y, double radius, boolean filled) {
    Shape shape = shape(x, y, radius);
    canvas.fill(shape, filled ? colour(theme) : theme.background());
    canvas.line(shape, colour(theme), LINE);
  }

  /** A shape of the area of a circle with this radius. */
  Shape shape(double x, double y, double radius) {
    return index % CORNERS == 0
        ? new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)
        : cornered(x, y, radius);
  }

  private Shape cornered(double x, double y, double radius) {
    double half = radius * Math.sqrt(Math.PI) / 2;
    return switch (index % CORNERS) {
      case 1 -> new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
      case 2 -> polygon(x, y, 3, -90, radius * TRIANGLE);
      case 3 -> polygon(x, y, 4, 0, half * Math.sqrt(2));
      default -> polygon(x, y, 3, 90, radius * TRIANGLE);
    };
  }

  private static Path2D polygon(double x, double y, int corners, double first, double radius) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(first + 360.0 * i / corners);
      double across = x + radius * Math.cos(angle);
      double down = y + radius * Math.sin(angle);
      if (i == 0) {
        path.moveTo(across, down);
      } else {
        path.lineTo(across, down);
      }
    }
    path.closePath();
    return path;
  }
}
