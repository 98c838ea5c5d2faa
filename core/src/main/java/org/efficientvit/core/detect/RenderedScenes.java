package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.ObjectBox;
import org.efficientvit.core.objects.scene.RenderedScene;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;

/** Scenes that are rendered when they are asked for, with the boxes of all their objects. */
public final class RenderedScenes implements AnnotatedPictures {

  private final RenderedPictures pictures;

  /** Share of the scenes to learn from that are meant to hold several objects. */
  private static final double TRAINING_COMPANY = 0.7;

  public RenderedScenes(RenderedPictures pictures) {
    this.pictures = requireNonNull(pictures, "pictures is null");
  }

  /**
   * Scenes to learn from, new ones in each epoch: most with several objects, some with one.
   *
   * @param size how many an epoch has
   * @param imageSize of their sides, in pixels
   */
  public static RenderedScenes training(long seed, int size, int imageSize) {
    SceneRenderer renderer = new SceneRenderer(imageSize, TRAINING_COMPANY);
    return new RenderedScenes(new RenderedPictures(Split.TRAINING, seed, size, renderer));
  }

  /**
   * Scenes of several objects to measure by, wherever there is room for them.
   *
   * @param split what the scenes are for
   * @param size how many there are
   * @param imageSize of their sides, in pixels
   */
  public static RenderedScenes ofSeveral(Split split, long seed, int size, int imageSize) {
    return new RenderedScenes(
        new RenderedPictures(split, seed, size, new SceneRenderer(imageSize, 1.0)));
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
        ObjectKind.labels().indexOf(box.kind().label()),
        new Box(box.x(), box.y(), box.width(), box.height()));
  }
}
