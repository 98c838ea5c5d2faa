package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.train.StartModel;

/**
 * With which network a training begins.
 *
 * @param model the network; empty for what the weights say, else M0
 * @param from weights to begin with; empty for none
 * @param imageSize side of the pictures in pixels; empty for that of the weights, else of the
 *     network
 * @param widths channels of the three stages of a network of one's own; empty for the network's
 * @param depths its blocks with attention, for each stage
 * @param heads its heads, for each stage
 */
public record TrainingStart(
    Optional<Variant> model,
    Optional<Path> from,
    OptionalInt imageSize,
    Optional<List<Integer>> widths,
    Optional<List<Integer>> depths,
    Optional<List<Integer>> heads) {

  public TrainingStart {
    requireNonNull(model, "model is null");
    requireNonNull(from, "from is null");
    requireNonNull(imageSize, "imageSize is null");
    widths = widths.map(List::copyOf);
    depths = depths.map(List::copyOf);
    heads = heads.map(List::copyOf);
  }

  /** Whether any figure of the network is one's own. */
  public boolean isOwn() {
    return widths.isPresent() || depths.isPresent() || heads.isPresent();
  }

  /**
   * The model whose weights the training begins with.
   *
   * @throws InspectorException if the file is refused or does not fit
   */
  public Optional<Model> learned() {
    return from.map(file -> ModelLoader.load(file, model.map(Designs::of), imageSize));
  }

  /** Side of the pictures, before the model is made. */
  public int imageSize(Optional<Model> learned) {
    return imageSize.orElseGet(
        () ->
            learned
                .map(start -> start.network().imageSize())
                .orElseGet(() -> config().imageSize()));
  }

  /**
   * The model to begin with.
   *
   * @param labels of the pictures
   * @throws InspectorException if no network can be made of the figures
   */
  public Model model(Optional<Model> learned, List<String> labels, long seed) {
    if (learned.isPresent()) {
      return StartModel.from(learned.get(), labels, seed);
    }
    return StartModel.fresh(config().withImageSize(imageSize(learned)), labels, seed);
  }

  /**
   * The network that is trained where no weights are named.
   *
   * @throws InspectorException if no network can be made of the figures
   */
  public EfficientViTConfig config() {
    EfficientViTConfig base = model.orElse(Variant.M0).config();
    if (!isOwn()) {
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

  private static int at(Optional<List<Integer>> values, int stage, int otherwise, String option) {
    if (values.isEmpty()) {
      return otherwise;
    }
    if (values.get().size() <= stage) {
      throw new InspectorException(
          "%s names %d stages where there are three; give three numbers with commas between them."
              .formatted(option, values.get().size()));
    }
    return values.get().get(stage);
  }
}
