package org.efficientvit.visualizers.heads;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/** How long the vector of each token is. */
final class TokenLengths {

  private static final int RANK = 5;

  private TokenLengths() {}

  /**
   * The 2-norm over the channels of each token of the picture in one head.
   *
   * @param vectors (h, w, C, s, s)
   * @return (H, W), each at least 0
   * @throws IllegalArgumentException if the vectors have another shape
   */
  static Tensor of(HeadMaps vectors, int head) {
    Shape shape = vectors.values().shape();
    if (shape.rank() != RANK) {
      throw new IllegalArgumentException(shape + " are no vectors in windows");
    }
    WindowGrid grid = vectors.grid();
    float[] values = vectors.values().get(head).values();
    float[] lengths = new float[grid.height() * grid.width()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (float) length(values, grid, i / grid.width(), i % grid.width(), shape);
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), lengths);
  }

  private static double length(float[] values, WindowGrid grid, int row, int column, Shape shape) {
    int channels = shape.dimension(2);
    int cells = grid.side() * grid.side();
    int window = grid.windowOf(row, column);
    int cell = grid.tokenOf(row, column) - grid.leading();
    double squares = 0;
    for (int channel = 0; channel < channels; channel++) {
      double value = values[(window * channels + channel) * cells + cell];
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
