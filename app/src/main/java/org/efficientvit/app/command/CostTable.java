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
import org.efficientvit.core.cost.Stages;
import org.efficientvit.visualizers.DataTable;

/** The cost of a network for a person: by operation, by block, by kind, and in all. */
final class CostTable {

  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;

  private CostTable() {}

  static void print(NetworkCost cost, boolean operations, PrintWriter out) {
    heading(cost).forEach(out::println);
    for (TextTable table : tables(cost, operations)) {
      out.println();
      table.print(out);
    }
  }

  static void printMarkdown(NetworkCost cost, boolean operations, PrintWriter out) {
    heading(cost).forEach(line -> out.println(line + "  "));
    for (TextTable table : tables(cost, operations)) {
      out.println();
      table.printMarkdown(out);
    }
  }

  private static List<String> heading(NetworkCost cost) {
    return List.of(
        "%s at %d pixels, batch %d, normalisation %s"
            .formatted(
                cost.network(),
                cost.imageSize(),
                cost.batch(),
                cost.folded() ? "folded" : "as trained"),
        String.format(
            Locale.ROOT,
            "%,d parameters as trained, %,d with normalisation folded",
            cost.parameters(),
            cost.parametersFolded()));
  }

  private static List<TextTable> tables(NetworkCost cost, boolean operations) {
    TextTable byBlock = group("block", cost, operation -> block(operation.name()));
    TextTable byKind = group("kind", cost, operation -> operation.kind().label());
    return operations ? List.of(each(cost), byBlock, byKind) : List.of(byBlock, byKind);
  }

  /** The part of the network that an operation belongs to: {@code blocks2.3}, {@code head}. */
  static String block(String operation) {
    String[] parts = operation.split("\\.", 3);
    boolean inStage = parts.length > 2 && parts[0].startsWith("blocks");
    return inStage ? parts[0] + "." + parts[1] : parts[0];
  }

  private static TextTable each(NetworkCost cost) {
    TextTable table =
        TextTable.ofWords(
            3,
            "operation",
            "kind",
            "output",
            "MMACs",
            "other MFLOP",
            "kB read",
            "of weights",
            "kB written",
            "FLOP/B");
    for (OperationCost one : cost.operations()) {
      table.row(
          one.name(),
          one.kind().label(),
          one.output().toString(),
          number("%.3f", one.macs() / MILLION),
          number("%.3f", one.arithmetic() / MILLION),
          number("%.1f", one.bytesRead() / THOUSAND),
          number("%.1f", one.weightBytes() / THOUSAND),
          number("%.1f", one.bytesWritten() / THOUSAND),
          one.isView() ? "free" : number("%.2f", one.intensity()));
    }
    return table;
  }

  private static TextTable group(
      String title, NetworkCost cost, Function<OperationCost, String> key) {
    Map<String, List<OperationCost>> groups =
        cost.operations().stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    TextTable table =
        TextTable.ofNumbers(
            title,
            "operations",
            "MMACs",
            "share",
            "other MFLOP",
            "MB read",
            "of weights",
            "MB written",
            "FLOP/B");
    groups.forEach((name, operations) -> row(table, name, operations, cost.macs()));
    table.rule();
    row(table, "total", cost.operations(), cost.macs());
    return table;
  }

  private static void row(
      TextTable table, String name, List<OperationCost> operations, long allMacs) {
    long macs = operations.stream().mapToLong(OperationCost::macs).sum();
    long flops = operations.stream().mapToLong(OperationCost::flops).sum();
    long bytes = operations.stream().mapToLong(OperationCost::bytes).sum();
    table.row(
        name,
        Integer.toString(operations.size()),
        number("%.2f", macs / MILLION),
        number("%.1f %%", 100.0 * macs / allMacs),
        number("%.2f", operations.stream().mapToLong(OperationCost::arithmetic).sum() / MILLION),
        number("%.2f", operations.stream().mapToLong(OperationCost::bytesRead).sum() / MILLION),
        number("%.2f", operations.stream().mapToLong(OperationCost::weightBytes).sum() / MILLION),
        number("%.2f", operations.stream().mapToLong(OperationCost::bytesWritten).sum() / MILLION),
        bytes == 0 ? "free" : number("%.2f", (double) flops / bytes));
  }

  /** Each operation for a spreadsheet. */
  static DataTable data(NetworkCost cost) {
    return new DataTable(
        List.of(
            "network",
            "image size (pixels)",
            "batch",
            "operation",
            "stage",
            "kind",
            "output",
            "multiply-accumulates (1)",
            "other arithmetic (FLOP)",
            "parameters (1)",
            "bytes read (B)",
            "weights read (B)",
            "bytes written (B)",
            "intensity (FLOP/B)"),
        cost.operations().stream()
            .map(
                one ->
                    List.<Object>of(
                        cost.network(),
                        cost.imageSize(),
                        cost.batch(),
                        one.name(),
                        Stages.of(one.name()),
                        one.kind().id(),
                        one.output().toString(),
                        one.macs(),
                        one.arithmetic(),
                        one.parameters(),
                        one.bytesRead(),
                        one.weightBytes(),
                        one.bytesWritten(),
                        one.intensity()))
            .toList());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
