package org.efficientvit.core.tensor;

/**
 * How the tokens of one image are cut into the square windows in which they attend to one another.
 *
 * <p>Where the grid does not divide, zeros are added below and to the right; those cells take part
 * in attention and are dropped afterwards (official code: {@code LocalWindowAttention}).
 *
 * @param height H, rows of tokens
 * @param width W, columns of tokens
 * @param side rows, and columns, of a window
 */
public record WindowGrid(int height, int width, int side) {

  public WindowGrid {
    if (height < 1 || width < 1 || side < 1) {
      throw new IllegalArgumentException(
          "no windows of side " + side + " over " + height + "x" + width);
    }
  }

  /** Windows from top to bottom. */
  public int rows() {
    return (height + side - 1) / side;
  }

  /** Windows from left to right. */
  public int columns() {
    return (width + side - 1) / side;
  }

  /** w, windows in all. */
  public int windows() {
    return rows() * columns();
  }

  /** N, tokens of one window. */
  public int tokens() {
    return side * side;
  }

  /** Rows of tokens with the padding below. */
  public int paddedHeight() {
    return rows() * side;
  }

  /** Columns of tokens with the padding to the right. */
  public int paddedWidth() {
    return columns() * side;
  }

  /** Whether the whole grid is one window without padding, so that nothing has to be cut. */
  public boolean isWhole() {
    return height == side && width == side;
  }

  /** Whether some cells are padding. */
  public boolean isPadded() {
    return paddedHeight() != height || paddedWidth() != width;
  }

  /** Which window, counted row by row, holds the token at a row and column of the grid. */
  public int windowOf(int row, int column) {
    return row / side * columns() + column / side;
  }

  /** Which token of its window stands at a row and column of the grid. */
  public int tokenOf(int row, int column) {
    return row % side * side + column % side;
  }

  /** The row of the grid, padding counted, at which a token of a window stands. */
  public int rowOf(int window, int token) {
    return window / columns() * side + token / side;
  }

  /** The column of the grid, padding counted, at which a token of a window stands. */
  public int columnOf(int window, int token) {
    return window % columns() * side + token % side;
  }
}
