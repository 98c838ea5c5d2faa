package org.efficientvit.visualizers.chart;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/**
 * Small print under a figure, in as many lines as it takes.
 *
 * @param lines from top to bottom
 */
record Footnote(List<String> lines) {

  private static final double LINE = 13;

  Footnote {
    lines = List.copyOf(lines);
  }

  /** A text broken between words where a line is full. */
  static Footnote of(String text, double room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Canvas.width(longer, Theme.LIGHT.font(Theme.Type.SMALL)) > room) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return new Footnote(lines);
  }

  double height() {
    return LINE * lines.size();
  }

  /** Draws it with its last line on a height. */
  void draw(Canvas canvas, Theme theme, double x, double bottom) {
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(
          lines.get(i), Theme.Type.SMALL, theme.muted(), x, bottom - LINE * (lines.size() - 1 - i));
    }
  }
}
