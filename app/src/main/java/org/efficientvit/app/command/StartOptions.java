package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.TrainingStart;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which network a training begins. */
final class StartOptions {

  @Option(
      names = "--model",
      paramLabel = "m0..m5",
      description = "The network (default: what --from says, else m0).",
      order = 2)
  private @Nullable Variant model;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Weights to begin with; other classes get a new classifier.",
      order = 3)
  private @Nullable Path from;

  @Option(
      names = "--image-size",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Side of the pictures in pixels (default: that of --from, else 224).",
      order = 4)
  private @Nullable Integer imageSize;

  @Option(
      names = "--widths",
      split = ",",
      paramLabel = "C",
      description = "A network of your own: channels of the three stages.",
      order = 5)
  private @Nullable List<Integer> widths;

  @Option(
      names = "--depths",
      split = ",",
      paramLabel = "N",
      description = "Its blocks with attention, for each stage.",
      order = 6)
  private @Nullable List<Integer> depths;

  @Option(
      names = "--heads",
      split = ",",
      paramLabel = "H",
      description = "Its heads, for each stage.",
      order = 7)
  private @Nullable List<Integer> heads;

  /** What was asked for, to train a classifier. */
  TrainingStart start() {
    return new TrainingStart(
        Optional.ofNullable(model),
        Optional.ofNullable(from),
        imageSize == null ? OptionalInt.empty() : OptionalInt.of(imageSize),
        Optional.ofNullable(widths),
        Optional.ofNullable(depths),
        Optional.ofNullable(heads));
  }

  /** Side of a detector's pictures. */
  int imageSizeOr(int usual) {
    return imageSize == null ? usual : imageSize;
  }

  /**
   * The classifier whose backbone a detector gets: what {@code --from} names, or the demonstration
   * weights.
   *
   * @throws InspectorException if a file is refused, or nothing comes with the program
   */
  Model classifier() {
    if (start().isOwn()) {
      throw new InspectorException(
          "A detector has the backbone of learned weights; leave --widths, --depths and --heads out and name them with --from.");
    }
    Optional<Design> design = Optional.ofNullable(model).map(Designs::of);
    if (from != null) {
      return ModelLoader.load(from, design, OptionalInt.empty());
    }
    return new ModelRequest(
            design, new WeightsChoice.Demonstration(), OptionalInt.empty(), Optional.empty())
        .open();
  }
}
