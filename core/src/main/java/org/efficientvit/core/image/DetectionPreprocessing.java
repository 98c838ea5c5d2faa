package org.efficientvit.core.image;

import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * What happens to a picture before a detector sees it: resized as a whole so that it fits, levels
 * normalised, zeros below and to the right up to a multiple of 32 (mmdetection 2: {@code Resize}
 * with {@code keep_ratio}, {@code Normalize} and {@code Pad}).
 *
 * @param shorterSide pixels to which the shorter side is resized
 * @param longerSide pixels that the longer side has at most; where it would have more, it has as
 *     many and the shorter side fewer
 * @param mean of red, green and blue, where 1 is full scale
 * @param std standard deviation of red, green and blue, where 1 is full scale
 */
public record DetectionPreprocessing(
    int shorterSide, int longerSide, List<Float> mean, List<Float> std) {

  private static final List<Float> IMAGENET_MEAN = List.of(0.485f, 0.456f, 0.406f);
  private static final List<Float> IMAGENET_STD = List.of(0.229f, 0.224f, 0.225f);
  private static final int MULTIPLE = 32;
  private static final int CHANNELS = 3;
  private static final int LEVELS = 256;
  private static final float FULL_SCALE = 255;
  private static final int PUBLISHED_SHORTER = 800;
  private static final int PUBLISHED_LONGER = 1333;

  /**
   * Checks that the numbers make sense.
   *
   * @throws IllegalArgumentException if they do not
   */
  public DetectionPreprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (shorterSide < 1 || longerSide < shorterSide) {
      throw new IllegalArgumentException(
          "no picture of " + shorterSide + " by at most " + longerSide);
    }
    if (mean.size() != CHANNELS || std.size() != CHANNELS || !std.stream().allMatch(s -> s > 0)) {
      throw new IllegalArgumentException("mean " + mean + " and std " + std + " are not of RGB");
    }
  }

  /** The published detectors': 800 by at most 1333, ImageNet's statistics. */
  public static DetectionPreprocessing published() {
    return imageNet(PUBLISHED_SHORTER, PUBLISHED_LONGER);
  }

  /** The same for pictures of another size. */
  public static DetectionPreprocessing imageNet(int shorterSide, int longerSide) {
    return new DetectionPreprocessing(shorterSide, longerSide, IMAGENET_MEAN, IMAGENET_STD);
  }

  /**
   * A picture ready for a detector, and where it lies.
   *
   * @param values (3, H, W), H and W multiples of 32
   * @param width of the picture in it, without padding
   * @param height of the picture in it, without padding
   * @param scaleX columns in it for each column of the original picture
   * @param scaleY rows in it for each row of the original picture
   */
  public record Fitted(Tensor values, int width, int height, double scaleX, double scaleY) {

    /** H, padding counted. */
    public int paddedHeight() {
      return values.shape().dimension(1);
    }

    /** W, padding counted. */
    public int paddedWidth() {
      return values.shape().dimension(2);
    }
  }

  /** One picture, ready for a detector. */
  public Fitted apply(Picture picture) {
    double scale = scale(picture.width(), picture.height());
    int width = scaled(picture.width(), scale);
    int height = scaled(picture.height(), scale);
    Picture resized = BilinearResampler.resize(picture, width, height);
    return new Fitted(
        normalised(resized),
        width,
        height,
        (double) width / picture.width(),
        (double) height / picture.height());
  }

  /** The smaller of what brings the longer side and the shorter side to their lengths. */
  private double scale(int width, int height) {
    return Math.min(
        longerSide / (double) Math.max(width, height),
        shorterSide / (double) Math.min(width, height));
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) (side * scale + 0.5));
  }

  private Tensor normalised(Picture picture) {
    int height = padded(picture.height());
    int width = padded(picture.width());
    float[] values = new float[CHANNELS * height * width];
    byte[] rgb = picture.rgb();
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] ofLevel = new float[LEVELS];
      for (int level = 0; level < LEVELS; level++) {
        ofLevel[level] = (level - mean.get(channel) * FULL_SCALE) / (std.get(channel) * FULL_SCALE);
      }
      for (int row = 0; row < picture.height(); row++) {
        int to = (channel * height + row) * width;
        int from = CHANNELS * row * picture.width() + channel;
        for (int column = 0; column < picture.width(); column++) {
          values[to + column] = ofLevel[rgb[from + CHANNELS * column] & 0xFF];
        }
      }
    }
    return new Tensor(Shape.of(CHANNELS, height, width), values);
  }

  private static int padded(int side) {
    return Math.max(2, (side + MULTIPLE - 1) / MULTIPLE) * MULTIPLE;
  }
}
