package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.efficientvit.core.InspectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

  private static Picture apply(byte[] file) {
    return PictureReader.read(file, "some picture", Orientation.APPLY);
  }

  private static void assertRefused(byte[] file, String why) {
    assertThatThrownBy(() -> apply(file))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("some picture ")
        .hasMessageContaining(why)
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb16.png",
        "la16.png",
        "la.png",
        "one.png",
        "gray2.png",
        "gray4.png",
        "pal2.png",
        "paltrns.png",
        "trns_rgb.png",
        "trns_l.png",
        "gamma.png",
        "gamma_gray.png",
        "gamma_icc.png",
        "exif6.png",
        "rgb.bmp",
        "rgba.bmp",
        "pal.bmp",
        "gray.bmp",
        "one.bmp",
        "pal.gif",
        "inter.gif",
        "gray.gif",
        "anim.gif",
        "trans.gif",
        "lossless.webp",
        "alpha_lossless.webp",
        "rgb565.bmp",
        "rgb555.bmp",
        "rle.bmp"
      })
  void samplesOfALosslessFormatArePillows(String name) {
    assertThat(Fixtures.picture("formats/" + name).rgb())
        .isEqualTo(Fixtures.picture("formats/" + name + ".expected.png").rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ss0.jpg", "ss1.jpg", "ss2.jpg", "ssp2.jpg", "icc.jpg", "cmyk.jpg"})
  void samplesOfAJpegArePillowsUpToTheDecoder(String name) {
    assertThat(
            Fixtures.distance(
                Fixtures.picture("formats/" + name),
                Fixtures.picture("formats/" + name + ".expected.png")))
        .isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "still.webp",
        "alpha.webp",
        "anim.webp",
        "exif6.webp",
        "simple_filter.webp",
        "segments.webp",
        "partitions.webp"
      })
  void samplesOfALossyWebpArePillows(String name) {
    assertThat(Fixtures.picture("formats/" + name).rgb())
        .isEqualTo(Fixtures.picture("formats/" + name + ".expected.png").rgb());
  }

  @Test
  void aWebpWhoseDataIsShortIsRefusedEvenIfItsLengthsAgree() {
    byte[] whole = Fixtures.bytes("formats/still.webp");
    byte[] half = Arrays.copyOf(whole, whole.length / 2 / 2 * 2);
    ByteBuffer buffer = ByteBuffer.wrap(half).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(4, half.length - 8).putInt(16, half.length - 20);

    assertRefused(half, "there is less data than its size needs");
  }

  @Test
  void greyOf16BitsIsScaledNotClipped() {
    byte[] file = Fixtures.bytes("formats/gray16.png");

    Picture picture = apply(file);

    // 0x4469 is the first sample that the file was made with.
    assertThat(picture.rgb(0, 0)).isEqualTo(0x444444);
    assertThat(Arrays.equals(picture.rgb(), new byte[picture.rgb().length])).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0 1 2 3 4 5",
    "2, 1 0 3 2 5 4",
    "3, 5 4 3 2 1 0",
    "4, 4 5 2 3 0 1",
    "5, 0 2 4 1 3 5",
    "6, 4 2 0 5 3 1",
    "7, 5 3 1 4 2 0",
    "8, 1 3 5 0 2 4"
  })
  void everyOrientationIsTurnedUpright(int orientation, String order) {
    byte[] file = Fixtures.bytes("formats/orientation" + orientation + ".png");

    Picture upright = apply(file);
    Picture stored = PictureReader.read(file, "stored", Orientation.IGNORE);

    // Each pixel's blue is its number as stored, two to a row.
    assertThat(blues(stored)).isEqualTo("0 1 2 3 4 5");
    assertThat(blues(upright)).isEqualTo(order);
    assertThat(upright.width()).isEqualTo(orientation < 5 ? 2 : 3);
  }

  private static String blues(Picture picture) {
    return String.join(
        " ",
        IntStream.range(0, picture.width() * picture.height())
            .mapToObj(i -> Integer.toString(picture.rgb()[3 * i + 2]))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"formats/exif6.png", "formats/exif6.webp", "rotated_exif6_640x427.jpg"})
  void orientationIsFoundInEveryFormatThatHasIt(String name) {
    Picture stored = Fixtures.picture(name);
    Picture upright = apply(Fixtures.bytes(name));

    assertThat(upright.width()).isEqualTo(stored.height());
    assertThat(upright.height()).isEqualTo(stored.width());
    // Row 0 is the right side: the upper right corner was the upper left.
    assertThat(upright.rgb(upright.width() - 1, 0)).isEqualTo(stored.rgb(0, 0));
    assertThat(upright.rgb(0, 0)).isEqualTo(stored.rgb(0, stored.height() - 1));
  }

  @Test
  void aFrameSmallerThanItsScreenIsLaidOnIt() {
    byte[] file = Fixtures.bytes("formats/trans.gif");
    Picture frame = apply(file);
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(6, (short) 100).putShort(8, (short) 90);
    int descriptor = 13 + 3 * (2 << (file[10] & 7));
    while (file[descriptor] != 0x2C) {
      descriptor++;
    }
    buffer.putShort(descriptor + 1, (short) 7).putShort(descriptor + 3, (short) 5);

    Picture screen = apply(file);

    assertThat(screen.width()).isEqualTo(100);
    assertThat(screen.height()).isEqualTo(90);
    assertThat(screen.rgb(7, 5)).isEqualTo(frame.rgb(0, 0));
    assertThat(screen.rgb(67, 49)).isEqualTo(frame.rgb(60, 44));
    assertThat(screen.rgb(0, 0)).isEqualTo(screen.rgb(99, 89));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formats/rgb16.png", "formats/pal2.png", "formats/ss2.jpg", "formats/ssp2.jpg",
        "formats/cmyk.jpg", "formats/rgb.bmp", "formats/pal.bmp", "formats/pal.gif",
        "formats/anim.gif", "formats/still.webp", "formats/lossless.webp", "formats/anim.webp"
      })
  void aFileThatEndsEarlyIsRefusedWhereverItEnds(String name) {
    byte[] file = Fixtures.bytes(name);
    int step = Math.max(1, file.length / 200);
    for (int length = 20; length < file.length; length += step) {
      assertRefused(Arrays.copyOf(file, length), "truncated");
    }
    assertRefused(Arrays.copyOf(file, file.length - 1), "truncated");
    for (int length = 1; length < 20; length++) {
      assertRefused(Arrays.copyOf(file, length), "");
    }
  }

  @Test
  void theTruncatedJpegIsRefused() {
    assertRefused(Fixtures.bytes("truncated.jpg"), "is truncated: its end is missing");
  }

  @Test
  void aJpegWithItsEndButNotItsMiddleIsRefused() {
    byte[] file = Fixtures.bytes("photo_640x427.jpg");
    byte[] holed = Arrays.copyOf(file, file.length / 2);
    holed[holed.length - 2] = (byte) 0xFF;
    holed[holed.length - 1] = (byte) 0xD9;

    assertRefused(holed, "there is less data than its size needs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formats/rgb16.png", "formats/ss2.jpg", "formats/ssp2.jpg", "formats/cmyk.jpg",
        "formats/pal.bmp", "formats/inter.gif", "formats/still.webp", "formats/lossless.webp",
        "formats/exif6.webp", "formats/exif6.png"
      })
  void brokenBytesGiveAPictureOrARefusalAndNothingElse(String name) {
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 150; round++) {
      byte[] file = Fixtures.bytes(name);
      for (int change = random.nextInt(5); change >= 0; change--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(apply(file).width()).isPositive();
      } catch (InspectorException refusal) {
        assertThat(refusal.getMessage()).startsWith("some picture ").endsWith(".");
      }
    }
  }

  @Test
  void aPngWhoseBytesChangedIsRefused() {
    byte[] file = Fixtures.bytes("square_224.png");
    file[file.length / 2] ^= 1;

    assertRefused(file, "a checksum does not match");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertRefused(Fixtures.bytes("not_an_image.png"), "is not a picture of a known format");
    assertRefused(new byte[0], "is empty");
    assertRefused(new byte[100], "is not a picture of a known format");
  }

  @ParameterizedTest
  @CsvSource({"100000, 100000, more than 100000000", "0, 5, is damaged", "-1, 5, is damaged"})
  void sizesAreCheckedBeforeAnythingIsDecoded(int width, int height, String why) {
    byte[] png = Fixtures.bytes("square_224.png");
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());

    assertRefused(png, why);
  }

  @Test
  void aGifThatClaimsAHugeScreenIsRefused() {
    byte[] gif = Fixtures.bytes("formats/pal.gif");
    Arrays.fill(gif, 6, 10, (byte) 0xFF);

    assertRefused(gif, "65535 x 65535 pixels, more than");
  }

  @Test
  void aBmpThatClaimsAHugeSizeIsRefused() {
    byte[] bmp = Fixtures.bytes("formats/rgb.bmp");
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 1_000_000).putInt(22, 1_000_000);

    assertRefused(bmp, "truncated");
  }

  @ParameterizedTest
  @CsvSource({"C9, is a rare kind of JPEG", "C3, is a rare kind of JPEG"})
  void kindsOfJpegThatNobodyCanReadAreNamed(String marker, String why) {
    byte[] jpeg = Fixtures.bytes("formats/ss0.jpg");
    int frame = 0;
    while (jpeg[frame] != (byte) 0xFF || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    jpeg[frame + 1] = (byte) Integer.parseInt(marker, 16);

    assertRefused(jpeg, why);
  }

  @Test
  void aFileIsReadByItsContentNotItsName(@TempDir Path folder) throws IOException {
    Path path = Files.write(folder.resolve("photo.bmp"), Fixtures.bytes("square_224.png"));

    Picture picture = PictureReader.read(path, Orientation.APPLY);

    assertThat(picture.name()).isEqualTo(path.toString());
    assertThat(picture.rgb()).isEqualTo(Fixtures.picture("square_224.png").rgb());
  }

  @Test
  void aStreamIsReadLikeAFile() {
    byte[] file = Fixtures.bytes("square_224.png");

    Picture picture =
        PictureReader.read(new ByteArrayInputStream(file), "dropped", Orientation.APPLY);

    assertThat(picture.rgb()).isEqualTo(apply(file).rgb());
    assertThat(picture.name()).isEqualTo("dropped");
  }

  @Test
  void whatIsNoFileIsRefusedByName(@TempDir Path folder) {
    Path missing = folder.resolve("missing.png");

    assertThatThrownBy(() -> PictureReader.read(missing, Orientation.APPLY))
        .isInstanceOf(InspectorException.class)
        .hasMessage(missing + " does not exist; choose another file.");
    assertThatThrownBy(() -> PictureReader.read(folder, Orientation.APPLY))
        .isInstanceOf(InspectorException.class)
        .hasMessage(folder + " is a folder, not a picture; choose a file in it.");
  }

  @Test
  void namesOfPicturesAreKnown() {
    assertThat(List.of("a.png", "a.JPG", "b.c.jpeg", "a.webp", "a.BMP", "a.gif"))
        .allMatch(name -> PictureReader.isSupported(Path.of("folder", name)));
    assertThat(List.of("png", "a.txt", "a.png.zip", "a."))
        .noneMatch(name -> PictureReader.isSupported(Path.of("folder", name)));
  }

  @Test
  void picturesAreReadBySeveralThreadsAtOnce() {
    List<String> names =
        List.of("photo_640x427.jpg", "cmyk_640x427.jpg", "square_224.png", "formats/pal.gif");
    List<byte[]> alone = names.stream().map(name -> Fixtures.picture(name).rgb()).toList();

    IntStream.range(0, 80)
        .parallel()
        .forEach(
            i ->
                assertThat(Fixtures.picture(names.get(i % names.size())).rgb())
                    .isEqualTo(alone.get(i % names.size())));
  }
}
