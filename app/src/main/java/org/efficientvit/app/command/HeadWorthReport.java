package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.app.service.EvaluationSource;
import org.efficientvit.app.service.HeadTimes;
import org.efficientvit.app.service.HeadWorthRun;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.HeadWorth;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code head-worth --json}.
 *
 * @param intervention what was done to each head in turn
 * @param images that the network saw
 * @param top1 of the network as it is
 * @param threads inside one operation where heads were timed
 * @param timedPasses of one picture; 0 where nothing was timed
 */
record HeadWorthReport(
    String model,
    String weights,
    String engine,
    String intervention,
    int images,
    Spread top1,
    int threads,
    int timedPasses,
    List<HeadAnswer> heads,
    List<Evaluation.Failure> failed,
    Map<String, Object> source,
    List<String> figures) {

  private static final double PERCENT = 100;

  /** A mean and its interval of 95 %. */
  record Spread(double mean, double low, double high) {

    static Spread of(Estimate estimate) {
      return new Spread(estimate.value(), estimate.low(), estimate.high());
    }
  }

  /** A median and its interval of 95 %. */
  record Time(double median, double low, double high) {}

  /**
   * One head: by how much figures grow where something is done to it.
   *
   * @param predictionsChanged share of pictures whose likeliest class is another
   * @param microseconds of its operations; null where they were not timed
   */
  record HeadAnswer(
      String block,
      int head,
      Spread top1,
      Spread probability,
      Spread logit,
      Spread predictionsChanged,
      @Nullable Time microseconds) {}

  static HeadWorthReport of(
      Inspector inspector,
      Intervention.Kind kind,
      HeadWorthRun run,
      EvaluationSource source,
      List<Path> figures) {
    Model model = inspector.model();
    List<HeadAnswer> heads = new ArrayList<>();
    for (int i = 0; i < run.survey().heads().size(); i++) {
      int head = i;
      heads.add(
          head(
              run.survey().heads().get(i),
              run.times().map(times -> times.microseconds().get(head)).orElse(null)));
    }
    return new HeadWorthReport(
        model.network().name(),
        model.provenance().description(),
        inspector.engine(),
        kind.toString(),
        run.survey().images(),
        Spread.of(run.survey().top1()),
        inspector.options().threads(),
        run.times().map(HeadTimes::passes).orElse(0),
        heads,
        run.failed(),
        source.description(),
        figures.stream().map(Path::toString).toList());
  }

  private static HeadAnswer head(HeadWorth one, @Nullable Estimate time) {
    return new HeadAnswer(
        one.intervention().block(),
        one.intervention().head(),
        Spread.of(one.top1()),
        Spread.of(one.probability()),
        Spread.of(one.logit()),
        Spread.of(one.predictions()),
        time == null ? null : new Time(time.value(), time.low(), time.high()));
  }

  /** The same for a person to read. */
  void print(PrintWriter out) {
    out.printf(
        "%d pictures, top-1 %s %%; each head: %s%n%n",
        images,
        percent("%.2f", top1),
        switch (intervention) {
          case "cut" -> "the edge of the cascade into it cut";
          case "uniform" -> "its map made uniform";
          default -> "silenced";
        });
    TextTable table =
        TextTable.ofNumbers("head", "top-1", "true class", "its logit", "other class", "time, us");
    for (HeadAnswer one : heads) {
      table.row(
          one.block + ":" + one.head,
          percent("%+.2f", one.top1),
          percent("%+.2f", one.probability),
          range("%+.3f", one.logit, 1),
          percent("%.2f", one.predictionsChanged),
          one.microseconds == null
              ? "-"
              : String.format(
                  Locale.ROOT,
                  "%.0f (%.0f to %.0f)",
                  one.microseconds.median,
                  one.microseconds.low,
                  one.microseconds.high));
    }
    table.print(out);
    out.println();
    out.println("top-1, true class: change in percentage points of the share that is right and of");
    out.println("the true class's probability; below 0 the head was of use. other class: the");
    out.println(
        "share of pictures whose likeliest class is another. Intervals of 95 %, over pictures.");
    if (timedPasses > 0) {
      out.printf(
          "time: of the head's operations together, one picture at a time on %d thread%s, %d passes%n",
          threads, threads == 1 ? "" : "s", timedPasses);
    }
  }

  private static String percent(String format, Spread spread) {
    return range(format, spread, PERCENT);
  }

  private static String range(String format, Spread spread, double factor) {
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ")",
        factor * spread.mean,
        factor * spread.low,
        factor * spread.high);
  }
}
