package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.app.service.DetectionRun;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.core.detect.CocoFigures;
import org.efficientvit.core.detect.CocoFigures.ClassFigures;
import org.efficientvit.core.model.DetectionModel;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code evaluate-detection --json}; figures are 0 to 1, null where no object is of
 * the kind.
 *
 * @param failed pictures that could not be read
 * @param resumed pictures that an earlier run had answered
 * @param run number in the store, or null
 */
record DetectionReport(
    String model,
    String weights,
    String engine,
    String precision,
    Map<String, Object> source,
    int images,
    long failed,
    int resumed,
    @Nullable Double imagesPerSecond,
    @Nullable Long run,
    Figures figures,
    List<OfClass> classes) {

  /** COCO's twelve. */
  record Figures(
      @Nullable Double ap,
      @Nullable Double ap50,
      @Nullable Double ap75,
      @Nullable Double apSmall,
      @Nullable Double apMedium,
      @Nullable Double apLarge,
      @Nullable Double ar1,
      @Nullable Double ar10,
      @Nullable Double ar100,
      @Nullable Double arSmall,
      @Nullable Double arMedium,
      @Nullable Double arLarge) {}

  /** One class. */
  record OfClass(String label, int objects, @Nullable Double ap, @Nullable Double ap50) {}

  static DetectionReport of(
      DetectionModel model, EngineOptions options, Map<String, Object> source, DetectionRun run) {
    return new DetectionReport(
        model.name(),
        model.provenance().description(),
        options.engine().toString(),
        options.precision().toString(),
        source,
        run.found().size(),
        run.found().stream().filter(one -> one.problem() != null).count(),
        run.resumed(),
        run.imagesPerSecond().isPresent() ? (Double) run.imagesPerSecond().getAsDouble() : null,
        run.run().isPresent() ? (Long) run.run().getAsLong() : null,
        figures(run.figures()),
        run.figures().classes().stream().map(one -> ofClass(model, one)).toList());
  }

  private static Figures figures(CocoFigures figures) {
    return new Figures(
        orNull(figures.ap()),
        orNull(figures.ap50()),
        orNull(figures.ap75()),
        orNull(figures.apSmall()),
        orNull(figures.apMedium()),
        orNull(figures.apLarge()),
        orNull(figures.ar1()),
        orNull(figures.ar10()),
        orNull(figures.ar100()),
        orNull(figures.arSmall()),
        orNull(figures.arMedium()),
        orNull(figures.arLarge()));
  }

  private static OfClass ofClass(DetectionModel model, ClassFigures one) {
    return new OfClass(
        model.labels().get(one.label()), one.objects(), orNull(one.ap()), orNull(one.ap50()));
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  void print(PrintWriter out) {
    out.printf("%s (%s) on %d pictures%n%n", model, weights, images);
    TextTable table = TextTable.ofWords(3, "figure", "overlap", "objects", "boxes", "%");
    row(table, "AP", "0.50 to 0.95", "all", "100", figures.ap);
    row(table, "AP", "0.50", "all", "100", figures.ap50);
    row(table, "AP", "0.75", "all", "100", figures.ap75);
    row(table, "AP", "0.50 to 0.95", "small", "100", figures.apSmall);
    row(table, "AP", "0.50 to 0.95", "medium", "100", figures.apMedium);
    row(table, "AP", "0.50 to 0.95", "large", "100", figures.apLarge);
    row(table, "AR", "0.50 to 0.95", "all", "1", figures.ar1);
    row(table, "AR", "0.50 to 0.95", "all", "10", figures.ar10);
    row(table, "AR", "0.50 to 0.95", "all", "100", figures.ar100);
    row(table, "AR", "0.50 to 0.95", "small", "100", figures.arSmall);
    row(table, "AR", "0.50 to 0.95", "medium", "100", figures.arMedium);
    row(table, "AR", "0.50 to 0.95", "large", "100", figures.arLarge);
    table.print(out);
    out.println();
    TextTable each = TextTable.ofNumbers("class", "objects", "AP %", "AP at 0.50 %");
    for (OfClass one : classes) {
      if (one.objects > 0) {
        each.row(one.label, Integer.toString(one.objects), percent(one.ap), percent(one.ap50));
      }
    }
    each.print(out);
    if (imagesPerSecond != null) {
      out.printf(Locale.ROOT, "%n%.1f pictures a second%n", imagesPerSecond);
    }
    out.flush();
  }

  private static void row(
      TextTable table,
      String figure,
      String overlap,
      String objects,
      String boxes,
      @Nullable Double value) {
    table.row(figure, overlap, objects, boxes, percent(value));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
