package org.efficientvit.core.trace;

import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/** What runners ask of the pictures that they are given. */
final class Pictures {

  private Pictures() {}

  /**
   * How many images there are.
   *
   * @throws IllegalArgumentException if the network does not take images of this shape
   */
  static int count(VisionNetwork network, Tensor images) {
    int batch = images.shape().dimension(0);
    Shape expected = network.input(batch);
    if (!images.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "images of shape " + images.shape() + " for a network that takes " + expected);
    }
    return batch;
  }
}
