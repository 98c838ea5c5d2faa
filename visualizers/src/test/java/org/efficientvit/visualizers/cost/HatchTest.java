package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HatchTest {

  private static final int AROUND = 10;
  private static final int WIDTH = 60;
  private static final int HEIGHT = 30;

  private static BufferedImage filled(Bound bound, Theme theme) {
    BufferedImage image =
        new BufferedImage(WIDTH + 2 * AROUND, HEIGHT + 2 * AROUND, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(theme.background());
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    Hatch.fill(
        Canvas.on(g, theme), theme, bound, new Rectangle2D.Double(AROUND, AROUND, WIDTH, HEIGHT));
    g.dispose();
    return image;
  }

  /** How often each grey occurs inside. */
  private static Map<Integer, Integer> greys(Bound bound, Theme theme) {
    BufferedImage image = filled(bound, theme);
    Map<Integer, Integer> greys = new HashMap<>();
    for (int y = AROUND + 1; y < AROUND + HEIGHT - 1; y++) {
      for (int x = AROUND + 1; x < AROUND + WIDTH - 1; x++) {
        greys.merge(image.getRaster().getSample(x, y, 0), 1, Integer::sum);
      }
    }
    return greys;
  }

  private static int dark(Bound bound, Theme theme) {
    Map<Integer, Integer> greys = greys(bound, theme);
    int ground = greys.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    return greys.entrySet().stream()
        .filter(entry -> entry.getKey() < ground - 8)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  @ParameterizedTest
  @EnumSource
  void inGreyComputeIsPlainOverheadHasDotsAndMemoryHasMoreStripes(Theme theme) {
    assertThat(greys(Bound.COMPUTE, theme)).hasSize(1);
    assertThat(dark(Bound.OVERHEAD, theme)).isGreaterThan(50);
    assertThat(dark(Bound.MEMORY, theme)).isGreaterThan(2 * dark(Bound.OVERHEAD, theme));
  }

  @Test
  void theTextureStaysInside() {
    for (Bound bound : Bound.values()) {
      BufferedImage image = filled(bound, Theme.LIGHT);
      for (int x = 0; x < image.getWidth(); x++) {
        assertThat(image.getRaster().getSample(x, AROUND - 2, 0)).as(bound.label()).isEqualTo(255);
        assertThat(image.getRaster().getSample(x, AROUND + HEIGHT + 1, 0)).isEqualTo(255);
      }
    }
  }
}
