package org.efficientvit.core.detect;

import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.Box;

/**
 * Where the cells of a map inside a detector lie on the picture.
 *
 * <p>Every convolution of stride 2 has its first output centred on its first input, so the cell of
 * a row and column stands for what surrounds the place at the same multiples of the stride. Its
 * anchors are centred there too. The first row and the first column therefore reach half a cell
 * beyond the picture's edge.
 *
 * @param rows of cells, those over padding counted
 * @param columns of cells, those over padding counted
 * @param cellWidth in pixels of the picture
 * @param cellHeight in pixels of the picture
 */
public record CellGrid(int rows, int columns, double cellWidth, double cellHeight) {

  /** Checks that there are cells. */
  public CellGrid {
    if (rows < 1 || columns < 1 || !(cellWidth > 0 && cellHeight > 0)) {
      throw new IllegalArgumentException(
          "no grid of %d x %d cells of %s x %s".formatted(rows, columns, cellWidth, cellHeight));
    }
  }

  /** What one cell covers, in pixels of the picture. */
  public Box cell(int row, int column) {
    return new Box((column - 0.5) * cellWidth, (row - 0.5) * cellHeight, cellWidth, cellHeight);
  }

  /** What all cells cover together, in pixels of the picture. */
  public Box whole() {
    return new Box(-cellWidth / 2, -cellHeight / 2, columns * cellWidth, rows * cellHeight);
  }

  /**
   * The cells whose centres lie in a box, or, where it is too small to hold one, the cell nearest
   * to its centre.
   *
   * @param box in pixels of the picture
   * @return row · columns + column of each, ascending
   */
  public int[] cellsIn(Box box) {
    int[] inside =
        IntStream.range(0, rows * columns).filter(cell -> isCentredIn(cell, box)).toArray();
    return inside.length > 0 ? inside : new int[] {nearest(box)};
  }

  private boolean isCentredIn(int cell, Box box) {
    int row = cell / columns;
    double x = cell % columns * cellWidth;
    double y = row * cellHeight;
    return x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
  }

  private int nearest(Box box) {
    int row = (int) Math.round((box.y() + box.height() / 2) / cellHeight);
    int column = (int) Math.round((box.x() + box.width() / 2) / cellWidth);
    return Math.max(0, Math.min(rows - 1, row)) * columns
        + Math.max(0, Math.min(columns - 1, column));
  }
}
