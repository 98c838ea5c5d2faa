package org.efficientvit.visualizers.heads;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/** Small print under a figure, broken into lines. */
record Notes(List<String> lines) {

  private static final double LINE = 13;
  private static final double ABOVE = 6;

  /**
   * On a screen letters are fitted to its pixels, and take up to this share more room than on
   * paper.
   */
  private static final double FITTED = 1.05;

  /** Breaks a text into lines as wide as there is room. */
  static Notes of(String text, double room) {
    return new Notes(wrap(text, Theme.Type.SMALL, room));
  }

  /** A text in lines as wide as there is room; a word that is wider stands alone. */
  static List<String> wrap(String text, Theme.Type type, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && FITTED * Canvas.width(longer, Theme.LIGHT.font(type)) > room) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  double height() {
    return ABOVE + LINE * lines.size();
  }

  /** Writes them under a height. */
  void draw(Canvas canvas, Theme theme, double x, double y) {
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(lines.get(i), Theme.Type.SMALL, theme.muted(), x, y + ABOVE + LINE * i + 9.5);
    }
  }
}
