package org.efficientvit.visualizers.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/**
 * The kinds of operation and their colours, in lines as long as there is room.
 *
 * @param lines of kinds
 */
record Legend(List<List<OperationKind>> lines) {

  private static final double LINE = 16;
  private static final double SWATCH = 9;
  private static final double AFTER_SWATCH = 5;
  private static final double AFTER_KIND = 16;

  static Legend of(Collection<OperationKind> kinds, double room) {
    List<List<OperationKind>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (OperationKind kind : kinds.isEmpty() ? kinds : EnumSet.copyOf(kinds)) {
      double width = width(kind);
      if (used + width > room) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(kind);
      used += width + AFTER_KIND;
    }
    return new Legend(lines);
  }

  private static double width(OperationKind kind) {
    return SWATCH + AFTER_SWATCH + Canvas.width(kind.label(), Theme.LIGHT.font(Theme.Type.SMALL));
  }

  double height() {
    return LINE * lines.size();
  }

  void draw(Canvas canvas, Theme theme, double x, double y) {
    double baseline = y + 10;
    for (List<OperationKind> line : lines) {
      double left = x;
      for (OperationKind kind : line) {
        canvas.fill(
            new Rectangle2D.Double(left, baseline - SWATCH + 1, SWATCH, SWATCH), theme.of(kind));
        canvas.text(
            kind.label(), Theme.Type.SMALL, theme.text(), left + SWATCH + AFTER_SWATCH, baseline);
        left += width(kind) + AFTER_KIND;
      }
      baseline += LINE;
    }
  }
}
