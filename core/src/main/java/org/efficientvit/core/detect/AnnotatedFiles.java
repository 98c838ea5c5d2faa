package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import org.efficientvit.core.detect.CocoAnnotations.CocoPicture;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.PictureReader;

/**
 * Pictures of a folder with annotations, the same in every epoch, turned as the camera says (as
 * OpenCV reads them).
 */
public final class AnnotatedFiles implements AnnotatedPictures {

  private final Path folder;
  private final CocoAnnotations annotations;
  private final List<String> labels;

  /**
   * Pictures that are read when they are asked for.
   *
   * @param labels of the annotations' classes
   */
  public AnnotatedFiles(Path folder, CocoAnnotations annotations, List<String> labels) {
    this.folder = requireNonNull(folder, "folder is null");
    this.annotations = requireNonNull(annotations, "annotations is null");
    this.labels = List.copyOf(labels);
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public int size() {
    return annotations.pictures().size();
  }

  @Override
  public List<GroundTruth> objects(int epoch, int index) {
    return annotations.pictures().get(index).objects();
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.efficientvit.core.InspectorException if the picture cannot be read
   */
  @Override
  public AnnotatedPicture get(int epoch, int index) {
    CocoPicture picture = annotations.pictures().get(index);
    return new AnnotatedPicture(
        PictureReader.read(folder.resolve(picture.file()), Orientation.APPLY), picture.objects());
  }
}
