package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({"31, 17", "97, 120", "64, 20", "31, 48", "64, 48"})
  void aPartIsCutFromTheWhole(int width, int height) {
    Picture picture = Fixtures.noise(64, 48, 3);
    Picture whole = Resampler.bicubic(picture, width, height);

    Picture part = Resampler.bicubic(picture, width, height, 5, 3, 20, 11);

    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 20; x++) {
        assertThat(part.rgb(x, y)).isEqualTo(whole.rgb(x + 5, y + 3));
      }
    }
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    Picture picture = Fixtures.noise(13, 9, 4);

    assertThat(Resampler.bicubic(picture, 13, 9).rgb()).isEqualTo(picture.rgb());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 300", "1000, 3"})
  void onePlainColorStaysThatColor(int width, int height) {
    byte[] rgb = new byte[3 * 40 * 30];
    Arrays.fill(rgb, (byte) 200);

    Picture resized = Resampler.bicubic(new Picture("plain", 40, 30, rgb), width, height);

    assertThat(resized.rgb()).containsOnly((byte) 200);
  }

  @ParameterizedTest
  @CsvSource({"40, 30, 20, 20, 15", "30, 40, 20, 15, 20", "8, 6, 20, 8, 6", "900, 1, 20, 20, 1"})
  void aPictureFitsIntoASquareWithItsProportionsAndIsNeverEnlarged(
      int width, int height, int side, int fittedWidth, int fittedHeight) {
    Picture fitted = Resampler.bicubicWithin(Fixtures.noise(width, height, 2), side);

    assertThat(fitted.width()).isEqualTo(fittedWidth);
    assertThat(fitted.height()).isEqualTo(fittedHeight);
  }

  @Test
  void overshootIsClippedNotWrapped() {
    byte[] rgb = new byte[3 * 8 * 8];
    Arrays.fill(rgb, rgb.length / 2, rgb.length, (byte) 255);

    Picture resized = Resampler.bicubic(new Picture("edge", 8, 8, rgb), 8, 64);

    for (int y = 1; y < 64; y++) {
      assertThat(resized.rgb(0, y) & 0xFF).isBetween(0, 255);
      if (y < 24) {
        assertThat(resized.rgb(0, y) & 0xFF).isLessThan(5);
      } else if (y > 40) {
        assertThat(resized.rgb(0, y) & 0xFF).isGreaterThan(250);
      }
    }
  }

  @Test
  void aPartOutsideTheWholeIsRefused() {
    Picture picture = Fixtures.noise(8, 8, 1);

    assertThatThrownBy(() -> Resampler.bicubic(picture, 4, 4, 1, 0, 4, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Resampler.bicubic(picture, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Odd and even numbers of rows, smaller and larger, thin ones, and black beside white. */
  @ParameterizedTest
  @CsvSource({
    "64, 48, 31, 17",
    "51, 37, 23, 40",
    "9, 1, 20, 3",
    "1, 9, 3, 20",
    "40, 41, 40, 41",
    "2, 300, 5, 7",
    "300, 2, 7, 5"
  })
  void everyLevelIsTheSumThatPillowDefines(int width, int height, int newWidth, int newHeight) {
    for (Picture picture :
        List.of(Fixtures.noise(width, height, 5), blackAndWhite(width, height, 6))) {
      Picture resized = Resampler.bicubic(picture, newWidth, newHeight);

      assertThat(resized.rgb()).isEqualTo(expected(picture, newWidth, newHeight));
    }
  }

  @Test
  void aPictureThatIsWorthSeveralThreadsIsResizedAsItsPartsAre() {
    Picture large = Fixtures.noise(2300, 1901, 7);

    Picture resized = Resampler.bicubic(large, 60, 47);

    for (int row = 0; row < 47; row++) {
      assertThat(Resampler.bicubic(large, 60, 47, 0, row, 60, 1).rgb())
          .isEqualTo(Arrays.copyOfRange(resized.rgb(), 180 * row, 180 * (row + 1)));
    }
  }

  private static Picture blackAndWhite(int width, int height, long seed) {
    byte[] rgb = Fixtures.noise(width, height, seed).rgb();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (rgb[i] < 0 ? 255 : 0);
    }
    return new Picture("black and white", width, height, rgb);
  }

  /** Line by line, each row before each column, with nothing shared and nothing left out. */
  private static byte[] expected(Picture picture, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int channel = 0; channel < 3; channel++) {
      int[][] rows = new int[picture.height()][];
      for (int y = 0; y < rows.length; y++) {
        int[] row = new int[picture.width()];
        for (int x = 0; x < row.length; x++) {
          row[x] = picture.rgb()[3 * (y * row.length + x) + channel] & 0xFF;
        }
        rows[y] = resized(row, width);
      }
      for (int x = 0; x < width; x++) {
        int column = x;
        int[] levels = resized(Arrays.stream(rows).mapToInt(row -> row[column]).toArray(), height);
        for (int y = 0; y < height; y++) {
          rgb[3 * (y * width + x) + channel] = (byte) levels[y];
        }
      }
    }
    return rgb;
  }

  /** One line as Pillow's Resample.c has it, with sums that cannot overflow. */
  private static int[] resized(int[] line, int length) {
    double scale = (double) line.length / length;
    double stretch = Math.max(scale, 1);
    int[] resized = new int[length];
    for (int i = 0; i < length; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max(0, (int) (centre - 2 * stretch + 0.5));
      int end = Math.min(line.length, (int) (centre + 2 * stretch + 0.5));
      double total = 0;
      for (int k = first; k < end; k++) {
        total += cubic((k - centre + 0.5) / stretch);
      }
      long sum = 1 << 21;
      for (int k = first; k < end; k++) {
        double weight = cubic((k - centre + 0.5) / stretch) / total * (1 << 22);
        sum += line[k] * (long) (weight < 0 ? weight - 0.5 : weight + 0.5);
      }
      resized[i] = (int) Math.max(0, Math.min(255, sum >> 22));
    }
    return resized;
  }

  /** Keys' cubic convolution with a = -0.5, in powers. */
  private static double cubic(double at) {
    double x = Math.abs(at);
    if (x < 1) {
      return 1.5 * x * x * x - 2.5 * x * x + 1;
    }
    return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
  }
}
