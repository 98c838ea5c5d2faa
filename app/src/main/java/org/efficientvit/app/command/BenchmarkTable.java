package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.EngineRatio;
import org.efficientvit.core.benchmark.RegimeMap;
import org.efficientvit.core.benchmark.RegimeMap.Crossing;
import org.efficientvit.core.benchmark.RegimeMap.Regime;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.statistics.Estimate;

/** What a benchmark measured, for a person at a terminal. */
final class BenchmarkTable {

  private final Benchmark.Result result;
  private final List<CellResult> cells;
  private final PrintWriter out;

  private BenchmarkTable(Benchmark.Result result, PrintWriter out) {
    this.result = result;
    this.cells = result.cells();
    this.out = out;
  }

  static void print(Benchmark.Result result, PrintWriter out) {
    BenchmarkTable table = new BenchmarkTable(result, out);
    out.println(MachineReport.line(result.machine()));
    out.println("protocol " + result.plan().protocol().name() + "; " + Benchmark.WEIGHTS);
    out.println();
    table.printCells();
    table.printRatios();
    table.printRegimes();
  }

  /** Columns that would say the same in every row are left out. */
  private void printCells() {
    boolean threads = cells.stream().anyMatch(cell -> cell.cell().threads() != 1);
    boolean workers = cells.stream().anyMatch(cell -> cell.cell().workers() != 1);
    String figure = result.plan().protocol().figure() == Figure.MEAN ? "mean ms" : "median ms";
    TextTable table =
        TextTable.ofNumbers(
            "model",
            "engine",
            "batch",
            threads ? "threads" : "",
            workers ? "workers" : "",
            figure,
            "95 %",
            "images/s",
            "drift",
            "");
    String model = "";
    for (CellResult one : cells) {
      Cell cell = one.cell();
      if (!model.isEmpty() && !model.equals(cell.model())) {
        table.rule();
      }
      model = cell.model();
      table.row(
          model,
          cell.runner(),
          Integer.toString(cell.batch()),
          threads ? Integer.toString(cell.threads()) : "",
          workers ? Integer.toString(cell.workers()) : "",
          milliseconds(one.milliseconds().value()),
          milliseconds(one.milliseconds().low()) + " to " + milliseconds(one.milliseconds().high()),
          String.format(Locale.ROOT, "%.0f", one.imagesPerSecond().value()),
          String.format(Locale.ROOT, "%+.1f %%", 100 * one.drift()),
          remark(one));
    }
    table.print(out);
    if (cells.stream().anyMatch(CellResult::isDrifting)) {
      out.println(
          "drifts: passes took more than 5 % longer, or shorter, at the end than at the start; measure again on a quiet machine.");
    }
    if (!result.unsettled().isEmpty()) {
      out.println("unsettled: times still changed when the warm-up ended.");
    }
  }

  private String remark(CellResult one) {
    boolean unsettled = result.unsettled().contains(one.cell());
    return (one.isDrifting() ? "drifts" : "")
        + (one.isDrifting() && unsettled ? ", " : "")
        + (unsettled ? "unsettled" : "");
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void printRatios() {
    List<EngineRatio> ratios = EngineRatio.of(result.plan().cells(), result.visits());
    if (ratios.isEmpty()) {
      return;
    }
    out.println();
    TextTable table = TextTable.ofNumbers("model", "batch", "threads", "times as fast", "95 %", "");
    for (EngineRatio ratio : ratios) {
      Estimate speed = ratio.speed();
      table.row(
          ratio.faster().model(),
          Integer.toString(ratio.faster().batch()),
          Integer.toString(ratio.faster().threads()),
          String.format(Locale.ROOT, "%.2f", speed.value()),
          String.format(Locale.ROOT, "%.2f to %.2f", speed.low(), speed.high()),
          ratio.faster().runner() + " against " + ratio.slower().runner());
    }
    table.print(out);
  }

  private void printRegimes() {
    RegimeMap map = RegimeMap.of(cells);
    if (result.plan().models().size() < 2) {
      return;
    }
    out.println();
    TextTable table = TextTable.leftAligned("setting", "from the fastest to the slowest");
    for (Regime regime : map.regimes()) {
      table.row(
          BenchmarkReport.words(regime.setting()),
          String.join(" ", regime.ranking().stream().map(one -> one.cell().model()).toList()));
    }
    table.print(out);
    out.println();
    List<Crossing> crossings = map.crossings(BenchmarkReport.bySize());
    if (crossings.isEmpty()) {
      out.println("No two of these models overtake one another beyond doubt.");
    }
    for (Crossing crossing : crossings) {
      out.printf(
          "%s is faster than %s with %s, and slower with %s.%n",
          crossing.faster(),
          crossing.slower(),
          BenchmarkReport.words(crossing.where()),
          BenchmarkReport.words(crossing.elsewhere()));
    }
  }
}
