package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.DetectionModelLoader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.weights.Checkpoint;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.NameScheme;
import org.efficientvit.core.weights.StoredTensor;
import org.jspecify.annotations.Nullable;

/**
 * What a file of weights holds; the answer of {@code weights info --json}.
 *
 * @param dtypes kinds of number in it, such as {@code float32}
 * @param parameters learned numbers in it
 * @param names whose names the tensors have: {@code official}, {@code timm} or {@code other}
 * @param model null, like all that follows from it, where the file fits no network that is known
 * @param problem why it fits none, or null
 */
record WeightsInfo(
    String file,
    String format,
    List<String> dtypes,
    int tensors,
    long parameters,
    String names,
    @Nullable String model,
    @Nullable Integer imageSize,
    @Nullable Integer classes,
    @Nullable Boolean distilled,
    @Nullable Boolean folded,
    @Nullable String problem,
    Map<String, String> metadata) {

  /**
   * Reads a file and tries it as a model.
   *
   * @throws InspectorException if it is no file of weights
   */
  static WeightsInfo read(Path file) {
    Checkpoint checkpoint = CheckpointReader.read(file);
    try {
      Model model = ModelLoader.load(file);
      return of(file, checkpoint, model, null);
    } catch (InspectorException e) {
      return isDetector(checkpoint)
          ? ofDetector(file, checkpoint)
          : of(file, checkpoint, null, e.getMessage());
    }
  }

  private static boolean isDetector(Checkpoint checkpoint) {
    return checkpoint.tensors().keySet().stream().anyMatch(name -> name.startsWith("bbox_head."));
  }

  /** A detector takes pictures of any size and is never distilled. */
  private static WeightsInfo ofDetector(Path file, Checkpoint checkpoint) {
    WeightsInfo none = of(file, checkpoint, null, null);
    try {
      DetectionModel model = DetectionModelLoader.load(file);
      return new WeightsInfo(
          none.file,
          none.format,
          none.dtypes,
          none.tensors,
          none.parameters,
          "official",
          model.name(),
          null,
          model.labels().size(),
          null,
          null,
          null,
          none.metadata);
    } catch (InspectorException e) {
      return of(file, checkpoint, null, e.getMessage());
    }
  }

  private static WeightsInfo of(
      Path file, Checkpoint checkpoint, @Nullable Model model, @Nullable String problem) {
    return new WeightsInfo(
        file.toString(),
        checkpoint.format().toString(),
        checkpoint.tensors().values().stream().map(t -> t.dtype().toString()).distinct().toList(),
        checkpoint.tensors().size(),
        parameters(checkpoint),
        names(checkpoint, model).name().toLowerCase(Locale.ROOT),
        model == null ? null : model.network().name(),
        model == null ? null : model.network().imageSize(),
        model == null ? null : model.network().classes(),
        model == null ? null : isDistilled(model.network()),
        model == null ? null : model.isFolded(),
        problem,
        checkpoint.metadata());
  }

  /** Networks of other families are written down under timm's names. */
  private static NameScheme names(Checkpoint checkpoint, @Nullable Model model) {
    NameScheme scheme = NameScheme.detect(checkpoint.tensors().keySet());
    return model == null || model.network() instanceof EfficientViT ? scheme : NameScheme.TIMM;
  }

  private static boolean isDistilled(Network network) {
    return network instanceof EfficientViT vit && vit.config().distilled();
  }

  /** Numbers of floating tensors but for what normalisation measured. */
  private static long parameters(Checkpoint checkpoint) {
    return checkpoint.tensors().entrySet().stream()
        .filter(entry -> isLearned(entry.getKey(), entry.getValue()))
        .mapToLong(entry -> entry.getValue().shape().elements())
        .sum();
  }

  private static boolean isLearned(String name, StoredTensor tensor) {
    return tensor.dtype().isFloating()
        && !name.endsWith("running_mean")
        && !name.endsWith("running_var")
        && !NameScheme.isBuffer(name);
  }
}
