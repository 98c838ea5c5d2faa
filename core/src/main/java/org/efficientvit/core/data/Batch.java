package org.efficientvit.core.data;

import org.efficientvit.core.tensor.Tensor;

/**
 * Pictures that a step of training sees together, and what it is to say of them.
 *
 * @param images normalised, (B, 3, S, S)
 * @param targets the share of each class in each picture, (B, L); each row sums to 1
 */
public record Batch(Tensor images, Tensor targets) {

  /**
   * Checks that there is a target for each picture.
   *
   * @throws IllegalArgumentException if there is not
   */
  public Batch {
    boolean isBatch = images.shape().rank() == 4 && targets.shape().rank() == 2;
    if (!isBatch || images.shape().dimension(0) != targets.shape().dimension(0)) {
      throw new IllegalArgumentException(
          "targets " + targets.shape() + " for images " + images.shape());
    }
  }

  /** B, how many pictures. */
  public int size() {
    return images.shape().dimension(0);
  }
}
