package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.compare.Speed;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.published.PublishedFigure;
import org.efficientvit.core.published.PublishedModel.Column;
import org.efficientvit.core.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/** The answer of {@code compare --json}; what nobody knows is null. */
record CompareReport(
    MachineReport machine,
    String engine,
    String precision,
    int batch,
    int threads,
    List<String> missing,
    List<Row> models) {

  static final List<Column> SPEEDS = List.of(Column.V100, Column.XEON, Column.ONNX);

  /** One model; ratios are to the first of them. */
  record Row(
      String model,
      long parameters,
      long macs,
      long memoryBytes,
      @Nullable Measured measured,
      @Nullable Top1 top1,
      @Nullable Top1 timmTop1,
      Map<String, Published> published) {}

  /** What was measured here. */
  record Measured(
      BenchmarkReport.Milliseconds milliseconds,
      double imagesPerSecond,
      double imagesPerSecondPerGigaMac,
      @Nullable Double ratio,
      long run,
      String date,
      boolean drifting) {}

  /** Top-1 on ImageNet, 0 to 1. */
  record Top1(
      double value,
      @Nullable Double low,
      @Nullable Double high,
      String known,
      String source,
      String status) {

    static Top1 of(Accuracy accuracy) {
      return new Top1(
          accuracy.top1(),
          accuracy.interval().map(interval -> interval.low()).orElse(null),
          accuracy.interval().map(interval -> interval.high()).orElse(null),
          accuracy.how().name().toLowerCase(Locale.ROOT),
          accuracy.source(),
          accuracy.status());
    }
  }

  /** A printed figure and its ratio to the first model's. */
  record Published(double value, @Nullable Double ratio, String source, String status) {}

  static CompareReport of(Comparison comparison, Machine machine) {
    Comparison.Setting setting = comparison.setting();
    List<Row> rows = new ArrayList<>();
    for (ModelFigures model : comparison.models()) {
      rows.add(
          new Row(
              model.name(),
              model.parameters(),
              model.macs(),
              model.memory(),
              model.speed().map(speed -> measured(comparison, model, speed)).orElse(null),
              model.accuracy().map(Top1::of).orElse(null),
              model.timm().map(Top1::of).orElse(null),
              published(comparison, model)));
    }
    return new CompareReport(
        MachineReport.of(machine),
        setting.engine(),
        setting.precision().toString(),
        setting.batch(),
        setting.threads(),
        comparison.missing(),
        rows);
  }

  private static Measured measured(Comparison comparison, ModelFigures model, Speed speed) {
    Optional<Estimate> ratio = comparison.measuredRatio(model);
    return new Measured(
        BenchmarkReport.Milliseconds.of(speed.result().milliseconds()),
        speed.result().imagesPerSecond().value(),
        model.imagesPerSecondPerGigaMac().orElseThrow(),
        ratio.isPresent() ? (Double) ratio.get().value() : null,
        speed.run(),
        speed.when().toString(),
        speed.result().isDrifting());
  }

  private static Map<String, Published> published(Comparison comparison, ModelFigures model) {
    Map<String, Published> published = new LinkedHashMap<>();
    for (Column column : SPEEDS) {
      Optional<PublishedFigure> figure = model.published().figure(column);
      if (figure.isPresent()) {
        OptionalDouble ratio = comparison.publishedRatio(model, column);
        published.put(
            column.name().toLowerCase(Locale.ROOT),
            new Published(
                figure.get().value(),
                ratio.isPresent() ? (Double) ratio.getAsDouble() : null,
                figure.get().source(),
                figure.get().status()));
      }
    }
    return published;
  }
}
