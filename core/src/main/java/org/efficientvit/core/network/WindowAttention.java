package org.efficientvit.core.network;

import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Unwindow;
import org.efficientvit.core.ops.Windows;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Cascaded group attention inside each window of the grid (official code: {@code
 * LocalWindowAttention}).
 */
final class WindowAttention implements Block {

  private final String name;
  private final int side;
  private final CascadedGroupAttention attention;

  /**
   * Attention in windows.
   *
   * @param side rows, and columns, of a window
   */
  WindowAttention(String name, int side, CascadedGroupAttention attention) {
    this.name = name;
    this.side = side;
    this.attention = attention;
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    Shape shape = ops.shape(x);
    WindowGrid grid = new WindowGrid(shape.dimension(2), shape.dimension(3), side);
    if (grid.isWhole()) {
      return attention.forward(ops, x, grid);
    }
    T windows = ops.apply(new Windows(name + ".windows", grid), x);
    T attended = attention.forward(ops, windows, grid);
    return ops.apply(new Unwindow(name + ".unwindow", grid), attended);
  }
}
