package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Pictures beside the tests, and how far two pictures are apart. */
final class Fixtures {

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream stream = Fixtures.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Picture picture(String name) {
    return PictureReader.read(bytes(name), name, Orientation.IGNORE);
  }

  /** The mean absolute difference of two pictures of the same size, in levels. */
  static double distance(Picture one, Picture other) {
    assertThat(one.width()).isEqualTo(other.width());
    assertThat(one.height()).isEqualTo(other.height());
    long sum = 0;
    for (int i = 0; i < one.rgb().length; i++) {
      sum += Math.abs((one.rgb()[i] & 0xFF) - (other.rgb()[i] & 0xFF));
    }
    return (double) sum / one.rgb().length;
  }

  /** A picture without structure, the same for the same seed. */
  static Picture noise(int width, int height, long seed) {
    byte[] rgb = new byte[3 * width * height];
    new java.util.Random(seed).nextBytes(rgb);
    return new Picture("noise", width, height, rgb);
  }
}
