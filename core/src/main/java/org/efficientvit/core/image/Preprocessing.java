package org.efficientvit.core.image;

import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * What happens to a picture before a network sees it: resize, crop the centre, normalise.
 *
 * <p>As torchvision's Resize, CenterCrop, ToTensor and Normalize do in the official evaluation
 * (classification/data/datasets.py).
 *
 * @param imageSize S: rows and columns of the crop
 * @param shorterSide pixels to which the picture's shorter side is resized, at least S
 * @param mean of red, green and blue, where 1 is full scale
 * @param std standard deviation of red, green and blue, where 1 is full scale
 */
public record Preprocessing(int imageSize, int shorterSide, List<Float> mean, List<Float> std) {

  private static final List<Float> IMAGENET_MEAN = List.of(0.485f, 0.456f, 0.406f);
  private static final List<Float> IMAGENET_STD = List.of(0.229f, 0.224f, 0.225f);
  private static final int CHANNELS = 3;

  /**
   * Checks that the numbers make sense.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (imageSize <= 0 || shorterSide < imageSize) {
      throw new IllegalArgumentException(
          "no crop of " + imageSize + " from a shorter side of " + shorterSide);
    }
    if (mean.size() != CHANNELS || std.size() != CHANNELS || !std.stream().allMatch(s -> s > 0)) {
      throw new IllegalArgumentException("mean " + mean + " and std " + std + " are not of RGB");
    }
  }

  /** The official evaluation's: the shorter side to 256/224 of the crop, ImageNet's statistics. */
  public static Preprocessing imageNet(int imageSize) {
    return imageNet(imageSize, 224.0 / 256.0);
  }

  /**
   * The same with another share of the picture.
   *
   * @param crop S as a share of the shorter side, above 0 and at most 1
   */
  public static Preprocessing imageNet(int imageSize, double crop) {
    // Rounded down, as in the official code and in timm: 384 gives 438, not 439.
    int shorterSide = (int) (imageSize / crop);
    return new Preprocessing(imageSize, shorterSide, IMAGENET_MEAN, IMAGENET_STD);
  }

  /**
   * The centre of a picture, resized, and where it comes from.
   *
   * @throws InspectorException if the picture is so long and narrow that it cannot be resized
   */
  public Crop crop(Picture picture) {
    int shorter = Math.min(picture.width(), picture.height());
    int width = resized(picture, picture.width(), shorter);
    int height = resized(picture, picture.height(), shorter);
    int x = centered(width);
    int y = centered(height);
    double scaleX = (double) picture.width() / width;
    double scaleY = (double) picture.height() / height;
    return new Crop(
        Resampler.bicubic(picture, width, height, x, y, imageSize, imageSize),
        new CropGeometry(
            x * scaleX, y * scaleY, imageSize * scaleX, imageSize * scaleY, imageSize));
  }

  private int resized(Picture picture, int side, int shorter) {
    if (shorter == shorterSide) {
      return side;
    }
    double length = (double) ((long) shorterSide * side) / shorter;
    if (length > Integer.MAX_VALUE) {
      throw new InspectorException(
          picture.name() + " is too long and narrow to be resized; cut it to a part.");
    }
    return (int) length;
  }

  /** The crop's offset, rounded as Python does: a half to the even neighbour. */
  private int centered(int side) {
    return (int) Math.rint((side - imageSize) / 2.0);
  }

  /**
   * A picture's levels as numbers of mean 0 and deviation 1 over many pictures: (3, H, W).
   *
   * <p>In single precision and in PyTorch's order, so that equal levels give equal numbers.
   */
  public Tensor normalise(Picture picture) {
    float[] values = new float[CHANNELS * picture.width() * picture.height()];
    normalise(picture, values, 0);
    return new Tensor(Shape.of(CHANNELS, picture.height(), picture.width()), values);
  }

  /**
   * The same for levels that are numbers already.
   *
   * @param levels holds (3, S, S) from the offset on, 0 to 1, and takes the result
   */
  public void normalise(float[] levels, int offset) {
    int plane = imageSize * imageSize;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int from = offset + channel * plane;
      for (int i = from; i < from + plane; i++) {
        levels[i] = normalised(levels[i], channel);
      }
    }
  }

  private float normalised(float level, int channel) {
    return (level - mean.get(channel)) / std.get(channel);
  }

  /** One picture, ready for a network: (3, S, S). */
  public Tensor apply(Picture picture) {
    return normalise(crop(picture).picture());
  }

  /**
   * One picture into its place in a batch.
   *
   * @param values takes (3, S, S) from the offset on
   * @throws InspectorException if the picture is so long and narrow that it cannot be resized
   */
  public void apply(Picture picture, float[] values, int offset) {
    normalise(crop(picture).picture(), values, offset);
  }

  /**
   * Several crops as one batch: (B, 3, S, S).
   *
   * @throws IllegalArgumentException if a crop is not of S rows and columns
   */
  public Tensor batch(List<Crop> crops) {
    int size = CHANNELS * imageSize * imageSize;
    Shape shape = Shape.of(crops.size(), CHANNELS, imageSize, imageSize);
    float[] values = new float[shape.elements()];
    for (int i = 0; i < crops.size(); i++) {
      Picture picture = crops.get(i).picture();
      if (picture.width() != imageSize || picture.height() != imageSize) {
        throw new IllegalArgumentException(picture + " is not a crop of " + imageSize);
      }
      normalise(picture, values, i * size);
    }
    return new Tensor(shape, values);
  }

  private void normalise(Picture picture, float[] values, int offset) {
    byte[] rgb = picture.rgb();
    int plane = rgb.length / CHANNELS;
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] ofLevel = new float[256];
      for (int level = 0; level < 256; level++) {
        ofLevel[level] = normalised(level / 255f, channel);
      }
      for (int i = 0; i < plane; i++) {
        values[offset + channel * plane + i] = ofLevel[rgb[CHANNELS * i + channel] & 0xFF];
      }
    }
  }
}
