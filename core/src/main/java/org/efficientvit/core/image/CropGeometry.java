package org.efficientvit.core.image;

/**
 * Where in a picture a square crop comes from.
 *
 * <p>Coordinates are continuous: pixel (i, j) covers from i to i + 1 and from j to j + 1. The two
 * axes have scales of their own, since the resized longer side is rounded down.
 *
 * @param x left edge of the crop, in pixels of the picture
 * @param y upper edge of the crop, in pixels of the picture
 * @param width what the crop covers of the picture's width, in its pixels
 * @param height what the crop covers of the picture's height, in its pixels
 * @param size S: rows and columns of the crop
 */
public record CropGeometry(double x, double y, double width, double height, int size) {

  /** The picture's horizontal coordinate of one in the crop. */
  public double pictureX(double cropX) {
    return x + cropX * width / size;
  }

  /** The picture's vertical coordinate of one in the crop. */
  public double pictureY(double cropY) {
    return y + cropY * height / size;
  }

  /** The crop's horizontal coordinate of one in the picture; outside 0 to S where it is cut off. */
  public double cropX(double pictureX) {
    return (pictureX - x) * size / width;
  }

  /** The crop's vertical coordinate of one in the picture; outside 0 to S where it is cut off. */
  public double cropY(double pictureY) {
    return (pictureY - y) * size / height;
  }

  /** Whether a point of the picture lies in the crop. */
  public boolean contains(double pictureX, double pictureY) {
    return pictureX >= x && pictureX < x + width && pictureY >= y && pictureY < y + height;
  }
}
