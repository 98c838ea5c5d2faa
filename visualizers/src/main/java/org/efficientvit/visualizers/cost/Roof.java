package org.efficientvit.visualizers.cost;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;

/**
 * The lines of a roofline: the peak, the slopes of the smallest cache and of the memory, and the
 * ridges where these reach the peak.
 *
 * @param start left end of the strip beside the plane, which the slopes' heights go on through
 */
record Roof(Ceilings ceilings, LogPlane plane, double start) {

  private static final double LINE = 1.6;
  private static final double RIDGE = 6;
  private static final double ABOVE = 4;

  /** Height of a line of words, in points. */
  private static final double WORDS = 13;

  private double peak() {
    return ceilings.peak().best();
  }

  private double y() {
    return plane.y().at(peak());
  }

  private Optional<Line2D> slope(double bandwidth) {
    return plane.proportion(bandwidth, peak() / bandwidth);
  }

  /** Draws the lines, and names the peak and the ridges. */
  void draw(Canvas canvas, Theme theme, Labels labels) {
    double cache = ceilings.cacheBandwidth();
    double memory = ceilings.memoryBandwidth();
    line(
        canvas,
        theme,
        labels,
        new Line2D.Double(plane.x().at(peak() / cache), y(), plane.right(), y()));
    String peak = "peak %s GFLOP/s".formatted(Numbers.plain(peak()));
    words(canvas, theme, labels, peak, plane.right(), y() - ABOVE - WORDS, Align.RIGHT);
    ridge(canvas, theme, labels, peak() / cache, Align.RIGHT);
    ridge(canvas, theme, labels, peak() / memory, Align.LEFT);
    for (double bandwidth : List.of(cache, memory)) {
      slope(bandwidth).ifPresent(line -> line(canvas, theme, labels, line));
      double edge = plane.y().at(bandwidth * plane.x().least());
      if (start < plane.left() && edge < plane.bottom()) {
        canvas.dashes(new Line2D.Double(start, edge, plane.left(), edge), theme.text(), 1);
      }
    }
  }

  private static void line(Canvas canvas, Theme theme, Labels labels, Line2D line) {
    canvas.line(line, theme.text(), LINE);
    labels.avoid(line);
  }

  /** Where a slope meets the peak. */
  private void ridge(Canvas canvas, Theme theme, Labels labels, double intensity, Align align) {
    double x = plane.x().at(intensity);
    canvas.dashes(new Line2D.Double(x, y(), x, plane.bottom()), theme.muted(), 0.75);
    canvas.fill(new Ellipse2D.Double(x - RIDGE / 2, y() - RIDGE / 2, RIDGE, RIDGE), theme.text());
    String text = "ridge %s FLOP/B".formatted(Numbers.plain(intensity));
    words(canvas, theme, labels, text, x, y() - ABOVE - 2, align);
  }

  /** Writes at a point, moved to the left where it would not end on the plane. */
  private void words(
      Canvas canvas, Theme theme, Labels labels, String text, double x, double y, Align align) {
    double width = canvas.width(text, Theme.Type.BODY);
    double left = Math.min(align == Align.RIGHT ? x - width : x, plane.right() - width);
    canvas.text(text, Theme.Type.BODY, theme.text(), left, y);
    labels.forbid(new Rectangle2D.Double(left, y - WORDS + 3, width, WORDS));
  }

  /** Names the slopes where they are free of marks: the cache's above, the memory's below. */
  void nameSlopes(Canvas canvas, Theme theme, Labels labels) {
    name(canvas, theme, labels, "cache", ceilings.cacheBandwidth(), ABOVE);
    name(canvas, theme, labels, "memory", ceilings.memoryBandwidth(), ABOVE - WORDS - 2);
  }

  private void name(
      Canvas canvas, Theme theme, Labels labels, String place, double bandwidth, double above) {
    String text = "%s %s GB/s".formatted(place, Numbers.plain(bandwidth));
    slope(bandwidth)
        .ifPresent(
            line -> labels.along(canvas, theme, line, text, Theme.Type.BODY, theme.text(), above));
  }
}
