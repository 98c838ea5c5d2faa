package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading, in columns as wide as they need to be; numbers end at the same column. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();
  private final int leftAligned;

  private TextTable(int leftAligned, String... heading) {
    this.leftAligned = leftAligned;
    rows.add(heading);
  }

  /** A table of words. */
  static TextTable leftAligned(String... heading) {
    return new TextTable(heading.length, heading);
  }

  /** A table whose first column is words and whose others are numbers. */
  static TextTable ofNumbers(String... heading) {
    return ofWords(1, heading);
  }

  /** A table whose first columns are words and whose others are numbers. */
  static TextTable ofWords(int words, String... heading) {
    return new TextTable(words, heading);
  }

  /** Adds a row with a cell for each column. */
  void row(String... cells) {
    if (cells.length != rows.get(0).length) {
      throw new IllegalArgumentException(
          cells.length + " cells in a table of " + rows.get(0).length + " columns");
    }
    rows.add(cells);
  }

  /** Adds a line between what is above and what is below. */
  void rule() {
    rows.add(new String[0]);
  }

  /** The same for a page of Markdown, without the lines between. */
  void printMarkdown(PrintWriter out) {
    for (String[] row : rows) {
      if (row.length > 0) {
        out.println("| " + String.join(" | ", row) + " |");
      }
      if (row == rows.get(0)) {
        out.println(
            "| "
                + IntStream.range(0, row.length)
                    .mapToObj(column -> column < leftAligned ? "---" : "---:")
                    .collect(Collectors.joining(" | "))
                + " |");
      }
    }
  }

  void print(PrintWriter out) {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.length == 0 ? "-".repeat(widths[column]) : row[column];
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(column < leftAligned ? cell + padding : padding + cell).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
