package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessingTest {

  private static final Preprocessing AT_224 = Preprocessing.imageNet(224);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha_320x280",
        "already_256x256",
        "gray_400x300",
        "landscape_640x480",
        "palette_350x260",
        "portrait_301x517",
        "square_224",
        "tiny_13x10",
        "wide_900x60"
      })
  void cropEqualsPillowsForEveryPng(String name) {
    Picture crop = AT_224.crop(Fixtures.picture(name + ".png")).picture();

    assertThat(crop.rgb()).isEqualTo(Fixtures.picture(name + ".expected.png").rgb());
  }

  @Test
  void cropOf384EqualsPillows() {
    Preprocessing at384 = Preprocessing.imageNet(384);
    Picture crop = at384.crop(Fixtures.picture("landscape_640x480.png")).picture();

    assertThat(at384.shorterSide()).isEqualTo(438);
    assertThat(crop.rgb()).isEqualTo(Fixtures.picture("landscape_640x480.expected384.png").rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo", "gray", "progressive", "cmyk"})
  void cropOfAJpegIsPillowsUpToTheDecoder(String name) {
    Picture crop = AT_224.crop(Fixtures.picture(name + "_640x427.jpg")).picture();

    assertThat(Fixtures.distance(crop, Fixtures.picture(name + "_640x427.expected.png")))
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"IGNORE, ignored", "APPLY, applied"})
  void orientationIsAppliedOrIgnoredAsAsked(Orientation orientation, String expected) {
    String name = "rotated_exif6_640x427";
    Picture picture = PictureReader.read(Fixtures.bytes(name + ".jpg"), name, orientation);

    assertThat(
            Fixtures.distance(
                AT_224.crop(picture).picture(), Fixtures.picture(name + "." + expected + ".png")))
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"224, 256", "384, 438", "256, 292", "192, 219", "512, 585", "7, 8"})
  void shorterSideIsTheOfficialEvaluations(int imageSize, int shorterSide) {
    assertThat(Preprocessing.imageNet(imageSize).shorterSide()).isEqualTo(shorterSide);
  }

  @ParameterizedTest
  @CsvSource({"640, 427", "427, 640", "1, 1", "5000, 1", "1, 5000", "256, 300", "224, 224"})
  void cropOfAnySizeIsASquareWithinThePicture(int width, int height) {
    Crop crop = AT_224.crop(Fixtures.noise(width, height, 1));
    CropGeometry geometry = crop.geometry();

    assertThat(crop.picture().width()).isEqualTo(224);
    assertThat(crop.picture().height()).isEqualTo(224);
    assertThat(geometry.x()).isNotNegative();
    assertThat(geometry.y()).isNotNegative();
    assertThat(geometry.x() + geometry.width()).isLessThanOrEqualTo(width);
    assertThat(geometry.y() + geometry.height()).isLessThanOrEqualTo(height);
  }

  @Test
  void cropKeepsWhereItComesFrom() {
    // 640 x 480 is resized to 341 x 256: the crop starts at round-half-even(58.5) = 58 and 16.
    CropGeometry geometry = AT_224.crop(Fixtures.noise(640, 480, 1)).geometry();

    assertThat(geometry.x()).isCloseTo(58 * 640 / 341.0, within(1e-9));
    assertThat(geometry.y()).isCloseTo(16 * 480 / 256.0, within(1e-9));
    assertThat(geometry.width()).isCloseTo(224 * 640 / 341.0, within(1e-9));
    assertThat(geometry.height()).isCloseTo(224 * 480 / 256.0, within(1e-9));
    assertThat(geometry.pictureX(0)).isEqualTo(geometry.x());
    assertThat(geometry.pictureY(224)).isCloseTo(30 + 420, within(1e-9));
    assertThat(geometry.cropX(geometry.pictureX(17.25))).isCloseTo(17.25, within(1e-9));
    assertThat(geometry.cropY(geometry.pictureY(200.5))).isCloseTo(200.5, within(1e-9));
    assertThat(geometry.contains(320, 240)).isTrue();
    assertThat(geometry.contains(50, 240)).isFalse();
    assertThat(geometry.contains(320, 450.5)).isFalse();
  }

  @Test
  void aSpotOfThePictureIsFoundAtItsPlaceInTheCrop() {
    byte[] rgb = new byte[3 * 640 * 480];
    for (int y = 200; y < 210; y++) {
      for (int x = 400; x < 410; x++) {
        rgb[3 * (y * 640 + x)] = (byte) 255;
      }
    }
    Crop crop = AT_224.crop(new Picture("spot", 640, 480, rgb));

    int x = (int) crop.geometry().cropX(405);
    int y = (int) crop.geometry().cropY(205);
    assertThat(crop.picture().rgb(x, y) >> 16).isGreaterThan(200);
    assertThat(crop.picture().rgb(x + 8, y) >> 16).isLessThan(20);
  }

  @Test
  void normalisedLevelsAreChannelsFirst() {
    Picture picture = new Picture("two", 2, 1, new byte[] {0, (byte) 255, 51, 102, 0, (byte) 204});

    Tensor tensor = AT_224.normalise(picture);

    assertThat(tensor.shape()).isEqualTo(Shape.of(3, 1, 2));
    assertThat(tensor.values())
        .containsExactly(
            new float[] {
              (0f - 0.485f) / 0.229f,
              (0.4f - 0.485f) / 0.229f,
              (1f - 0.456f) / 0.224f,
              (0f - 0.456f) / 0.224f,
              (0.2f - 0.406f) / 0.225f,
              (0.8f - 0.406f) / 0.225f
            },
            within(1e-6f));
  }

  @Test
  void meanAndDeviationCanBeOthers() {
    Preprocessing plain =
        new Preprocessing(1, 1, List.of(0.5f, 0.5f, 0.5f), List.of(0.5f, 0.5f, 0.5f));

    assertThat(plain.apply(new Picture("white", 1, 1, new byte[] {-1, -1, -1})).values())
        .containsExactly(1, 1, 1);
  }

  @Test
  void aBatchHoldsEachCropInItsPlace() {
    Preprocessing small = Preprocessing.imageNet(32);
    Picture first = Fixtures.noise(64, 48, 1);
    Picture second = Fixtures.noise(50, 90, 2);

    Tensor batch = small.batch(List.of(small.crop(first), small.crop(second)));

    assertThat(batch.shape()).isEqualTo(Shape.of(2, 3, 32, 32));
    assertThat(batch.get(0).values()).isEqualTo(small.apply(first).values());
    assertThat(batch.get(1).values()).isEqualTo(small.apply(second).values());
  }

  @Test
  void aPictureIsPutIntoItsPlaceAndNowhereElse() {
    Preprocessing small = Preprocessing.imageNet(32);
    Picture picture = Fixtures.noise(64, 48, 1);
    float[] values = new float[3 * 32 * 32 + 7];
    Arrays.fill(values, 99);

    small.apply(picture, values, 3);

    assertThat(Arrays.copyOfRange(values, 3, values.length - 4))
        .isEqualTo(small.apply(picture).values());
    assertThat(values).startsWith(99, 99, 99).endsWith(99, 99, 99, 99);
  }

  @Test
  void cropsOfAnotherSizeMakeNoBatch() {
    Preprocessing small = Preprocessing.imageNet(32);
    Crop large = Preprocessing.imageNet(64).crop(Fixtures.noise(64, 64, 1));

    assertThatThrownBy(() -> small.batch(List.of(large)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    List<Float> three = List.of(0.5f, 0.5f, 0.5f);

    assertThatThrownBy(() -> new Preprocessing(0, 256, three, three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Preprocessing(224, 223, three, three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Preprocessing(224, 256, List.of(0.5f), three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Preprocessing(224, 256, three, List.of(1f, 0f, 1f)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPictureTooLongToResizeIsRefused() {
    byte[] line = new byte[3 * 10_000_000];
    Arrays.fill(line, (byte) 7);
    Picture thread = new Picture("thread.png", 10_000_000, 1, line);

    assertThatThrownBy(() -> AT_224.crop(thread))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("thread.png is too long and narrow");
  }
}
