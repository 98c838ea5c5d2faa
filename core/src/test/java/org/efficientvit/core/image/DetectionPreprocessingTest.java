package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.image.DetectionPreprocessing.Fitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionPreprocessingTest {

  private static Picture read(String name) {
    return PictureReader.read(
        TestFiles.path(DetectionPreprocessingTest.class, "bilinear/" + name), Orientation.IGNORE);
  }

  /** OpenCV 5.0, {@code resize} with {@code INTER_LINEAR}: larger, smaller, and one side alone. */
  @ParameterizedTest
  @CsvSource({"151, 106", "64, 45", "100, 33"})
  void picturesAreResizedAsOpenCvDoes(int width, int height) {
    Picture expected = read("part_%dx%d.expected.png".formatted(width, height));

    Picture resized = BilinearResampler.resize(read("part_100x70.png"), width, height);

    int apart = 0;
    for (int i = 0; i < expected.rgb().length; i++) {
      int difference = Math.abs((resized.rgb()[i] & 0xFF) - (expected.rgb()[i] & 0xFF));
      assertThat(difference).isLessThanOrEqualTo(1);
      apart += difference;
    }
    // Its processors' own code paths round a level otherwise now and then.
    assertThat(apart).isLessThan(expected.rgb().length / 50);
  }

  @ParameterizedTest
  @CsvSource({
    "640, 480, 1067, 800, 1088, 800",
    "480, 640, 800, 1067, 800, 1088",
    "2000, 500, 1333, 333, 1344, 352",
    "1333, 800, 1333, 800, 1344, 800"
  })
  void picturesAreFittedAndPadded(
      int width, int height, int fittedWidth, int fittedHeight, int paddedWidth, int paddedHeight) {
    Picture grey = new Picture("grey", width, height, new byte[3 * width * height]);

    Fitted fitted = DetectionPreprocessing.published().apply(grey);

    assertThat(fitted.width()).isEqualTo(fittedWidth);
    assertThat(fitted.height()).isEqualTo(fittedHeight);
    assertThat(fitted.paddedWidth()).isEqualTo(paddedWidth);
    assertThat(fitted.paddedHeight()).isEqualTo(paddedHeight);
    assertThat(fitted.scaleX()).isEqualTo((double) fittedWidth / width);
    assertThat(fitted.scaleY()).isEqualTo((double) fittedHeight / height);
  }

  @Test
  void levelsAreNormalisedAndThePaddingIsZero() {
    byte[] rgb = new byte[3 * 64 * 40];
    Arrays.fill(rgb, (byte) 200);
    Fitted fitted = DetectionPreprocessing.imageNet(40, 64).apply(new Picture("even", 64, 40, rgb));

    assertThat(fitted.values().at(0, 0, 0)).isEqualTo((200 - 123.675f) / 58.395f, within(1e-5f));
    assertThat(fitted.values().at(2, 39, 63)).isEqualTo((200 - 103.53f) / 57.375f, within(1e-5f));
    assertThat(fitted.paddedHeight()).isEqualTo(64);
    assertThat(fitted.values().at(1, 40, 0)).isZero();
  }
}
