package org.efficientvit.visualizers.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.colour.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The maps of an attention figure, what they mean and their scales.
 *
 * @param maps (H, W) of each head; NaN where a token cannot attend
 * @param scales of each head
 * @param meaning of a value, in words
 * @param ticks of the colour bar
 */
record AttentionMaps(
    List<Tensor> maps, List<Scale> scales, String meaning, List<ColourBar.Tick> ticks) {

  static AttentionMaps of(StitchedAttention attention, @Nullable Token query, boolean isShared) {
    List<Tensor> maps =
        IntStream.range(0, attention.heads())
            .mapToObj(head -> map(attention, query, head))
            .toList();
    // A weight is a share, so its colours start at 0; what is received is seen against 1.
    Scale shared = query == null ? Scale.of(maps) : Scale.of(maps).withZero();
    List<Scale> scales =
        maps.stream()
            .map(Scale::of)
            .map(own -> isShared ? shared : query == null ? own : own.withZero())
            .toList();
    return new AttentionMaps(
        maps,
        scales,
        meaning(attention.grid(), query),
        isShared ? ColourBar.ticks(shared) : ownTicks(query));
  }

  private static Tensor map(StitchedAttention attention, @Nullable Token query, int head) {
    if (query == null) {
      return attention.received(head);
    }
    if (query.isClass()) {
      return attention.leadingQuery(head, 0);
    }
    WindowGrid grid = attention.grid();
    Tensor weights = attention.query(head, query.row(), query.column());
    int window = grid.windowOf(query.row(), query.column());
    float[] values = weights.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (grid.windowOf(i / grid.width(), i % grid.width()) != window) {
        values[i] = Float.NaN;
      }
    }
    return new Tensor(weights.shape(), values);
  }

  private static String meaning(WindowGrid grid, @Nullable Token query) {
    if (query != null) {
      return query.isClass()
          ? "attention weight of the class token; what it gives itself has no cell"
          : "attention weight of the token at row %d, column %d (counted from 0)"
              .formatted(query.row(), query.column());
    }
    if (grid.leading() > 0) {
      return "attention received (summed over queries, the class token's too; 1 = uniform)";
    }
    return grid.isPadded()
        ? "attention received (summed over queries; padding takes a part)"
        : "attention received (summed over queries; 1 = uniform)";
  }

  private static List<ColourBar.Tick> ownTicks(@Nullable Token query) {
    return List.of(
        new ColourBar.Tick(0, query == null ? "head's minimum" : "0"),
        new ColourBar.Tick(1, "head's maximum"));
  }

  /** Head, row, column and value of each cell that has one. */
  List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (int head = 0; head < maps.size(); head++) {
      Tensor map = maps.get(head);
      int width = map.shape().dimension(1);
      for (int i = 0; i < map.elements(); i++) {
        if (!Float.isNaN(map.values()[i])) {
          rows.add(Arrays.asList(head, i / width, i % width, map.values()[i]));
        }
      }
    }
    return rows;
  }
}
