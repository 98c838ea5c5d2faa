package org.efficientvit.core.objects.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private static final int SIZE = 64;

  @Test
  void aBackgroundOfTheObjectsColourIsChanged() {
    for (Color colour : new Color[] {Color.GRAY, Color.WHITE, new Color(90, 160, 60)}) {
      int[] background = plain(colour);

      Contrast.ensure(disc(colour), background);

      assertThat(difference(background[0], Rgb.of(colour))).isGreaterThanOrEqualTo(80);
    }
  }

  @Test
  void aBackgroundThatTheObjectIsSeenBeforeIsLeft() {
    int[] background = plain(Color.BLUE);

    Contrast.ensure(disc(Color.ORANGE), background);

    assertThat(background).isEqualTo(plain(Color.BLUE));
  }

  private static Layer disc(Color colour) {
    Layer layer = new Layer(SIZE);
    Graphics2D graphics = layer.graphics();
    graphics.setColor(colour);
    graphics.fill(new Ellipse2D.Double(0.2, 0.2, 0.6, 0.6));
    graphics.dispose();
    return layer;
  }

  private static int[] plain(Color colour) {
    int[] pixels = new int[SIZE * SIZE];
    Arrays.fill(pixels, Rgb.of(colour));
    return pixels;
  }

  private static int difference(int first, int second) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      sum += Math.abs((first >> shift & 0xFF) - (second >> shift & 0xFF));
    }
    return sum;
  }
}
