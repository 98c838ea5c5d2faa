package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.app.service.DetectionTimes;
import org.efficientvit.app.service.DetectionTimes.Part;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.statistics.Estimate;

/** Measures a detector part by part and says what came out. */
final class DetectionTiming {

  private static final int USUAL_HEIGHT = 800;
  private static final int USUAL_WIDTH = 1333;
  private static final byte GREY = (byte) 118;

  /** Milliseconds with their 95 % interval. */
  record Milliseconds(double median, double low, double high) {

    static Milliseconds of(Estimate estimate) {
      return new Milliseconds(estimate.value(), estimate.low(), estimate.high());
    }
  }

  /**
   * The answer of {@code --time N --json}.
   *
   * @param height of the padded picture, in pixels
   * @param width of the padded picture, in pixels
   * @param network a pass with no operation timed
   * @param parts by their names
   */
  record Report(
      String model,
      String weights,
      String engine,
      int threads,
      int height,
      int width,
      int passes,
      Milliseconds network,
      Map<String, Milliseconds> parts) {}

  private final Terminal terminal;
  private final DetectionModel model;
  private final EngineOptions options;

  DetectionTiming(Terminal terminal, DetectionModel model, EngineOptions options) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.model = requireNonNull(model, "model is null");
    this.options = requireNonNull(options, "options is null");
  }

  void run(List<Path> images, int passes, boolean json) {
    Picture picture =
        images.isEmpty() ? grey() : PictureReader.read(images.get(0), Orientation.APPLY);
    DetectionTimes times;
    try (Progress progress = terminal.progress(passes)) {
      times =
          DetectionTimes.measure(
              model,
              options,
              model.preprocessing().apply(picture),
              passes,
              share -> progress.reach((int) (share * passes)),
              terminal::isStopped);
    }
    if (json) {
      terminal.document(report(times));
    } else {
      print(times);
    }
  }

  private static Picture grey() {
    byte[] rgb = new byte[3 * USUAL_HEIGHT * USUAL_WIDTH];
    Arrays.fill(rgb, GREY);
    return new Picture("a grey picture", USUAL_WIDTH, USUAL_HEIGHT, rgb);
  }

  private Report report(DetectionTimes times) {
    Map<String, Milliseconds> parts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      parts.put(part.label(), Milliseconds.of(time(times, part)));
    }
    return new Report(
        model.name(),
        model.provenance().description(),
        options.engine().toString(),
        options.threads(),
        times.height(),
        times.width(),
        times.passes(),
        Milliseconds.of(times.whole()),
        parts);
  }

  private static Estimate time(DetectionTimes times, Part part) {
    return requireNonNull(times.parts().get(part), part.label());
  }

  private void print(DetectionTimes times) {
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s on %s, %d threads, a picture padded to %d x %d pixels, median of %d passes%n",
            model.name(),
            options.engine(),
            options.threads(),
            times.height(),
            times.width(),
            times.passes());
    double sum = times.parts().values().stream().mapToDouble(Estimate::value).sum();
    TextTable table = TextTable.ofNumbers("part", "ms", "95 %", "share");
    for (Part part : Part.values()) {
      Estimate time = time(times, part);
      table.row(
          part.label(),
          String.format(Locale.ROOT, "%.1f", time.value()),
          String.format(Locale.ROOT, "%.1f to %.1f", time.low(), time.high()),
          String.format(Locale.ROOT, "%.0f %%", 100 * time.value() / sum));
    }
    table.rule();
    table.row(
        "network untimed",
        String.format(Locale.ROOT, "%.1f", times.whole().value()),
        String.format(Locale.ROOT, "%.1f to %.1f", times.whole().low(), times.whole().high()),
        "");
    table.print(terminal.out());
    terminal.out().flush();
  }
}
