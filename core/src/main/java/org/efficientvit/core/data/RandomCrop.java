package org.efficientvit.core.data;

import java.util.random.RandomGenerator;

/**
 * A part of a picture, of random size, shape and place, as torchvision's RandomResizedCrop chooses
 * it.
 *
 * <p>The area is uniform, the ratio of the sides uniform in its logarithm. Where ten tries do not
 * fit the picture, the part is the largest in its centre whose ratio is within the bounds.
 *
 * @param smallestArea as a share of the picture's, above 0
 * @param largestArea as a share of the picture's, at most 1
 * @param narrowest least ratio of width to height
 * @param widest greatest ratio of width to height
 */
public record RandomCrop(double smallestArea, double largestArea, double narrowest, double widest) {

  private static final int TRIES = 10;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if they are out of range or in the wrong order
   */
  public RandomCrop {
    boolean isOrdered = smallestArea <= largestArea && narrowest <= widest;
    if (!(isOrdered && smallestArea > 0 && largestArea <= 1 && narrowest > 0)) {
      throw new IllegalArgumentException(
          "no parts of area %s to %s and ratio %s to %s"
              .formatted(smallestArea, largestArea, narrowest, widest));
    }
  }

  /** ImageNet's usual: from 8 % of the picture to all of it, from 3:4 to 4:3. */
  public static RandomCrop standard() {
    return new RandomCrop(0.08, 1, 3.0 / 4, 4.0 / 3);
  }

  /** The largest square in the centre, always. */
  public static RandomCrop centre() {
    return new RandomCrop(1, 1, 1, 1);
  }

  PixelBox choose(int width, int height, RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      double area = (double) width * height * between(smallestArea, largestArea, random);
      double ratio = Math.exp(between(Math.log(narrowest), Math.log(widest), random));
      int boxWidth = (int) Math.rint(Math.sqrt(area * ratio));
      int boxHeight = (int) Math.rint(Math.sqrt(area / ratio));
      if (boxWidth >= 1 && boxWidth <= width && boxHeight >= 1 && boxHeight <= height) {
        int y = random.nextInt(height - boxHeight + 1);
        int x = random.nextInt(width - boxWidth + 1);
        return new PixelBox(x, y, boxWidth, boxHeight);
      }
    }
    return inCentre(width, height);
  }

  private PixelBox inCentre(int width, int height) {
    double ratio = (double) width / height;
    int boxWidth = ratio > widest ? (int) Math.rint(height * widest) : width;
    int boxHeight = ratio < narrowest ? (int) Math.rint(width / narrowest) : height;
    return new PixelBox((width - boxWidth) / 2, (height - boxHeight) / 2, boxWidth, boxHeight);
  }

  private static double between(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }
}
