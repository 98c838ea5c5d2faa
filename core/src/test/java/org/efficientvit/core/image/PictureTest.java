package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR
      })
  void everyTypeOfColorImageGivesItsSamples(int type) {
    BufferedImage image = new BufferedImage(2, 2, type);
    image.setRGB(1, 0, 0xFF123456);

    Picture picture = Picture.of(image, "image");

    assertThat(picture.rgb(1, 0)).isEqualTo(0x123456);
    assertThat(picture.rgb(0, 1)).isZero();
  }

  @Test
  void greyIsNotTakenAsLinearLight() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, 100);

    assertThat(Picture.of(image, "grey").rgb(0, 0)).isEqualTo(0x646464);
  }

  @Test
  void aPictureSurvivesTheWayToJava2dAndBack() {
    Picture picture = Fixtures.noise(5, 4, 1);

    assertThat(Picture.of(picture.toBufferedImage(), "copy").rgb()).isEqualTo(picture.rgb());
    assertThat(picture.toArgb()[7]).isEqualTo(0xFF000000 | picture.rgb(2, 1));
  }

  @Test
  void aPictureIsACopyOfTheImage() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
    Picture picture = Picture.of(image, "image");

    image.setRGB(0, 0, 0xFFFFFF);

    assertThat(picture.rgb(0, 0)).isZero();
  }

  @Test
  void samplesThatDoNotFillThePictureAreRefused() {
    assertThatThrownBy(() -> new Picture("x", 2, 2, new byte[11]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Picture("x", 0, 2, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
