package org.efficientvit.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.app.service.FetchedWeights;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.network.Design;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a command works with. */
final class ModelOptions {

  /** Names weights that nobody trained, where no file is called so. */
  private static final String RANDOM = "random";

  @Option(
      names = "--model",
      paramLabel = "NETWORK",
      converter = DesignName.class,
      completionCandidates = DesignName.All.class,
      description = "Any of ${COMPLETION-CANDIDATES} (default: what the weights say, else m0).",
      order = 10)
  private @Nullable Design model;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Weights: .pth, .pt or .safetensors, or the name of fetched ones, such as m0 or timm:m0"
              + ", or random (default: the demonstration weights that come with the program, of m0).",
      order = 11)
  private @Nullable String weights;

  @Option(
      names = "--image-size",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Side of the pictures in pixels (default: the weights' own, else 224).",
      order = 12)
  private @Nullable Integer imageSize;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Names of the classes, one on each line (default: the weights' own).",
      order = 13)
  private @Nullable Path labels;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of what is random: weights, rendered pictures, samples (default: 0).",
      order = 14)
  private long seed;

  /** The model that was asked for, on the demonstration weights if no others were named. */
  ModelRequest request() {
    return new ModelRequest(
        Optional.ofNullable(model),
        choice(),
        imageSize == null ? OptionalInt.empty() : OptionalInt.of(imageSize),
        Optional.ofNullable(labels));
  }

  private WeightsChoice choice() {
    if (weights == null) {
      return new WeightsChoice.Demonstration();
    }
    if (weights.equals(RANDOM) && !Files.exists(Path.of(RANDOM))) {
      return new WeightsChoice.Random(seed);
    }
    return new WeightsChoice.InFile(FetchedWeights.resolve(weights));
  }

  /** The seed of what is random. */
  long seed() {
    return seed;
  }
}
