package org.efficientvit.app.window.viewmodel;

import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.map.Token;
import org.jspecify.annotations.Nullable;

/** What maps of tokens say, in words and numbers. */
final class Readings {

  private static final double MISSING_SHOWN_FROM = 0.0005;

  private Readings() {}

  /** What all panels show. */
  static String tokens(WindowGrid grid, @Nullable Token pinned, @Nullable Token hovered) {
    if (pinned != null) {
      return place(grid, pinned)
          + (pinned.isClass()
              ? " · Esc releases it"
              : " · pinned: arrow keys move it, Esc releases it");
    }
    if (hovered != null) {
      return place(grid, hovered) + " · click pins it";
    }
    return "Attention that each token receives (uniform: 1). Point at a token to see where it attends.";
  }

  /** One panel's number: under the pointer while a token is pinned, else its largest. */
  static String map(WindowGrid grid, Tensor map, @Nullable Token pinned, @Nullable Token hovered) {
    if (pinned != null && hovered != null) {
      return "to %s: %s"
          .formatted(
              coordinates(hovered), Numbers.significant(map.at(hovered.row(), hovered.column())));
    }
    Token peak = peak(map);
    String text =
        "max %s at %s"
            .formatted(Numbers.significant(map.at(peak.row(), peak.column())), coordinates(peak));
    Token query = pinned == null ? hovered : pinned;
    double missing = query == null ? 0 : 1 - sum(map);
    return missing < MISSING_SHOWN_FROM
        ? text
        : text + " · %s %s".formatted(elsewhere(grid, query), Numbers.significant(missing));
  }

  /** Where attention goes that has no cell. */
  private static String elsewhere(WindowGrid grid, @Nullable Token query) {
    if (grid.leading() == 0) {
      return "padding";
    }
    return Token.CLASS.equals(query) ? "itself" : "class token";
  }

  private static String place(WindowGrid grid, Token token) {
    if (token.isClass()) {
      return "Class token";
    }
    String text = "Token at row %d, column %d".formatted(token.row(), token.column());
    return grid.windows() == 1
        ? text
        : text
            + " · window %d of %d"
                .formatted(grid.windowOf(token.row(), token.column()) + 1, grid.windows());
  }

  private static String coordinates(Token token) {
    return "(%d, %d)".formatted(token.row(), token.column());
  }

  private static Token peak(Tensor map) {
    float[] values = map.values();
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    int width = map.shape().dimension(1);
    return new Token(best / width, best % width);
  }

  private static double sum(Tensor map) {
    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    return sum;
  }
}
