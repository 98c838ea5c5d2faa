package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.train.StartModel;
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

  /** Side of the pictures, before the model is made. */
  int imageSize(Optional<Model> learned) {
    if (imageSize != null) {
      return imageSize;
    }
    return learned.map(start -> start.network().imageSize()).orElse(config().imageSize());
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
    if (widths != null || depths != null || heads != null) {
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

  /**
   * What {@code --from} names.
   *
   * @throws InspectorException if the file is refused or does not fit
   */
  Optional<Model> learned() {
    return Optional.ofNullable(from)
        .map(
            file ->
                ModelLoader.load(
                    file,
                    Optional.ofNullable(model).map(Designs::of),
                    imageSize == null ? OptionalInt.empty() : OptionalInt.of(imageSize)));
  }

  /** The model to begin with. */
  Model start(Optional<Model> learned, List<String> labels, long seed) {
    if (learned.isPresent()) {
      return StartModel.from(learned.get(), labels, seed);
    }
    return StartModel.fresh(config().withImageSize(imageSize(learned)), labels, seed);
  }

  private EfficientViTConfig config() {
    EfficientViTConfig base = (model == null ? Variant.M0 : model).config();
    if (widths == null && depths == null && heads == null) {
      return base;
    }
    List<StageConfig> stages = new ArrayList<>();
    for (int i = 0; i < base.stages().size(); i++) {
      StageConfig stage = base.stages().get(i);
      stages.add(
          new StageConfig(
              at(widths, i, stage.width(), "--widths"),
              at(depths, i, stage.depth(), "--depths"),
              at(heads, i, stage.heads(), "--heads"),
              stage.keyWidth(),
              stage.window()));
    }
    return base.withName("custom").withStages(stages);
  }

  private static int at(@Nullable List<Integer> values, int stage, int otherwise, String option) {
    if (values == null) {
      return otherwise;
    }
    if (values.size() <= stage) {
      throw new InspectorException(
          "%s names %d stages where there are three; give three numbers with commas between them."
              .formatted(option, values.size()));
    }
    return values.get(stage);
  }
}
