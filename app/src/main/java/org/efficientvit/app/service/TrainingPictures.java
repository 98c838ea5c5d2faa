package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.ClassFolders;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;

/**
 * On which pictures a network is trained, and by which it is measured.
 *
 * @param folder pictures to learn from, in folders of classes; empty for rendered ones
 * @param validationFolder pictures to measure by, with the same labels; needed with {@code folder}
 * @param rendered pictures in an epoch where they are rendered, new ones in each
 * @param renderedForValidation rendered pictures to measure each epoch by
 */
public record TrainingPictures(
    Optional<Path> folder,
    Optional<Path> validationFolder,
    int rendered,
    int renderedForValidation) {

  public TrainingPictures {
    requireNonNull(folder, "folder is null");
    requireNonNull(validationFolder, "validationFolder is null");
  }

  /** What the weights are said to be trained on. */
  public String description() {
    return folder.map(Path::toString).orElse(Provenance.RENDERED_OBJECTS);
  }

  /**
   * The pictures to learn from.
   *
   * @param side of the network's input, in pixels
   * @param known labels of the weights to begin with, whose order is kept where a folder has the
   *     same
   * @throws InspectorException if the folder has no pictures of classes
   */
  public LabelledPictures training(long seed, int side, List<String> known) {
    if (folder.isEmpty()) {
      return new RenderedPictures(
          Split.TRAINING, seed, rendered, SceneRenderer.forNetwork(side, false));
    }
    LabelledFiles folders = ClassFolders.of(folder.get(), Orientation.IGNORE);
    boolean isKnown = Set.copyOf(folders.labels()).equals(Set.copyOf(known));
    return isKnown ? ClassFolders.of(folder.get(), Orientation.IGNORE, known) : folders;
  }

  /**
   * The pictures to measure by.
   *
   * @param training whose labels they have
   * @throws InspectorException if there is no folder of them, or one of other classes
   */
  public LabelledPictures validation(LabelledPictures training, long seed, int side) {
    if (folder.isEmpty() && validationFolder.isEmpty()) {
      return new RenderedPictures(
          Split.VALIDATION, seed, renderedForValidation, SceneRenderer.forNetwork(side, false));
    }
    if (validationFolder.isEmpty()) {
      throw new InspectorException(
          "Pictures to measure by are missing; name a folder of them with --validation-data DIR.");
    }
    return ClassFolders.of(validationFolder.get(), Orientation.IGNORE, training.labels());
  }
}
