package org.efficientvit.visualizers.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.Picture;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;

class DetectionFigureTest {

  private static final FigureContext CONTEXT =
      new FigureContext("retinanet-m0", "some cats.jpg", "weights", false);

  private static DetectionFigure figure(List<Detection> detections) {
    Picture black = new Picture("/pictures/some cats.jpg", 200, 100, new byte[3 * 200 * 100]);
    return new DetectionFigure(black, detections, List.of("cat", "dog"), CONTEXT);
  }

  @Test
  void itIsNamedAfterThePictureAndSaysHowManyObjectsThereAre() {
    Detection one = new Detection(1, 0.9, new Box(20, 30, 50, 40), null);

    assertThat(figure(List.of()).name()).isEqualTo("some-cats-detections");
    assertThat(figure(List.of()).title()).isEqualTo("Detection · 0 objects");
    assertThat(figure(List.of(one)).title()).isEqualTo("Detection · 1 object");
    assertThat(figure(List.of(one)).data().rows())
        .containsExactly(List.of("dog", 0.9, 20.0, 30.0, 50.0, 40.0));
  }

  @Test
  void aBoxIsDrawnAtItsPlaceInThePicture() {
    BufferedImage empty = new FigureWriter(Theme.LIGHT, 1).image(figure(List.of()));
    BufferedImage drawn =
        new FigureWriter(Theme.LIGHT, 1)
            .image(figure(List.of(new Detection(0, 0.5, new Box(50, 50, 100, 40), null))));

    // 560 points for 200 pixels, from 16 points to the right and 54 down.
    int left = (int) (16 + 50 * 2.8);
    int middle = (int) (54 + 70 * 2.8);
    assertThat(drawn.getRGB(left, middle)).isNotEqualTo(empty.getRGB(left, middle));
    assertThat(drawn.getRGB(left + 100, middle)).isEqualTo(empty.getRGB(left + 100, middle));
  }

  @Test
  void tagsOfOneCornerStandBelowOneAnother() {
    Box box = new Box(50, 20, 100, 60);
    BufferedImage one =
        new FigureWriter(Theme.LIGHT, 1).image(figure(List.of(new Detection(0, 0.9, box, null))));
    BufferedImage two =
        new FigureWriter(Theme.LIGHT, 1)
            .image(
                figure(
                    List.of(new Detection(0, 0.9, box, null), new Detection(1, 0.8, box, null))));

    int x = (int) (16 + 50 * 2.8) + 6;
    int firstTag = (int) (54 + 20 * 2.8) - 12;
    assertThat(two.getRGB(x, firstTag)).isEqualTo(one.getRGB(x, firstTag));
    assertThat(two.getRGB(x, firstTag + 14)).isNotEqualTo(one.getRGB(x, firstTag + 14));
  }
}
