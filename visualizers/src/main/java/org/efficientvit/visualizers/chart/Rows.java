package org.efficientvit.visualizers.chart;

import java.util.List;
import java.util.function.LongFunction;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.chart.StackedBars.Row;

/** Bars of blocks. */
final class Rows {

  private Rows() {}

  /** One bar for each block, with its sum and its share at the end. */
  static List<Row> byBlock(Amounts amounts, LongFunction<String> format) {
    long total = amounts.total();
    return amounts.byBlock().entrySet().stream()
        .map(
            block -> {
              long sum = block.getValue().values().stream().mapToLong(Long::longValue).sum();
              String label = format.apply(sum) + " · " + Numbers.percent((double) sum / total);
              return new Row(block.getKey(), block.getValue(), label);
            })
        .toList();
  }
}
