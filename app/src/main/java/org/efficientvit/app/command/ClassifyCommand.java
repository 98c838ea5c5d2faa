package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.Prediction;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.trace.Taps;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is on pictures: the likeliest classes of each. */
@Command(name = "classify", description = "Says what is on pictures: the likeliest classes.")
final class ClassifyCommand implements Callable<Integer> {

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  /** The answer of {@code --json}. */
  record Report(
      String model, String weights, String engine, String precision, List<Classified> images) {}

  /**
   * One picture's answer.
   *
   * @param milliseconds that the forward pass took
   */
  record Classified(String file, List<Prediction> top, double milliseconds) {}

  private final Terminal terminal;
  private final FailureHandler failures;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "PNG, JPEG, WebP, BMP or GIF.")
  private List<Path> images = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      converter = PositiveInteger.class,
      description = "How many classes of each picture (default: ${DEFAULT-VALUE}).",
      order = 1)
  private int top;

  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  ClassifyCommand(Terminal terminal, FailureHandler failures) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.failures = requireNonNull(failures, "failures is null");
  }

  @Override
  public Integer call() {
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      List<Classified> classified = classifyAll(inspector);
      terminal.sayOrigin(inspector.model().provenance());
      if (output.json()) {
        terminal.document(
            new Report(
                inspector.model().network().name(),
                inspector.model().provenance().description(),
                inspector.engine(),
                inspector.options().precision().toString(),
                classified));
      }
      return classified.size() == images.size() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  /** A picture that cannot be read is reported, and the others go on. */
  private List<Classified> classifyAll(Inspector inspector) {
    List<Classified> classified = new ArrayList<>();
    try (Progress progress = terminal.progress(images.size())) {
      for (Path image : images) {
        if (terminal.isStopped()) {
          break;
        }
        try {
          Classified answer = classify(inspector, image);
          classified.add(answer);
          if (!output.json()) {
            progress.clear();
            print(answer);
          }
        } catch (InspectorException e) {
          progress.clear();
          failures.report(e, output.verbose());
        }
        progress.step();
      }
    }
    return classified;
  }

  private Classified classify(Inspector inspector, Path image) {
    Inspection inspection =
        inspector.inspect(PictureReader.read(image, pictures.orientation()), Taps.logits());
    return new Classified(
        image.toString(),
        inspection.top(top),
        inspection.trace().nanoseconds() / NANOSECONDS_PER_MILLISECOND);
  }

  private void print(Classified answer) {
    PrintWriter out = terminal.out();
    out.printf(Locale.ROOT, "%s  (%.1f ms)%n", answer.file(), answer.milliseconds());
    for (Prediction prediction : answer.top()) {
      out.printf(
          Locale.ROOT,
          "  %6.2f %%  %s  [%d]%n",
          100 * prediction.probability(),
          prediction.label(),
          prediction.index());
    }
    out.flush();
  }
}
