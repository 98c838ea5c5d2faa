package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.ClassFolders;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.detect.RenderedScenes;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which pictures a network is trained, and by which it is measured. */
final class TrainingData {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Pictures to learn from, DIR/LABEL/*.png and others (default: rendered ones).",
      order = 10)
  private @Nullable Path data;

  @Option(
      names = "--validation-data",
      paramLabel = "DIR",
      description = "Pictures to measure by, with the same labels; needed with --data.",
      order = 11)
  private @Nullable Path validationData;

  @Option(
      names = "--pictures",
      paramLabel = "N",
      defaultValue = "16000",
      converter = PositiveInteger.class,
      description = "Rendered pictures in an epoch, new ones in each (default: ${DEFAULT-VALUE}).",
      order = 12)
  private int pictures;

  @Option(
      names = "--validation",
      paramLabel = "N",
      defaultValue = "800",
      converter = PositiveInteger.class,
      description = "Rendered pictures to measure each epoch by (default: ${DEFAULT-VALUE}).",
      order = 13)
  private int validation;

  /**
   * Rendered scenes of several objects to learn from.
   *
   * @throws InspectorException if a folder was named
   */
  RenderedScenes scenes(long seed, int side) {
    if (data != null || validationData != null) {
      throw new InspectorException(
          "Detectors are trained on rendered scenes alone; leave --data and --validation-data out.");
    }
    return RenderedScenes.training(seed, pictures, side);
  }

  /** Rendered scenes of several objects to measure by. */
  RenderedScenes validationScenes(long seed, int side) {
    return RenderedScenes.ofSeveral(Split.VALIDATION, seed, validation, side);
  }

  /** What the weights are said to be trained on. */
  String description() {
    return data == null ? Provenance.RENDERED_OBJECTS : data.toString();
  }

  /**
   * The pictures to learn from.
   *
   * @param known labels of the weights to begin with, whose order is kept where a folder has the
   *     same
   * @throws InspectorException if the folder has no pictures of classes
   */
  LabelledPictures training(long seed, int side, List<String> known) {
    if (data == null) {
      return new RenderedPictures(
          Split.TRAINING, seed, pictures, SceneRenderer.forNetwork(side, false));
    }
    LabelledFiles folders = ClassFolders.of(data, Orientation.IGNORE);
    boolean isKnown = Set.copyOf(folders.labels()).equals(Set.copyOf(known));
    return isKnown ? ClassFolders.of(data, Orientation.IGNORE, known) : folders;
  }

  /**
   * The pictures to measure by.
   *
   * @param training whose labels they have
   * @throws InspectorException if there is no folder of them, or one of other classes
   */
  LabelledPictures validation(LabelledPictures training, long seed, int side) {
    if (data == null && validationData == null) {
      return new RenderedPictures(
          Split.VALIDATION, seed, validation, SceneRenderer.forNetwork(side, false));
    }
    if (validationData == null) {
      throw new InspectorException(
          "Pictures to measure by are missing; name a folder of them with --validation-data DIR.");
    }
    return ClassFolders.of(validationData, Orientation.IGNORE, training.labels());
  }
}
