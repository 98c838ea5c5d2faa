package org.efficientvit.core.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * Pictures of a batch mixed in pairs, and labels made soft: mixup and label smoothing, as timm's
 * Mixup does both for a whole batch.
 *
 * <p>Picture i becomes λ times itself plus 1 − λ times picture B − 1 − i, and so its target; λ is
 * drawn once for each batch from Beta(α, α). A target gives ε/L to every class and 1 − ε more to
 * its own.
 *
 * @param alpha α, 0 for no mixup
 * @param smoothing ε, from 0 to below 1
 */
public record Mixing(double alpha, double smoothing) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if they are out of range
   */
  public Mixing {
    if (!(alpha >= 0 && Double.isFinite(alpha) && smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("no mixing of %s and %s".formatted(alpha, smoothing));
    }
  }

  /** Pictures as they are, all of a target on one class. */
  public static Mixing none() {
    return new Mixing(0, 0);
  }

  /**
   * A batch of pictures that are mixed in place.
   *
   * @param images normalised, (B, 3, S, S)
   * @param labels B of them, each 0 to L − 1
   * @param classes L
   */
  Batch apply(Tensor images, int[] labels, int classes, RandomGenerator random) {
    float lambda = alpha == 0 ? 1 : (float) BetaDistribution.symmetric(alpha, random);
    if (lambda != 1) {
      mix(images.values(), labels.length, lambda);
    }
    float[] targets = new float[labels.length * classes];
    float off = (float) (smoothing / classes);
    float on = (float) (1 - smoothing);
    Arrays.fill(targets, off);
    for (int i = 0; i < labels.length; i++) {
      targets[i * classes + labels[i]] += lambda * on;
      targets[i * classes + labels[labels.length - 1 - i]] += (1 - lambda) * on;
    }
    return new Batch(images, new Tensor(Shape.of(labels.length, classes), targets));
  }

  private static void mix(float[] images, int count, float lambda) {
    int size = images.length / count;
    for (int i = 0; i < count / 2; i++) {
      int one = i * size;
      int other = (count - 1 - i) * size;
      for (int j = 0; j < size; j++) {
        float first = images[one + j];
        float second = images[other + j];
        images[one + j] = lambda * first + (1 - lambda) * second;
        images[other + j] = lambda * second + (1 - lambda) * first;
      }
    }
  }
}
