package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.ObjectBox;
import org.efficientvit.core.objects.scene.RenderedScene;

/** Scenes that are rendered when they are asked for, with the boxes of all their objects. */
public final class RenderedScenes implements AnnotatedPictures {

  private final RenderedPictures pictures;

  public RenderedScenes(RenderedPictures pictures) {
    this.pictures = requireNonNull(pictures, "pictures is null");
  }

  @Override
  public List<String> labels() {
    return ObjectKind.labels();
  }

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public AnnotatedPicture get(int epoch, int index) {
    RenderedScene scene = pictures.scene(epoch, index);
    return new AnnotatedPicture(
        scene.picture(), scene.boxes().stream().map(RenderedScenes::object).toList());
  }

  private static GroundTruth object(ObjectBox box) {
    return GroundTruth.of(
        box.kind().ordinal(), new Box(box.x(), box.y(), box.width(), box.height()));
  }
}
