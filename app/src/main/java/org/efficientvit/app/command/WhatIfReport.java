package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.WhatIfStudy;
import org.efficientvit.core.cost.CostDifference;
import org.efficientvit.core.cost.Difference;
import org.efficientvit.core.cost.Load;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.TimeChange;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.published.Direction;
import org.efficientvit.core.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code what-if --json}.
 *
 * @param engine that ran the networks; null where nothing was run
 * @param rounds that were measured
 * @param note what the figures are worth
 * @param publishedSource where published figures stand; null where there are none
 * @param publishedStatus how they were confirmed; null where there are none
 */
record WhatIfReport(
    String model,
    int imageSize,
    int batch,
    @Nullable String engine,
    int threads,
    int rounds,
    String note,
    @Nullable String publishedSource,
    @Nullable String publishedStatus,
    Network baseline,
    List<Variant> variants,
    List<String> figures) {

  /** What stands wherever the figures do. */
  static final String NOTE = "random weights, not retrained: cost and time only";

  private static final double MICROSECOND = 1e3;

  /** A network's totals, of one pass of the whole batch. */
  record Network(
      int imageSize,
      long parameters,
      long parametersFolded,
      long macs,
      long bytesRead,
      long bytesWritten,
      int operations,
      @Nullable Spread milliseconds,
      @Nullable Double imagesPerSecond) {}

  /** A median and its interval of 95 %. */
  record Spread(double median, double low, double high) {

    static @Nullable Spread of(@Nullable Estimate estimate) {
      return estimate == null
          ? null
          : new Spread(estimate.value(), estimate.interval().low(), estimate.interval().high());
    }
  }

  /** Microseconds that a change adds, median of the rounds, and its interval of 95 %. */
  record Added(double median, double low, double high) {

    static Added of(TimeChange time) {
      return new Added(
          time.added().value() / MICROSECOND,
          time.added().interval().low() / MICROSECOND,
          time.added().interval().high() / MICROSECOND);
    }
  }

  /** A median of ratios and its interval of 95 %. */
  record Ratio(double ratio, double low, double high) {

    static @Nullable Ratio of(@Nullable Estimate estimate) {
      return estimate == null
          ? null
          : new Ratio(estimate.value(), estimate.interval().low(), estimate.interval().high());
    }
  }

  /**
   * A changed network.
   *
   * @param added milliseconds to the baseline's pass of the same round
   * @param speed images/s for each one of the baseline
   * @param byKind the operations of each kind together, that which differs most first
   * @param byStage the operations of each stage together
   * @param operations to which the change makes a difference by count or clearly in time, that
   *     which differs most first
   */
  record Variant(
      String change,
      Network network,
      @Nullable Spread added,
      @Nullable Ratio speed,
      @Nullable Published published,
      List<Group> byKind,
      List<Group> byStage,
      List<Operation> operations) {}

  /** The paper's row, its speeds for each image/s of its own baseline. */
  record Published(
      String row,
      double top1,
      double top1Difference,
      double v100Speed,
      @Nullable String v100Direction,
      double onnxSpeed,
      @Nullable String onnxDirection,
      List<String> remarks) {}

  /** What operations take in both networks. */
  record Group(String name, Amounts before, Amounts after, @Nullable Added microseconds) {}

  /** One operation in both networks. */
  record Operation(
      String name,
      String kind,
      String presence,
      Amounts before,
      Amounts after,
      @Nullable Added microseconds) {}

  /** What operations take; no time where that was not measured. */
  record Amounts(int operations, long macs, long bytes, @Nullable Double microseconds) {}

  static WhatIfReport of(WhatIfStudy study, EngineOptions engine, List<Path> figures) {
    boolean isTimed = study.isTimed();
    boolean isPublished = study.changes().stream().anyMatch(one -> one.published().isPresent());
    Ablation ablation = Ablation.published();
    return new WhatIfReport(
        study.baseline().config().name(),
        study.baseline().config().imageSize(),
        study.batch(),
        isTimed ? engine.engine().toString() : null,
        engine.threads(),
        study.rounds(),
        NOTE,
        isPublished ? ablation.source() : null,
        isPublished ? ablation.status() : null,
        network(study, study.cost(), study.milliseconds().orElse(null)),
        study.changes().stream().map(one -> variant(study, one, ablation.baseline())).toList(),
        figures.stream().map(Path::toString).toList());
  }

  private static Network network(
      WhatIfStudy study, NetworkCost cost, @Nullable Estimate milliseconds) {
    return new Network(
        cost.imageSize(),
        cost.parameters(),
        cost.parametersFolded(),
        cost.macs(),
        cost.bytesRead(),
        cost.bytesWritten(),
        cost.operations().size(),
        Spread.of(milliseconds),
        milliseconds == null ? null : (Double) study.imagesPerSecond(milliseconds));
  }

  private static Variant variant(
      WhatIfStudy study, WhatIfStudy.Changed one, Ablation.Row publishedBaseline) {
    CostDifference difference = one.difference();
    WhatIfStudy.Measured measured = one.measured().orElse(null);
    return new Variant(
        one.whatIf().variation().toString(),
        network(study, one.whatIf().after(), measured == null ? null : measured.milliseconds()),
        Spread.of(measured == null ? null : measured.added()),
        Ratio.of(measured == null ? null : measured.speed()),
        one.published().map(row -> published(one, row, publishedBaseline)).orElse(null),
        difference.byKind().stream().map(WhatIfReport::group).toList(),
        difference.byStage().stream().map(WhatIfReport::group).toList(),
        difference.largest(Integer.MAX_VALUE).stream().map(WhatIfReport::operation).toList());
  }

  private static Published published(
      WhatIfStudy.Changed one, Ablation.Row row, Ablation.Row baseline) {
    return new Published(
        row.name(),
        row.top1(),
        row.top1() - baseline.top1(),
        row.v100Ratio(baseline),
        direction(one, row.v100Ratio(baseline)),
        row.onnxRatio(baseline),
        direction(one, row.onnxRatio(baseline)),
        one.remarks(baseline));
  }

  private static @Nullable String direction(WhatIfStudy.Changed one, double published) {
    return one.measured()
        .map(time -> Direction.of(time.speed().interval(), published).id())
        .orElse(null);
  }

  private static Group group(Difference one) {
    return new Group(
        one.name(),
        amounts(one.before(), one.time().map(TimeChange::before)),
        amounts(one.after(), one.time().map(TimeChange::after)),
        one.time().map(Added::of).orElse(null));
  }

  private static Operation operation(Difference one) {
    return new Operation(
        one.name(),
        one.kind().id(),
        one.presence().id(),
        amounts(one.before(), one.time().map(TimeChange::before)),
        amounts(one.after(), one.time().map(TimeChange::after)),
        one.time().map(Added::of).orElse(null));
  }

  private static Amounts amounts(Load load, Optional<Double> nanoseconds) {
    return new Amounts(
        load.operations(),
        load.macs(),
        load.bytes(),
        nanoseconds.map(time -> time / MICROSECOND).orElse(null));
  }
}
