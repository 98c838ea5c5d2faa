package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * What happens to a picture of training before the network sees it, so that it is another each
 * time: a part of it, perhaps mirrored, in other light and colours.
 *
 * @param flip how likely left and right change places, 0 to 1
 */
public record Augmentation(RandomCrop crop, double flip, ColourJitter jitter) {

  private static final int CHANNELS = 3;

  /**
   * Checks the probability.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public Augmentation {
    requireNonNull(crop, "crop is null");
    requireNonNull(jitter, "jitter is null");
    if (!(flip >= 0 && flip <= 1)) {
      throw new IllegalArgumentException("no probability: " + flip);
    }
  }

  /** That of the official training on ImageNet, less its policies and erasing. */
  public static Augmentation standard() {
    return new Augmentation(RandomCrop.standard(), 0.5, new ColourJitter(0.4, 0.4, 0.4));
  }

  /** The largest square in the centre as it is, the same each time. */
  public static Augmentation none() {
    return new Augmentation(RandomCrop.centre(), 0, ColourJitter.none());
  }

  /** The same with parts of no less than this share of the picture's area. */
  public Augmentation withSmallestArea(double area) {
    RandomCrop other = new RandomCrop(area, crop.largestArea(), crop.narrowest(), crop.widest());
    return new Augmentation(other, flip, jitter);
  }

  /**
   * One picture, ready for a network: (3, S, S).
   *
   * @param preprocessing whose size, mean and deviation the network takes
   */
  public Tensor apply(Picture picture, Preprocessing preprocessing, RandomGenerator random) {
    int size = preprocessing.imageSize();
    Shape shape = Shape.of(CHANNELS, size, size);
    float[] values = new float[shape.elements()];
    apply(picture, preprocessing, random, values, 0);
    return new Tensor(shape, values);
  }

  /**
   * One picture into its place in a batch.
   *
   * @param values takes (3, S, S) from the offset on
   */
  void apply(
      Picture picture,
      Preprocessing preprocessing,
      RandomGenerator random,
      float[] values,
      int offset) {
    int size = preprocessing.imageSize();
    int plane = size * size;
    PixelBox box = crop.choose(picture.width(), picture.height(), random);
    boolean mirrored = random.nextDouble() < flip;
    BoxSampler.sample(picture, box, mirrored, size, values, offset);
    jitter.apply(values, offset, plane, random);
    preprocessing.normalise(values, offset);
  }
}
