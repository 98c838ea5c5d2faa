package org.efficientvit.visualizers.heads;

import java.util.Arrays;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.map.Token;

/**
 * The weights of one head on the grid of tokens, the cells that pad its windows with it.
 *
 * @param maps attention, (h, w, N, N), each row a query's weights
 */
record PaddedMaps(HeadMaps maps, int head) {

  /** The grid with the cells that pad its windows. */
  static WindowGrid padded(WindowGrid grid) {
    return new WindowGrid(grid.paddedHeight(), grid.paddedWidth(), grid.side(), grid.leading());
  }

  /**
   * Where a token attends.
   *
   * @return (H', W'), H' and W' with the padding; NaN outside the token's window
   */
  Tensor query(Token token) {
    float[] map = new float[cells()];
    Arrays.fill(map, Float.NaN);
    for (int window = 0; window < grid().windows(); window++) {
      int asking = asking(token, window);
      for (int key = grid().leading(); asking >= 0 && key < grid().tokens(); key++) {
        map[cell(window, key)] = weight(window, asking, key);
      }
    }
    return tensor(map);
  }

  /**
   * What each cell is given by the tokens of the picture, and by leading ones.
   *
   * @return (H', W'), H' and W' with the padding
   */
  Tensor received() {
    float[] map = new float[cells()];
    for (int window = 0; window < grid().windows(); window++) {
      for (int query = 0; query < grid().tokens(); query++) {
        if (query < grid().leading() || grid().isOnPicture(window, query)) {
          for (int key = grid().leading(); key < grid().tokens(); key++) {
            map[cell(window, key)] += weight(window, query, key);
          }
        }
      }
    }
    return tensor(map);
  }

  /**
   * How evenly each token attends.
   *
   * @return (H', W'), H' and W' with the padding, where it is NaN
   */
  Tensor entropy() {
    Tensor entropy = new StitchedAttention(maps).entropy(head);
    float[] map = new float[cells()];
    Arrays.fill(map, Float.NaN);
    for (int row = 0; row < grid().height(); row++) {
      for (int column = 0; column < grid().width(); column++) {
        map[row * grid().paddedWidth() + column] = entropy.at(row, column);
      }
    }
    return tensor(map);
  }

  /** The share of a token's attention that falls on padding, 0 to 1. */
  double paddingShare(Token token) {
    double given = 0;
    double asked = 0;
    for (int window = 0; window < grid().windows(); window++) {
      int asking = asking(token, window);
      if (asking >= 0) {
        given += onPadding(window, asking);
        asked++;
      }
    }
    return given / asked;
  }

  /** The share of the attention of all the picture's tokens that falls on padding, 0 to 1. */
  double paddingShare() {
    return mean(new StitchedAttention(maps).padding(head));
  }

  static double mean(Tensor map) {
    double sum = 0;
    int count = 0;
    for (float value : map.values()) {
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private WindowGrid grid() {
    return maps.grid();
  }

  /** Which token of a window asks; −1 where none does. */
  private int asking(Token token, int window) {
    if (token.isClass()) {
      return 0;
    }
    return grid().windowOf(token.row(), token.column()) == window
        ? grid().tokenOf(token.row(), token.column())
        : -1;
  }

  private double onPadding(int window, int query) {
    double sum = 0;
    for (int key = grid().leading(); key < grid().tokens(); key++) {
      sum += grid().isOnPicture(window, key) ? 0 : weight(window, query, key);
    }
    return sum;
  }

  private float weight(int window, int query, int key) {
    int tokens = grid().tokens();
    return maps.values()
        .values()[((head * grid().windows() + window) * tokens + query) * tokens + key];
  }

  private int cells() {
    return grid().paddedHeight() * grid().paddedWidth();
  }

  private int cell(int window, int key) {
    return grid().rowOf(window, key) * grid().paddedWidth() + grid().columnOf(window, key);
  }

  private Tensor tensor(float[] map) {
    return new Tensor(Shape.of(grid().paddedHeight(), grid().paddedWidth()), map);
  }
}
