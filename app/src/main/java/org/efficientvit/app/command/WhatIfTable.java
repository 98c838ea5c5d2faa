package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.WhatIfStudy;
import org.efficientvit.app.service.WhatIfStudy.Changed;
import org.efficientvit.core.cost.CostDifference;
import org.efficientvit.core.cost.Difference;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.TimeChange;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.published.Direction;
import org.efficientvit.core.statistics.Estimate;

/** Changed networks for a person to read. */
final class WhatIfTable {

  private static final int LARGEST = 10;
  private static final double MILLION = 1e6;

  private final WhatIfStudy study;
  private final EngineOptions engine;

  WhatIfTable(WhatIfStudy study, EngineOptions engine) {
    this.study = requireNonNull(study, "study is null");
    this.engine = requireNonNull(engine, "engine is null");
  }

  void print(PrintWriter out) {
    out.println(heading());
    out.println();
    totals().print(out);
    if (study.changes().stream().anyMatch(one -> one.published().isPresent())) {
      published(out);
    }
    for (Changed one : study.changes()) {
      out.println();
      explain(one, out);
    }
  }

  private String heading() {
    String what =
        "%s at %d pixels, one pass of %s, %s."
            .formatted(
                study.baseline().config().name(),
                study.baseline().config().imageSize(),
                counted(study.batch(), "picture"),
                WhatIfReport.NOTE);
    if (!study.isTimed()) {
      return what;
    }
    return what
        + " Medians of %s in turn on %s with %s, speeds as medians of the rounds' ratios, and intervals of 95 %%."
            .formatted(
                counted(study.rounds(), "round"),
                engine.engine(),
                counted(engine.threads(), "thread"));
  }

  private TextTable totals() {
    List<String> heading =
        new ArrayList<>(List.of("change", "MMACs", "M parameters", "MB moved", "operations"));
    if (study.isTimed()) {
      heading.addAll(List.of("ms", "images/s", "speed, times the baseline's"));
    }
    TextTable table = TextTable.ofNumbers(heading.toArray(String[]::new));
    table.row(
        totals(
            study.baseline().config().name() + " as it is",
            study.cost(),
            study.milliseconds().map(one -> List.of(spread("%.1f", one), rate(one), "1"))));
    table.rule();
    for (Changed one : study.changes()) {
      table.row(
          totals(
              one.whatIf().variation().toString(),
              one.whatIf().after(),
              one.measured()
                  .map(
                      measured ->
                          List.of(
                              spread("%.1f", measured.milliseconds()),
                              rate(measured.milliseconds()),
                              spread("%.3f", measured.speed())))));
    }
    return table;
  }

  private String rate(Estimate milliseconds) {
    return number("%.1f", study.imagesPerSecond(milliseconds));
  }

  private static String[] totals(String name, NetworkCost cost, Optional<List<String>> times) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(number("%.1f", cost.macs() / MILLION));
    cells.add(number("%.3f", cost.parameters() / MILLION));
    cells.add(number("%.1f", (cost.bytesRead() + cost.bytesWritten()) / MILLION));
    cells.add(Integer.toString(cost.operations().size()));
    times.ifPresent(cells::addAll);
    return cells.toArray(String[]::new);
  }

  /** The paper's rows, with the direction of what was measured where something was. */
  private void published(PrintWriter out) {
    Ablation ablation = Ablation.published();
    Ablation.Row baseline = ablation.baseline();
    out.println();
    out.printf(
        "Published for these changes of m4, trained, as speeds times those of m4: %s; %s.%n%n",
        ablation.source(), ablation.status());
    TextTable table =
        TextTable.ofNumbers(
            "change", "measured", "V100", "direction", "ONNX", "direction", "top-1, points");
    List<String> remarks = new ArrayList<>();
    for (Changed one : study.changes()) {
      if (one.published().isPresent()) {
        Ablation.Row row = one.published().get();
        List<String> said = one.remarks(baseline);
        String name = one.whatIf().variation().toString();
        table.row(
            name + (said.isEmpty() ? "" : " *"),
            one.measured().map(time -> number("%.3f", time.speed().value())).orElse("-"),
            number("%.3f", row.v100Ratio(baseline)),
            direction(one, row.v100Ratio(baseline)),
            number("%.3f", row.onnxRatio(baseline)),
            direction(one, row.onnxRatio(baseline)),
            number("%+.1f", row.top1() - baseline.top1()));
        said.forEach(remark -> remarks.add("* " + name + ": " + remark));
      }
    }
    table.print(out);
    remarks.forEach(out::println);
  }

  private static String direction(Changed one, double published) {
    return one.measured()
        .map(time -> Direction.of(time.speed().interval(), published).words())
        .orElse("-");
  }

  /** What makes the difference: kinds of operation, then single operations. */
  private static void explain(Changed one, PrintWriter out) {
    CostDifference difference = one.difference();
    String change = one.whatIf().variation().toString();
    List<Difference> kinds = difference.byKind().stream().filter(Difference::isClear).toList();
    if (kinds.isEmpty()) {
      out.printf(
          "%s: no difference by count%s.%n",
          change, difference.timed() ? ", nor a clear one in time" : "");
      return;
    }
    out.printf("%s adds to the baseline%s:%n", change, sums(one));
    TextTable byKind = table("kind", "operations", difference);
    for (Difference kind : kinds) {
      byKind.row(cells(kind.name(), signed(kind), kind));
    }
    byKind.rule();
    Difference total = difference.total();
    byKind.row(cells("all kinds", signed(total), total));
    byKind.print(out);
    out.println(byStage(difference));
    out.println();
    TextTable largest = table("operation", "is", difference);
    for (Difference operation : difference.largest(LARGEST)) {
      largest.row(cells(operation.name(), operation.presence().id(), operation));
    }
    largest.print(out);
  }

  /** The same by stage, on one line. */
  private static String byStage(CostDifference difference) {
    return difference.byStage().stream()
        .map(stage -> stage.name() + " " + number("%+.2f", amount(stage) / MILLION))
        .collect(
            Collectors.joining(
                ", ", "By stage, in " + (difference.timed() ? "ms: " : "MMACs: "), "."));
  }

  private static double amount(Difference one) {
    return one.time().map(time -> time.added().value()).orElse((double) one.added().macs());
  }

  /** What passes and operations say of the time, which need not be the same. */
  private static String sums(Changed one) {
    if (one.measured().isEmpty()) {
      return "";
    }
    String whole = spread("%+.2f", one.measured().get().added());
    return one.difference()
        .total()
        .time()
        .map(
            time ->
                ", from end to end %s ms, of which operations timed one by one explain %s ms"
                    .formatted(whole, number("%+.2f", time.added().value() / MILLION)))
        .orElse(", from end to end " + whole + " ms");
  }

  private static TextTable table(String first, String second, CostDifference difference) {
    return difference.timed()
        ? TextTable.ofNumbers(first, second, "MMACs", "MB moved", "ms")
        : TextTable.ofNumbers(first, second, "MMACs", "MB moved");
  }

  private static String signed(Difference one) {
    return String.format(Locale.ROOT, "%+d", one.added().operations());
  }

  private static String[] cells(String name, String second, Difference one) {
    List<String> cells = new ArrayList<>(List.of(name, second));
    cells.add(number("%+.2f", one.added().macs() / MILLION));
    cells.add(number("%+.2f", one.added().bytes() / MILLION));
    one.time().map(TimeChange::added).ifPresent(added -> cells.add(milliseconds(added)));
    return cells.toArray(String[]::new);
  }

  private static String milliseconds(Estimate nanoseconds) {
    return range(
        "%+.3f",
        nanoseconds.value() / MILLION,
        nanoseconds.interval().low() / MILLION,
        nanoseconds.interval().high() / MILLION);
  }

  private static String spread(String format, Estimate estimate) {
    return range(format, estimate.value(), estimate.interval().low(), estimate.interval().high());
  }

  private static String range(String format, double value, double low, double high) {
    return number(format, value) + " (" + number(format, low) + " to " + number(format, high) + ")";
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
