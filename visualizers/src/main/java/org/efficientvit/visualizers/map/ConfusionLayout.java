package org.efficientvit.visualizers.map;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/**
 * Where a confusion matrix and what stands around it are on a figure.
 *
 * @param labels room for a class's name, in points
 * @param side of a cell, in points
 * @param classes L
 */
record ConfusionLayout(double labels, double side, int classes) {

  private static final double LONGEST_LABEL = 130;
  private static final double TITLE = 20;
  private static final double TOTALS = 46;
  private static final double NOTE = 26;
  private static final double GAP = 6;
  private static final double LEAST_WIDTH = 460;

  /** Cells of a number's width, and a matrix that fits a page. */
  private static final double SMALLEST_WITH_NUMBERS = 18;

  private static final double LARGEST = 34;
  private static final double MATRIX = 640;

  /** The least distance between two labels, in points. */
  private static final double LINE = 10;

  static ConfusionLayout of(ConfusionMatrix matrix) {
    int classes = matrix.classes();
    double labels =
        matrix.labels().stream()
            .mapToDouble(label -> Canvas.width(label, Theme.LIGHT.font(Theme.Type.SMALL)))
            .max()
            .orElse(0);
    double least = classes <= ConfusionFigure.MOST_WITH_NUMBERS ? SMALLEST_WITH_NUMBERS : 0;
    double side = Math.max(least, Math.min(LARGEST, MATRIX / Math.max(1, classes)));
    return new ConfusionLayout(Math.min(LONGEST_LABEL, labels) + GAP, side, classes);
  }

  /** The same with cells that fill a figure of this size. */
  ConfusionLayout in(double width, double height) {
    double across = width - left() - TOTALS - Canvas.MARGIN;
    double down = height - top() - NOTE - Canvas.MARGIN;
    double largest = Math.min(across, down) / Math.max(1, classes);
    return new ConfusionLayout(labels, Math.max(0, largest), classes);
  }

  double width() {
    return Math.max(LEAST_WIDTH, left() + classes * side + TOTALS + Canvas.MARGIN);
  }

  double height() {
    return top() + classes * side + NOTE + Canvas.MARGIN;
  }

  private double left() {
    return Canvas.MARGIN + TITLE + labels;
  }

  private double top() {
    return Canvas.HEADER + TITLE + labels;
  }

  Rectangle2D cell(int row, int column) {
    return new Rectangle2D.Double(left() + column * side, top() + row * side, side, side);
  }

  /** Names of the classes and axes, sums of the rows and a note. */
  void axes(Canvas canvas, Theme theme, ConfusionMatrix matrix, String note) {
    double middle = classes * side / 2;
    canvas.text(
        "taken for",
        Theme.Type.BODY,
        theme.muted(),
        left() + middle,
        Canvas.HEADER + 8,
        Align.CENTRE);
    canvas.upright(
        "shows", Theme.Type.BODY, theme.muted(), Canvas.MARGIN + 9, top() + middle, Align.CENTRE);
    int step = Math.max(1, (int) Math.ceil(LINE / Math.max(side, 1e-3)));
    for (int i = 0; i < classes; i += step) {
      double centre = (i + 0.5) * side;
      String label = canvas.fit(matrix.labels().get(i), Theme.Type.SMALL, labels - GAP);
      canvas.text(
          label, Theme.Type.SMALL, theme.text(), left() - GAP, top() + centre + 3.4, Align.RIGHT);
      canvas.upright(
          label, Theme.Type.SMALL, theme.text(), left() + centre + 3.4, top() - GAP, Align.LEFT);
      totals(canvas, theme, matrix.images(i), centre);
    }
    canvas.text(
        "pictures", Theme.Type.SMALL, theme.muted(), totalsRight(), top() - GAP, Align.RIGHT);
    double y = top() + classes * side + NOTE - 8;
    double room = width() - 2 * Canvas.MARGIN;
    canvas.text(
        canvas.fit(note, Theme.Type.SMALL, room),
        Theme.Type.SMALL,
        theme.muted(),
        Canvas.MARGIN,
        y);
  }

  private double totalsRight() {
    return left() + classes * side + TOTALS;
  }

  private void totals(Canvas canvas, Theme theme, int images, double centre) {
    canvas.text(
        Integer.toString(images),
        Theme.Type.SMALL,
        theme.muted(),
        totalsRight(),
        top() + centre + 3.4,
        Align.RIGHT);
  }

  /** The matrix's edge, and lines between its cells where they are large. */
  void frame(Canvas canvas, Theme theme, int count) {
    double size = count * side;
    if (side >= LINE) {
      for (int i = 1; i < count; i++) {
        double at = i * side;
        for (Line2D line :
            List.of(
                new Line2D.Double(left() + at, top(), left() + at, top() + size),
                new Line2D.Double(left(), top() + at, left() + size, top() + at))) {
          canvas.line(line, theme.grid(), 0.5);
        }
      }
    }
    canvas.line(new Rectangle2D.Double(left(), top(), size, size), theme.muted(), 0.75);
  }
}
