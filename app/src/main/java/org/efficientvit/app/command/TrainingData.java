package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.efficientvit.app.service.TrainingPictures;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.RenderedScenes;
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

  /** What was asked for, to train a classifier. */
  TrainingPictures pictures() {
    return new TrainingPictures(
        Optional.ofNullable(data), Optional.ofNullable(validationData), pictures, validation);
  }
}
