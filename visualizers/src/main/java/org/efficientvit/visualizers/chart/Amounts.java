package org.efficientvit.visualizers.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.OperationKind;

/**
 * How much of something each operation takes, in the order of the network.
 *
 * @param operations that take it
 */
record Amounts(List<Amount> operations) {

  /**
   * What one operation takes.
   *
   * @param name as in the network
   */
  record Amount(String name, OperationKind kind, long value) {}

  Amounts {
    operations = List.copyOf(operations);
  }

  long total() {
    return operations.stream().mapToLong(Amount::value).sum();
  }

  /** The sum of each kind in each block, blocks in order; kinds that take nothing are left out. */
  Map<String, Map<OperationKind, Long>> byBlock() {
    Map<String, Map<OperationKind, Long>> blocks = new LinkedHashMap<>();
    for (Amount amount : operations) {
      if (amount.value > 0) {
        blocks
            .computeIfAbsent(
                BlockNames.of(amount.name), block -> new EnumMap<>(OperationKind.class))
            .merge(amount.kind, amount.value, Long::sum);
      }
    }
    return blocks;
  }

  /**
   * The operations of each kind, the kind that takes most first; kinds that take nothing left out.
   */
  List<Amounts> byKind() {
    Map<OperationKind, List<Amount>> kinds = new EnumMap<>(OperationKind.class);
    for (Amount amount : operations) {
      if (amount.value > 0) {
        kinds.computeIfAbsent(amount.kind, kind -> new ArrayList<>()).add(amount);
      }
    }
    return kinds.values().stream()
        .map(Amounts::new)
        .sorted(Comparator.comparingLong(Amounts::total).reversed())
        .toList();
  }

  /** Those that take most, that which takes most first. */
  List<Amount> largest(int count) {
    return operations.stream()
        .sorted(Comparator.comparingLong(Amount::value).reversed())
        .limit(count)
        .toList();
  }

  /** Block, kind and value of each sum by block. */
  List<List<Object>> blockRows() {
    List<List<Object>> rows = new ArrayList<>();
    byBlock()
        .forEach(
            (block, kinds) ->
                kinds.forEach(
                    (kind, value) -> rows.add(Arrays.asList(block, kind.label(), value))));
    return rows;
  }
}
