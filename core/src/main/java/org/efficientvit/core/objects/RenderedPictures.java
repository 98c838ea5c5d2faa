package org.efficientvit.core.objects;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.objects.scene.RenderedScene;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;

/**
 * Pictures that are rendered when they are asked for. The classes take turns, so that every run of
 * scenes as long as there are labels has each of them once.
 *
 * <p>Each epoch of training has scenes of its own; validation and samples have the same always.
 */
public final class RenderedPictures implements LabelledPictures {

  private final Split split;
  private final long seed;
  private final int size;
  private final SceneRenderer renderer;

  /**
   * A set of scenes.
   *
   * @param split what the pictures are for
   * @param seed of the whole set
   * @param size how many pictures an epoch has, at least 1
   * @param renderer of its scenes
   */
  public RenderedPictures(Split split, long seed, int size, SceneRenderer renderer) {
    this.split = requireNonNull(split, "split is null");
    this.seed = seed;
    this.size = size;
    this.renderer = requireNonNull(renderer, "renderer is null");
    if (size < 1) {
      throw new IllegalArgumentException("A set of " + size + " pictures");
    }
  }

  /**
   * A set of scenes, some of them with several objects.
   *
   * @param split what the pictures are for
   * @param seed of the whole set
   * @param size how many pictures an epoch has, at least 1
   * @param imageSize of their sides, in pixels
   */
  public RenderedPictures(Split split, long seed, int size, int imageSize) {
    this(split, seed, size, new SceneRenderer(imageSize, false));
  }

  @Override
  public List<String> labels() {
    return ObjectKind.labels();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public LabelledPicture get(int epoch, int index) {
    RenderedScene scene = scene(epoch, index);
    return new LabelledPicture(scene.picture(), labels().indexOf(scene.main().label()));
  }

  /**
   * One scene, with the places of its objects.
   *
   * @param epoch from 0; matters for training alone
   * @param index 0 to {@link #size()} − 1
   */
  public RenderedScene scene(int epoch, int index) {
    return renderer.render(kind(epoch, index), split.sceneSeed(seed, number(epoch, index)));
  }

  /** What one scene is of, without rendering it. */
  public ObjectKind kind(int epoch, int index) {
    ObjectKind[] kinds = ObjectKind.values();
    return kinds[(int) (number(epoch, index) % kinds.length)];
  }

  private long number(int epoch, int index) {
    Objects.checkIndex(index, size);
    return split == Split.TRAINING ? (long) epoch * size + index : index;
  }
}
