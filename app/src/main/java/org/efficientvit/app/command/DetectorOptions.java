package org.efficientvit.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.FetchedWeights;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.network.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which detector a command works with. */
final class DetectorOptions {

  private static final String RANDOM = "random";

  /** {@code retinanet-m4} as its backbone. */
  static final class DetectorName implements ITypeConverter<Variant> {

    private static final String PREFIX = "retinanet-";

    @Override
    public Variant convert(String value) {
      String name = value.toLowerCase(Locale.ROOT);
      return Variant.of(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "")
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no detector; choose one of retinanet-m0 to retinanet-m5."
                          .formatted(value)));
    }
  }

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "A detector's weights: .pth or .safetensors, or the name of fetched ones, such as"
              + " retinanet-m4, or random (default: the demonstration that comes with the program).",
      order = 11)
  private @Nullable String weights;

  @Option(
      names = "--model",
      paramLabel = "retinanet-m0..m5",
      converter = DetectorName.class,
      defaultValue = "retinanet-m4",
      description = "What --weights random are of (default: ${DEFAULT-VALUE}).",
      order = 10)
  private Variant model = Variant.M4;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of what is random: weights, rendered scenes (default: 0).",
      order = 14)
  private long seed;

  /** The detector that was asked for. */
  DetectorRequest request() {
    return new DetectorRequest(model, choice());
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
