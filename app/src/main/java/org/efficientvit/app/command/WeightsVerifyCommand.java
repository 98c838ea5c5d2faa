package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.FetchedWeights;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.Prediction;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.trace.Taps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a file of weights is a whole model that runs. */
@Command(
    name = "verify",
    description =
        "Checks that every tensor of a file fits its network, that the network runs, and that a"
            + " fetched file is as it was when it was fetched.")
final class WeightsVerifyCommand implements Callable<Integer> {

  private static final byte GREY = (byte) 118;

  /** The answer of {@code --json}; whatever does not fit has no answer but an exit status. */
  record Report(String file, String model, int imageSize, int classes, int tensors, boolean fits) {}

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = ".pth, .pt or .safetensors, or the name of fetched weights, such as m0.")
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private String named;

  @Option(
      names = "--model",
      paramLabel = "NETWORK",
      converter = DesignName.class,
      completionCandidates = DesignName.All.class,
      description =
          "The network that it has to fit, any of ${COMPLETION-CANDIDATES} (default: the one that it says).",
      order = 1)
  private @Nullable Design model;

  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  WeightsVerifyCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Path file = FetchedWeights.resolve(named);
    ModelRequest request =
        new ModelRequest(
            Optional.ofNullable(model),
            new WeightsChoice.InFile(file),
            OptionalInt.empty(),
            Optional.empty());
    try (Inspector inspector = Inspector.open(request, engine.options())) {
      Model model = inspector.model();
      Inspection inspection =
          inspector.inspect(neutral(model.network().imageSize()), Taps.logits());
      // Refuses an answer that is not finite.
      List<Prediction> unused = inspection.top(1);
      answer(file, model);
    }
    return ExitCode.OK;
  }

  private static Picture neutral(int side) {
    byte[] rgb = new byte[3 * side * side];
    Arrays.fill(rgb, GREY);
    return new Picture("a grey picture", side, side, rgb);
  }

  private void answer(Path file, Model model) {
    int tensors = model.weights().size();
    if (output.json()) {
      terminal.document(
          new Report(
              file.toString(),
              model.network().name(),
              model.network().imageSize(),
              model.network().classes(),
              tensors,
              true));
    } else {
      terminal
          .out()
          .printf(
              "%s: all %d tensors fit %s at %d pixels with %d classes, and it runs.%n",
              file,
              tensors,
              model.network().name(),
              model.network().imageSize(),
              model.network().classes());
    }
  }
}
