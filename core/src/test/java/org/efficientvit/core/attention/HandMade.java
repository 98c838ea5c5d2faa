package org.efficientvit.core.attention;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/** Maps by a rule, whose figures are known in closed form. */
final class HandMade {

  /** The weight of one head, in a window, of a query for a key. */
  @FunctionalInterface
  interface Rule {

    double weight(int head, int window, int query, int key);
  }

  private HandMade() {}

  static HeadMaps maps(WindowGrid grid, int heads, Rule rule) {
    int tokens = grid.tokens();
    float[] values = new float[heads * grid.windows() * tokens * tokens];
    for (int i = 0; i < values.length; i++) {
      int query = i / tokens;
      int window = query / tokens;
      values[i] =
          (float)
              rule.weight(
                  window / grid.windows(), window % grid.windows(), query % tokens, i % tokens);
    }
    Shape shape = Shape.of(heads, grid.windows(), tokens, tokens);
    return new HeadMaps("block", grid, new Tensor(shape, values));
  }

  /** Uniform attention of each head. */
  static HeadMaps uniform(WindowGrid grid, int heads) {
    return maps(grid, heads, (head, window, query, key) -> 1.0 / grid.tokens());
  }

  static double oneIf(boolean condition) {
    return condition ? 1 : 0;
  }
}
