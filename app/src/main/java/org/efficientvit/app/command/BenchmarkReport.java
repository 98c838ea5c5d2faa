package org.efficientvit.app.command;

import java.util.List;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.EngineRatio;
import org.efficientvit.core.benchmark.RegimeMap;
import org.efficientvit.core.benchmark.RegimeMap.Crossing;
import org.efficientvit.core.benchmark.RegimeMap.Regime;
import org.efficientvit.core.benchmark.RegimeMap.Setting;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.trace.Precision;
import org.jspecify.annotations.Nullable;

/** The answer of {@code benchmark --json}. */
record BenchmarkReport(
    MachineReport machine,
    String protocol,
    @Nullable Long run,
    boolean whole,
    String weights,
    List<Measured> cells,
    List<Ratio> ratios,
    List<Fastest> regimes,
    List<Overtaking> crossings) {

  /** Time of a pass. */
  record Milliseconds(double median, double low, double high) {

    static Milliseconds of(Estimate estimate) {
      return new Milliseconds(estimate.value(), estimate.low(), estimate.high());
    }
  }

  /** One cell. */
  record Measured(
      String model,
      String engine,
      int batch,
      int threads,
      int workers,
      String precision,
      Milliseconds milliseconds,
      double imagesPerSecond,
      int rounds,
      int passes,
      double drift,
      boolean drifting,
      boolean settled) {

    static Measured of(CellResult result, boolean settled) {
      Cell cell = result.cell();
      return new Measured(
          cell.model(),
          cell.engine(),
          cell.batch(),
          cell.threads(),
          cell.workers(),
          cell.precision().toString(),
          Milliseconds.of(result.milliseconds()),
          result.imagesPerSecond().value(),
          result.rounds(),
          result.passes(),
          result.drift(),
          result.isDrifting(),
          settled);
    }
  }

  /** How many times as many images a second one engine does as another. */
  record Ratio(
      String model,
      String faster,
      String slower,
      String fasterPrecision,
      String slowerPrecision,
      int batch,
      int threads,
      int workers,
      double value,
      double low,
      double high) {

    static Ratio of(EngineRatio ratio) {
      Cell cell = ratio.faster();
      return new Ratio(
          cell.model(),
          cell.engine(),
          ratio.slower().engine(),
          cell.precision().toString(),
          ratio.slower().precision().toString(),
          cell.batch(),
          cell.threads(),
          cell.workers(),
          ratio.speed().value(),
          ratio.speed().low(),
          ratio.speed().high());
    }
  }

  /** Where a model is the fastest; the others follow it. */
  record Fastest(
      String engine, String precision, int batch, int threads, int workers, List<String> ranking) {

    static Fastest of(Regime regime) {
      Setting setting = regime.setting();
      return new Fastest(
          setting.engine(),
          setting.precision().toString(),
          setting.batch(),
          setting.threads(),
          setting.workers(),
          regime.ranking().stream().map(result -> result.cell().model()).toList());
    }
  }

  /** A model that is faster than a smaller one somewhere, and slower elsewhere. */
  record Overtaking(String faster, String slower, String where, String elsewhere) {

    static Overtaking of(Crossing crossing) {
      return new Overtaking(
          crossing.faster(),
          crossing.slower(),
          words(crossing.where()),
          words(crossing.elsewhere()));
    }
  }

  /** A setting in words: {@code onnx, batch 16, 1 thread}. */
  static String words(Setting setting) {
    return "%s, batch %d, %s%s"
        .formatted(
            setting.precision() == Precision.FP32
                ? setting.engine()
                : setting.engine() + " " + setting.precision(),
            setting.batch(),
            setting.threads() == 1 ? "1 thread" : setting.threads() + " threads",
            setting.workers() == 1 ? "" : ", " + setting.workers() + " workers");
  }

  /** EfficientViT's models from the smallest to the largest, then those of other families. */
  static List<String> bySize() {
    return Designs.all().stream().map(Design::id).toList();
  }

  static BenchmarkReport of(Benchmark.Result result) {
    List<CellResult> cells = result.cells();
    RegimeMap map = RegimeMap.of(cells);
    return new BenchmarkReport(
        MachineReport.of(result.machine()),
        result.plan().protocol().name(),
        result.run().isPresent() ? (Long) result.run().get().id() : null,
        result.isWhole(),
        Benchmark.WEIGHTS,
        cells.stream()
            .map(cell -> Measured.of(cell, !result.unsettled().contains(cell.cell())))
            .toList(),
        EngineRatio.of(result.plan().cells(), result.visits()).stream().map(Ratio::of).toList(),
        map.regimes().stream().map(Fastest::of).toList(),
        map.crossings(bySize()).stream().map(Overtaking::of).toList());
  }
}
