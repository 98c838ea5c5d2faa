package org.efficientvit.core.network;

import org.efficientvit.core.InspectorException;

/** Which pictures a network takes. */
final class ImageSize {

  private ImageSize() {}

  /**
   * Refuses a size that a network does not take.
   *
   * @param network as a person calls it
   * @param size rows and columns of the pictures, in pixels
   * @param multiple what the size has to be a multiple of
   * @throws InspectorException if the size is none that the network takes
   */
  static void require(String network, int size, int multiple, int smallest, int largest) {
    if (size < smallest || size > largest || size % multiple != 0) {
      String steps = multiple == 1 ? "" : "a multiple of %d ".formatted(multiple);
      throw new InspectorException(
          "%s takes pictures whose side is %sfrom %d to %d, not %d."
              .formatted(network, steps, smallest, largest, size));
    }
  }
}
