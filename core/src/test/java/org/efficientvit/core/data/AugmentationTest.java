package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {

  private static final int SIDE = 32;
  private static final Preprocessing IMAGENET = Preprocessing.imageNet(SIDE);

  /** Mean 0 and deviation 1: values are levels from 0 to 1. */
  private static final Preprocessing PLAIN =
      new Preprocessing(SIDE, SIDE, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

  private static final Picture NOISE = TestPictures.noise(SIDE, SIDE, 1);

  @Test
  void withoutAugmentationAPictureOfTheRightSizeIsOnlyNormalised() {
    Tensor values = Augmentation.none().apply(NOISE, IMAGENET, random(1));

    assertThat(values.shape()).isEqualTo(Shape.of(3, SIDE, SIDE));
    assertThat(values.values()).isEqualTo(IMAGENET.normalise(NOISE).values());
  }

  @Test
  void withoutAugmentationALargerPictureIsItsCentralSquare() {
    byte[] rgb = new byte[3 * 96 * 64];
    for (int i = 0; i < 96 * 64; i++) {
      int column = i % 96;
      rgb[3 * i] = (byte) (column < 16 || column >= 80 ? 255 : 100);
    }

    Tensor values = Augmentation.none().apply(new Picture("wide", 96, 64, rgb), PLAIN, random(1));

    assertThat(Arrays.copyOf(values.values(), SIDE * SIDE)).containsOnly(100 / 255f);
  }

  @Test
  void flippingMirrorsEachRow() {
    Augmentation always = new Augmentation(RandomCrop.centre(), 1, ColourJitter.none());

    Tensor mirrored = always.apply(NOISE, PLAIN, random(1));

    Tensor straight = Augmentation.none().apply(NOISE, PLAIN, random(1));
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          assertThat(mirrored.at(channel, y, x)).isEqualTo(straight.at(channel, y, SIDE - 1 - x));
        }
      }
    }
  }

  @Test
  void halfOfThePicturesAreFlipped() {
    Augmentation sometimes = new Augmentation(RandomCrop.centre(), 0.5, ColourJitter.none());
    Tensor straight = Augmentation.none().apply(NOISE, PLAIN, random(1));
    int flipped = 0;
    for (int i = 0; i < 400; i++) {
      if (!Arrays.equals(sometimes.apply(NOISE, PLAIN, random(i)).values(), straight.values())) {
        flipped++;
      }
    }

    // Four standard deviations of a fair coin.
    assertThat(flipped).isBetween(160, 240);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 96, 64", "10, 20, 32, 32", "17, 5, 61, 13", "90, 60, 6, 4"})
  void aRampStaysARampWhereverItIsCut(int x, int y, int width, int height) {
    float[] levels = new float[3 * SIDE * SIDE];

    BoxSampler.sample(ramp(96, 64), new PixelBox(x, y, width, height), false, SIDE, levels, 0);

    // A reach of one sample, or of one pixel of the square, is cut off at the box's edges.
    int edgeX = Math.max(1, (int) Math.ceil(0.5 * SIDE / width));
    int edgeY = Math.max(1, (int) Math.ceil(0.5 * SIDE / height));
    for (int row = edgeY; row < SIDE - edgeY; row++) {
      for (int column = edgeX; column < SIDE - edgeX; column++) {
        double pictureX = x + (column + 0.5) * width / SIDE - 0.5;
        double pictureY = y + (row + 0.5) * height / SIDE - 0.5;
        // A sampled triangle that shrinks by no whole number is linear but for a small error.
        boolean isExact = width % SIDE == 0 || width < SIDE;
        Offset<Double> tolerance = within(isExact ? 1e-4 : 0.15);
        assertThat(level(levels, 0, row, column)).isCloseTo(2 * pictureX, tolerance);
        assertThat(level(levels, 1, row, column)).isCloseTo(3 * pictureY, tolerance);
        assertThat(level(levels, 2, row, column)).isCloseTo(pictureX + pictureY, tolerance);
      }
    }
  }

  @Test
  void shrinkingCountsEverySample() {
    byte[] rgb = new byte[3 * 320 * 320];
    for (int i = 0; i < 320 * 320; i++) {
      rgb[3 * i] = (byte) (i % 2 == 0 ? 200 : 0);
    }

    Tensor values =
        Augmentation.none().apply(new Picture("stripes", 320, 320, rgb), PLAIN, random(1));

    for (int x = 1; x < SIDE - 1; x++) {
      assertThat(255 * values.at(0, 16, x)).isCloseTo(100, within(0.01f));
    }
  }

  @Test
  void theSameRandomNumbersMakeTheSamePicture() {
    Augmentation standard = Augmentation.standard();

    float[] one = standard.apply(NOISE, IMAGENET, random(7)).values();

    assertThat(standard.apply(NOISE, IMAGENET, random(7)).values()).isEqualTo(one);
    assertThat(standard.apply(NOISE, IMAGENET, random(8)).values()).isNotEqualTo(one);
  }

  @Test
  void aBatchTakesAPictureAtItsPlaceAlone() {
    int elements = 3 * SIDE * SIDE;
    float[] values = new float[3 * elements];
    Arrays.fill(values, 42);

    Augmentation.standard().apply(NOISE, IMAGENET, random(7), values, elements);

    assertThat(Arrays.copyOfRange(values, 0, elements)).containsOnly(42);
    assertThat(Arrays.copyOfRange(values, 2 * elements, 3 * elements)).containsOnly(42);
    assertThat(Arrays.copyOfRange(values, elements, 2 * elements))
        .isEqualTo(Augmentation.standard().apply(NOISE, IMAGENET, random(7)).values());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Augmentation(RandomCrop.centre(), 1.1, ColourJitter.none()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Augmentation.standard().withSmallestArea(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RandomCrop(0.5, 1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ColourJitter(-0.1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double level(float[] levels, int channel, int row, int column) {
    return 255.0 * levels[(channel * SIDE + row) * SIDE + column];
  }

  /** Red rises by 2 to the right, green by 3 downwards, blue by 1 in both. */
  private static Picture ramp(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int x = i % width;
      int y = i / width;
      rgb[3 * i] = (byte) (2 * x);
      rgb[3 * i + 1] = (byte) (3 * y);
      rgb[3 * i + 2] = (byte) (x + y);
    }
    return new Picture("ramp", width, height, rgb);
  }

  private static SplittableRandom random(long seed) {
    return new SplittableRandom(seed);
  }
}
