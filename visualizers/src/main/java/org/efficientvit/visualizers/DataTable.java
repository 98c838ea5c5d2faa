package org.efficientvit.visualizers;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of a figure as rows under a header.
 *
 * @param header one name for each column, with its unit: {@code time (ns)}
 * @param rows of as many cells as the header: text, or numbers that keep their full precision
 */
public record DataTable(List<String> header, List<List<Object>> rows) {

  /**
   * Checks that the rows fit the header.
   *
   * @throws IllegalArgumentException if a row has more or fewer cells
   */
  public DataTable {
    header = List.copyOf(header);
    rows = rows.stream().map(row -> List.copyOf(row)).toList();
    for (List<Object> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row + " does not fit under " + header);
      }
    }
  }

  /** As a file of comma-separated values, RFC 4180, each line closed by a line feed. */
  public String toCsv() {
    StringBuilder csv = new StringBuilder(line(header));
    rows.forEach(row -> csv.append(line(row)));
    return csv.toString();
  }

  private static String line(List<?> cells) {
    return cells.stream().map(DataTable::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Object value) {
    String text = value.toString();
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
