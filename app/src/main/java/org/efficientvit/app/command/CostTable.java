package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;

/** The cost of a network for a person: by block, by kind of operation, and in all. */
final class CostTable {

  private static final double MILLION = 1e6;

  private CostTable() {}

  static void print(NetworkCost cost, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s at %d pixels, batch %d, normalisation %s%n",
        cost.network(),
        cost.imageSize(),
        cost.batch(),
        cost.folded() ? "folded" : "as trained");
    out.printf(
        Locale.ROOT,
        "%,d parameters as trained, %,d with normalisation folded%n%n",
        cost.parameters(),
        cost.parametersFolded());
    group("block", cost, operation -> block(operation.name())).print(out);
    out.println();
    group("kind", cost, operation -> operation.kind().label()).print(out);
  }

  /** The part of the network that an operation belongs to: {@code blocks2.3}, {@code head}. */
  static String block(String operation) {
    String[] parts = operation.split("\\.", 3);
    boolean inStage = parts.length > 2 && parts[0].startsWith("blocks");
    return inStage ? parts[0] + "." + parts[1] : parts[0];
  }

  private static TextTable group(
      String title, NetworkCost cost, Function<OperationCost, String> key) {
    Map<String, List<OperationCost>> groups =
        cost.operations().stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    TextTable table =
        TextTable.ofNumbers(title, "operations", "MMACs", "share", "MB read", "MB written");
    groups.forEach((name, operations) -> row(table, name, operations, cost.macs()));
    table.rule();
    row(table, "total", cost.operations(), cost.macs());
    return table;
  }

  private static void row(
      TextTable table, String name, List<OperationCost> operations, long allMacs) {
    long macs = operations.stream().mapToLong(OperationCost::macs).sum();
    table.row(
        name,
        Integer.toString(operations.size()),
        number("%.2f", macs / MILLION),
        number("%.1f %%", 100.0 * macs / allMacs),
        number("%.2f", operations.stream().mapToLong(OperationCost::bytesRead).sum() / MILLION),
        number("%.2f", operations.stream().mapToLong(OperationCost::bytesWritten).sum() / MILLION));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
