package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.EngineAgreement;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.trace.Divergence;
import org.efficientvit.core.trace.Divergence.Difference;
import org.efficientvit.core.trace.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where two engines begin to differ. */
@Command(
    name = "compare-engines",
    description = {
      "Runs pictures on PyTorch and on ONNX Runtime and compares what each operation gives; with --precision bf16, on PyTorch in 32 bits and in bfloat16.",
      "Names the first operation that differs by more than a share of its largest value."
    })
final class CompareEnginesCommand implements Callable<Integer> {

  /** What stands in the table where it is not asked for all. */
  private static final int FARTHEST = 5;

  /** The answer of {@code --json}. */
  record Report(
      String model,
      String weights,
      List<String> engines,
      List<String> precisions,
      double bound,
      @Nullable String first,
      int beyond,
      Logits logits,
      List<Operation> operations) {}

  /** What passes as everywhere else end with. */
  record Logits(
      double difference, double relative, boolean sameTop1, int images, int imagesWithSameTop1) {}

  /** One operation, in the order of the network; a difference that is no number is null. */
  record Operation(
      String name,
      List<Integer> shape,
      double magnitude,
      @Nullable Double difference,
      @Nullable Double relative) {

    static Operation of(Difference one) {
      return new Operation(
          one.operation(),
          Arrays.stream(one.shape().toArray()).boxed().toList(),
          one.magnitude(),
          finite(one.largest()),
          finite(one.relative()));
    }

    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? (Double) value : null;
    }
  }

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "PNG, JPEG, WebP, BMP or GIF.")
  private List<Path> images = new ArrayList<>();

  @Option(
      names = "--precision",
      paramLabel = "fp32|bf16",
      defaultValue = "fp32",
      description =
          "fp32: compare the engines (default). bf16: compare PyTorch in 32 bits with itself in bfloat16.",
      order = 2)
  private Precision precision = Precision.FP32;

  @Option(
      names = "--bound",
      paramLabel = "X",
      description =
          "Largest difference that passes, as a share of the operation's largest value (default: 1e-4; 0.1 in bfloat16).",
      order = 1)
  private @Nullable Double givenBound;

  @Option(names = "--all", description = "Print every operation.", order = 2)
  private boolean all;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      converter = PositiveInteger.class,
      description = "Threads that work inside one operation (default: ${DEFAULT-VALUE}).",
      order = 22)
  private int threads;

  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  CompareEnginesCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    if (!(bound() >= 0)) {
      throw new ParameterException(spec.commandLine(), "--bound takes a number from 0 on.");
    }
    EngineAgreement agreement = compare();
    terminal.sayOrigin(agreement.model().provenance());
    if (output.json()) {
      terminal.document(report(agreement));
    } else {
      print(agreement);
    }
    return agreement.pictures() == images.size() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private EngineAgreement compare() {
    try (Progress progress = terminal.progress(images.size())) {
      return EngineAgreement.of(
          model.request(),
          new EngineOptions(Engine.PYTORCH, Precision.FP32, false, threads),
          second(),
          read(),
          progress::reach,
          terminal::isStopped);
    }
  }

  private EngineOptions second() {
    Engine engine = precision == Precision.BF16 ? Engine.PYTORCH : Engine.ONNX;
    return new EngineOptions(engine, precision, false, threads);
  }

  private List<Picture> read() {
    return images.stream().map(image -> PictureReader.read(image, pictures.orientation())).toList();
  }

  private double bound() {
    return givenBound != null ? givenBound : precision == Precision.BF16 ? 0.1 : 1e-4;
  }

  /** What is compared, in words. */
  private List<String> names() {
    return precision == Precision.BF16
        ? List.of("PyTorch in 32 bits", "PyTorch in bfloat16")
        : List.of("PyTorch", "ONNX Runtime");
  }

  private Report report(EngineAgreement agreement) {
    Divergence divergence = agreement.operations();
    return new Report(
        agreement.model().network().name(),
        agreement.model().provenance().description(),
        List.of(Engine.PYTORCH.toString(), second().engine().toString()),
        List.of(Precision.FP32.toString(), precision.toString()),
        bound(),
        divergence.first(bound()).map(Difference::operation).orElse(null),
        divergence.count(bound()),
        new Logits(
            agreement.logits().largest(),
            agreement.logits().relative(),
            agreement.sameTop1() == agreement.pictures(),
            agreement.pictures(),
            agreement.sameTop1()),
        divergence.operations().stream().map(Operation::of).toList());
  }

  private void print(EngineAgreement agreement) {
    Divergence divergence = agreement.operations();
    List<Difference> shown = all ? divergence.operations() : divergence.farthest(FARTHEST);
    TextTable table =
        TextTable.ofNumbers("operation", "shape", "largest value", "difference", "share");
    shown.forEach(one -> row(table, one));
    table.print(terminal.out());
    terminal.out().println();
    terminal.out().println(verdict(divergence));
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "With operations merged as usual, logits differ by at most %.1e (%.1e of the largest), and %s.%n",
            agreement.logits().largest(),
            agreement.logits().relative(),
            sameClass(agreement));
  }

  private static String sameClass(EngineAgreement agreement) {
    if (agreement.pictures() > 1) {
      return "the likeliest class is the same for %d of %d pictures"
          .formatted(agreement.sameTop1(), agreement.pictures());
    }
    return agreement.sameTop1() == 1 ? "both name the same class" : "they name different classes";
  }

  private static void row(TextTable table, Difference one) {
    table.row(
        one.operation(),
        one.shape().toString(),
        String.format(Locale.ROOT, "%.3g", one.magnitude()),
        String.format(Locale.ROOT, "%.1e", one.largest()),
        String.format(Locale.ROOT, "%.1e", one.relative()));
  }

  private String verdict(Divergence divergence) {
    int operations = divergence.operations().size();
    return divergence
        .first(bound())
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "They part at %s, the first of %d operations of %d whose difference is beyond %.1e of its largest value: %.1e of it.",
                    one.operation(),
                    divergence.count(bound()),
                    operations,
                    bound(),
                    one.relative()))
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s agree on all %d operations within %.1e of each one's largest value.",
                    String.join(" and ", names()),
                    operations,
                    bound()));
  }
}
