package org.efficientvit.core.attention;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;

/**
 * How far the maps of one block are from those of another pass over the same picture.
 *
 * <p>The distance of two rows of attention, p and q, is their total variation ½·Σ|p − q|, from 0,
 * the same, to 1, no key in common: the share of attention that went elsewhere. A head's is the
 * mean over the queries that are on the picture or before it; padding does not ask.
 *
 * @param block {@code blocks2.3}
 * @param heads mean total variation of each head, 0 to 1
 */
public record MapChange(String block, List<Double> heads) {

  public MapChange {
    requireNonNull(block, "block is null");
    heads = List.copyOf(heads);
  }

  /** The mean over the heads, 0 to 1. */
  public double mean() {
    return heads.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /**
   * The change of every block.
   *
   * @param before with the attention of all blocks
   * @param after with the same
   * @throws IllegalArgumentException if they are not of the same blocks and shapes
   */
  public static List<MapChange> between(Trace before, Trace after) {
    Map<String, HeadMaps> others = after.attention();
    if (!before.attention().keySet().equals(others.keySet())) {
      throw new IllegalArgumentException(
          "maps of %s and of %s".formatted(before.attention().keySet(), others.keySet()));
    }
    List<MapChange> changes = new ArrayList<>();
    before
        .attention()
        .forEach(
            (block, maps) -> changes.add(between(maps, requireNonNull(others.get(block), block))));
    return changes;
  }

  /**
   * The change of one block.
   *
   * @param before maps, (h, w, N, N)
   * @param after maps of the same shape
   * @throws IllegalArgumentException if the shapes differ
   */
  public static MapChange between(HeadMaps before, HeadMaps after) {
    Shape shape = before.values().shape();
    if (!shape.equals(after.values().shape())) {
      throw new IllegalArgumentException(
          before.block() + ": " + shape + " and " + after.values().shape());
    }
    List<Double> heads = new ArrayList<>();
    for (int head = 0; head < before.heads(); head++) {
      heads.add(variation(before, after, head));
    }
    return new MapChange(before.block(), heads);
  }

  private static double variation(HeadMaps before, HeadMaps after, int head) {
    WindowGrid grid = before.grid();
    int tokens = grid.tokens();
    double sum = 0;
    int queries = 0;
    for (int window = 0; window < grid.windows(); window++) {
      for (int query = 0; query < tokens; query++) {
        if (query < grid.leading() || grid.isOnPicture(window, query)) {
          int row = ((head * grid.windows() + window) * tokens + query) * tokens;
          sum += variation(before.values().values(), after.values().values(), row, tokens);
          queries++;
        }
      }
    }
    return sum / queries;
  }

  private static double variation(float[] before, float[] after, int row, int tokens) {
    double sum = 0;
    for (int key = row; key < row + tokens; key++) {
      sum += Math.abs((double) before[key] - after[key]);
    }
    return sum / 2;
  }
}
