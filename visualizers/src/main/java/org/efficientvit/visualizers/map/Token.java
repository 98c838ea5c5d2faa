package org.efficientvit.visualizers.map;

/**
 * A token by its place on the grid, or the class token, which has none.
 *
 * @param row from the top, from 0; −1 for the class token
 * @param column from the left, from 0; −1 for the class token
 */
public record Token(int row, int column) {

  /** The token that stands before those of the picture and gathers the answer. */
  public static final Token CLASS = new Token(-1, -1);

  /** Whether this is the class token, which has no cell. */
  public boolean isClass() {
    return equals(CLASS);
  }
}
