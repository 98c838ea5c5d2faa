package org.efficientvit.core.attention;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/**
 * The attention of a block's windows put back on the picture's grid of tokens.
 *
 * <p>Cells that pad a window take part in attention, but are no part of the picture: they are left
 * out of every map here. A class token, or whatever else stands before the tokens of the picture,
 * has no cell on a map either, but asks as the others do.
 */
public final class StitchedAttention {

  private final HeadMaps maps;
  private final WindowGrid grid;

  /**
   * The maps of one block.
   *
   * @param maps attention, (h, w, N, N), each row a query's weights
   */
  public StitchedAttention(HeadMaps maps) {
    this.maps = requireNonNull(maps, "maps is null");
    this.grid = maps.grid();
    Shape shape = maps.values().shape();
    int tokens = grid.tokens();
    if (!shape.equals(Shape.of(maps.heads(), grid.windows(), tokens, tokens))) {
      throw new IllegalArgumentException(shape + " are no attention maps over " + grid);
    }
  }

  public WindowGrid grid() {
    return grid;
  }

  /** h, how many heads. */
  public int heads() {
    return maps.heads();
  }

  /** The block that these maps are of. */
  public String block() {
    return maps.block();
  }

  /**
   * Where one token attends in one head.
   *
   * @param row of the token on the grid
   * @param column of the token on the grid
   * @return (H, W), 0 outside the token's window; sums to 1 less what falls on padding and on
   *     leading tokens
   */
  public Tensor query(int head, int row, int column) {
    if (row < 0 || row >= grid.height() || column < 0 || column >= grid.width()) {
      throw new IndexOutOfBoundsException("no token at row " + row + ", column " + column);
    }
    float[] map = new float[grid.height() * grid.width()];
    give(map, head, grid.windowOf(row, column), grid.tokenOf(row, column));
    return new Tensor(Shape.of(grid.height(), grid.width()), map);
  }

  /**
   * Where several tokens attend in one head: the mean of what each gives.
   *
   * @param cells of the tokens, row · W + column, at least one
   * @return (H, W); sums to 1 less what falls on padding and on leading tokens
   */
  public Tensor queries(int head, int... cells) {
    if (cells.length == 0) {
      throw new IllegalArgumentException("no token asks");
    }
    float[] map = new float[grid.height() * grid.width()];
    for (int cell : cells) {
      int row = cell / grid.width();
      int column = cell % grid.width();
      give(map, head, grid.windowOf(row, column), grid.tokenOf(row, column));
    }
    for (int i = 0; i < map.length; i++) {
      map[i] /= cells.length;
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), map);
  }

  /**
   * Where a token that is no part of the picture attends in one head, such as the class token, in
   * all windows.
   *
   * @param index which of the leading tokens
   * @return (H, W); sums to the number of windows less what falls on padding and on leading tokens
   */
  public Tensor leadingQuery(int head, int index) {
    if (index < 0 || index >= grid.leading()) {
      throw new IndexOutOfBoundsException("no token " + index + " before the picture's");
    }
    float[] map = new float[grid.height() * grid.width()];
    for (int window = 0; window < grid.windows(); window++) {
      give(map, head, window, index);
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), map);
  }

  /**
   * How much attention each token gets in one head: the sum of what the picture's tokens, and
   * leading ones, give it.
   *
   * @return (H, W), each at least 0; 1 everywhere where attention is uniform and nothing is padded
   */
  public Tensor received(int head) {
    float[] map = new float[grid.height() * grid.width()];
    for (int window = 0; window < grid.windows(); window++) {
      for (int query = 0; query < grid.tokens(); query++) {
        if (query < grid.leading() || grid.isOnPicture(window, query)) {
          give(map, head, window, query);
        }
      }
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), map);
  }

  /**
   * How evenly each token attends in one head: −Σ p·log p / log N over all N tokens of its window.
   *
   * @return (H, W), 0 where one token has all attention, to 1 where all have as much
   */
  public Tensor entropy(int head) {
    return ofEachToken(
        (window, query) ->
            Entropy.relative(maps.values().values(), start(head, window, query), grid.tokens()));
  }

  /**
   * How much of each token's attention falls on cells that pad its window in one head.
   *
   * @return (H, W), 0 to 1; 0 in windows without padding
   */
  public Tensor padding(int head) {
    return ofEachToken(
        (window, query) -> {
          double sum = 0;
          for (int key = grid.leading(); key < grid.tokens(); key++) {
            sum += grid.isOnPicture(window, key) ? 0 : weight(head, window, query, key);
          }
          return sum;
        });
  }

  /**
   * All weights of one window in one head.
   *
   * @param window counted row by row
   * @return (N, N), each row a query's and summing to 1, leading tokens first, padding among them
   */
  public Tensor matrix(int head, int window) {
    if (head < 0 || head >= heads() || window < 0 || window >= grid.windows()) {
      throw new IndexOutOfBoundsException("no head " + head + " with a window " + window);
    }
    int tokens = grid.tokens();
    float[] matrix = new float[tokens * tokens];
    System.arraycopy(maps.values().values(), start(head, window, 0), matrix, 0, matrix.length);
    return new Tensor(Shape.of(tokens, tokens), matrix);
  }

  /** A number of each token that asks. */
  @FunctionalInterface
  private interface QueryFunction {

    double of(int window, int query);
  }

  private Tensor ofEachToken(QueryFunction number) {
    float[] map = new float[grid.height() * grid.width()];
    for (int cell = 0; cell < map.length; cell++) {
      int row = cell / grid.width();
      int column = cell % grid.width();
      map[cell] = (float) number.of(grid.windowOf(row, column), grid.tokenOf(row, column));
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), map);
  }

  private float weight(int head, int window, int query, int key) {
    return maps.values().values()[start(head, window, query) + key];
  }

  /** Where the weights of a query begin. */
  private int start(int head, int window, int query) {
    int tokens = grid.tokens();
    return ((head * grid.windows() + window) * tokens + query) * tokens;
  }

  /** Adds what one token gives to each token of the picture. */
  private void give(float[] map, int head, int window, int query) {
    for (int key = grid.leading(); key < grid.tokens(); key++) {
      if (grid.isOnPicture(window, key)) {
        int cell = grid.rowOf(window, key) * grid.width() + grid.columnOf(window, key);
        map[cell] += weight(head, window, query, key);
      }
    }
  }
}
