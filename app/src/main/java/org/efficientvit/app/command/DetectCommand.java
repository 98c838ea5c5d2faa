package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.DetectionFilter;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.detect.Detector;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.DetectionFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which objects are on pictures, and where. */
@Command(
    name = "detect",
    description = {
      "Finds objects on pictures: boxes in the picture's own pixels, each with a class and a score.",
      "With --time N it measures instead how long the detector takes, part by part."
    })
final class DetectCommand implements Callable<Integer> {

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  /** The answer of {@code --json}. */
  record Report(
      String model, String weights, String engine, String precision, List<Detected> images) {}

  /**
   * One picture's answer.
   *
   * @param milliseconds from the picture to the boxes
   * @param figure that was drawn, or null
   */
  record Detected(
      String file,
      int width,
      int height,
      List<Found> detections,
      double milliseconds,
      @Nullable String figure) {}

  /** One object; the box in pixels of the picture. */
  record Found(String label, int index, double score, Box box) {}

  private final Terminal terminal;
  private final FailureHandler failures;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "IMAGE", description = "PNG, JPEG, WebP, BMP or GIF.")
  private List<Path> images = new ArrayList<>();

  @Option(
      names = "--score",
      paramLabel = "S",
      defaultValue = "0.4",
      description = "Show objects with a score of at least S, 0 to 1 (default: ${DEFAULT-VALUE}).",
      order = 1)
  private double score = DetectionFilter.USUAL_SCORE;

  @Option(
      names = "--classes",
      paramLabel = "A,B",
      split = ",",
      description = "Show objects of these classes alone (default: all).",
      order = 1)
  private List<String> classes = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw the boxes over each picture into this folder, made if it is not there.",
      order = 2)
  private @Nullable Path out;

  @Option(
      names = "--time",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description =
          "Measure N passes of the first picture, or of one of 800 x 1333 pixels where none is"
              + " named: backbone, neck, head and decoding.",
      order = 5)
  private @Nullable Integer passes;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private DetectorOptions detector = new DetectorOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  DetectCommand(Terminal terminal, FailureHandler failures) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.failures = requireNonNull(failures, "failures is null");
  }

  @Override
  public Integer call() {
    if (!(score >= 0 && score <= 1)) {
      throw new ParameterException(spec.commandLine(), "A score is from 0 to 1.");
    }
    if (images.isEmpty() && passes == null) {
      throw new ParameterException(spec.commandLine(), "Name a picture, or measure with --time N.");
    }
    DetectionModel model = detector.request().open();
    filter().requireIn(model.labels());
    if (passes != null) {
      new DetectionTiming(terminal, model, engine.options()).run(images, passes, output.json());
      terminal.sayOrigin(model.provenance());
      return ExitCode.OK;
    }
    try (Detector ready = DetectorRequest.start(model, engine.options())) {
      List<Detected> detected = detectAll(model, ready);
      terminal.sayOrigin(model.provenance());
      if (output.json()) {
        terminal.document(
            new Report(
                model.name(),
                model.provenance().description(),
                engine.options().engine().toString(),
                engine.options().precision().toString(),
                detected));
      }
      return detected.size() == images.size() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  /** A picture that cannot be read is reported, and the others go on. */
  private List<Detected> detectAll(DetectionModel model, Detector ready) {
    List<Detected> all = new ArrayList<>();
    try (Progress progress = terminal.progress(images.size())) {
      for (Path image : images) {
        if (terminal.isStopped()) {
          break;
        }
        try {
          Detected one = detect(model, ready, image);
          all.add(one);
          if (!output.json()) {
            progress.clear();
            print(one);
          }
        } catch (InspectorException e) {
          progress.clear();
          failures.report(e, output.verbose());
        }
        progress.step();
      }
    }
    return all;
  }

  private Detected detect(DetectionModel model, Detector ready, Path image) {
    Picture picture = PictureReader.read(image, Orientation.APPLY);
    long start = System.nanoTime();
    List<Detection> found = filter().of(ready.detect(picture, filter().decoder()), model.labels());
    double milliseconds = (System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND;
    return new Detected(
        image.toString(),
        picture.width(),
        picture.height(),
        found.stream()
            .map(
                one ->
                    new Found(model.labels().get(one.label()), one.label(), one.score(), one.box()))
            .toList(),
        milliseconds,
        draw(model, picture, found));
  }

  private DetectionFilter filter() {
    return new DetectionFilter(score, Set.copyOf(classes));
  }

  private @Nullable String draw(DetectionModel model, Picture picture, List<Detection> found) {
    if (out == null) {
      return null;
    }
    DetectionFigure figure = DetectionFigure.of(model, picture, found);
    FigureWriter writer = FigureWriter.of(figures.theme());
    List<Path> files =
        figures.formats().stream().map(format -> writer.write(figure, format, out)).toList();
    return files.get(0).toString();
  }

  private void print(Detected one) {
    PrintWriter print = terminal.out();
    print.printf(
        Locale.ROOT,
        "%s  (%d x %d pixels, %.0f ms)%n",
        one.file(),
        one.width(),
        one.height(),
        one.milliseconds());
    if (one.detections().isEmpty()) {
      print.printf(
          Locale.ROOT,
          "  nothing%s with a score of at least %.2f%n",
          classes.isEmpty() ? "" : " of " + String.join(", ", classes),
          score);
    }
    for (Found found : one.detections()) {
      print.printf(
          Locale.ROOT,
          "  %.2f  %-14s  x %.1f to %.1f, y %.1f to %.1f%n",
          found.score(),
          found.label(),
          found.box().x(),
          found.box().right(),
          found.box().y(),
          found.box().bottom());
    }
    if (one.figure() != null) {
      print.println("  " + one.figure());
    }
    print.flush();
  }
}
