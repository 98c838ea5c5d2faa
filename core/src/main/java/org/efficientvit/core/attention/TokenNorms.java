package org.efficientvit.core.attention;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/** How long the vectors are that a head reads or gives, token by token. */
public final class TokenNorms {

  private static final int RANK = 5;

  private TokenNorms() {}

  /**
   * The 2-norm of each token's channels, on the picture's grid.
   *
   * @param maps what heads read or give, (h, w, C, s, s)
   * @param head from 0
   * @return (H, W), each at least 0
   * @throws IllegalArgumentException if the maps are of another shape
   */
  public static Tensor of(HeadMaps maps, int head) {
    Shape shape = maps.values().shape();
    WindowGrid grid = maps.grid();
    if (shape.rank() != RANK || grid.leading() != 0) {
      throw new IllegalArgumentException(shape + " is not what heads of windows read or give");
    }
    int channels = shape.dimension(2);
    int cells = grid.tokens();
    float[] values = maps.values().values();
    float[] norms = new float[grid.height() * grid.width()];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int first = (head * grid.windows() + grid.windowOf(row, column)) * channels * cells;
        double squares = 0;
        for (int channel = 0; channel < channels; channel++) {
          double value = values[first + channel * cells + grid.tokenOf(row, column)];
          squares += value * value;
        }
        norms[row * grid.width() + column] = (float) Math.sqrt(squares);
      }
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), norms);
  }
}
