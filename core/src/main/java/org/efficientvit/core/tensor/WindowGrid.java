package org.efficientvit.core.tensor;

/**
 * How the tokens of one image are cut into the square windows in which they attend to one another.
 *
 * <p>Where the grid does not divide, zeros are added below and to the right; those cells take part
 * in attention and are dropped afterwards (official code: {@code LocalWindowAttention}). Tokens
 * that are no part of the picture, such as a class token, stand first in a window.
 *
 * @param height H, rows of tokens
 * @param width W, columns of tokens
 * @param side rows, and columns, of a window
 * @param leading tokens of each window that stand before the grid's
 */
public record WindowGrid(int height, int width, int side, int leading) {

  public WindowGrid {
    if (height < 1 || width < 1 || side < 1 || leading < 0) {
      throw new IllegalArgumentException(
          "no windows of side %d over %dx%d behind %d".formatted(side, height, width, leading));
    }
  }

  /** Windows that hold tokens of the grid alone. */
  public WindowGrid(int height, int width, int side) {
    this(height, width, side, 0);
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

  /** N, tokens of one window, the leading ones among them. */
  public int tokens() {
    return leading + side * side;
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
    return leading + row % side * side + column % side;
  }

  /** Whether a token of a window stands on the picture, and is neither leading nor padding. */
  public boolean isOnPicture(int window, int token) {
    return token >= leading && rowOf(window, token) < height && columnOf(window, token) < width;
  }

  /**
   * The row of the grid, padding counted, at which a token of a window stands.
   *
   * @param token not a leading one
   */
  public int rowOf(int window, int token) {
    return window / columns() * side + (token - leading) / side;
  }

  /**
   * The column of the grid, padding counted, at which a token of a window stands.
   *
   * @param token not a leading one
   */
  public int columnOf(int window, int token) {
    return window % columns() * side + (token - leading) % side;
  }
}
