package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowIconTest {

  /** Edges are smoothed a little differently from Java to Java. */
  private static final int SHADES = 12;

  static Iterable<Integer> sides() {
    return WindowIcon.SIDES;
  }

  @ParameterizedTest
  @MethodSource("sides")
  void theFilesHoldWhatIsDrawn(int side) throws IOException {
    BufferedImage drawn = IconDrawing.draw(side);
    BufferedImage kept = ImageIO.read(WindowIcon.class.getResource(WindowIcon.file(side)));
    assertThat(kept.getWidth()).isEqualTo(side);
    assertThat(kept.getHeight()).isEqualTo(side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        for (int shift = 0; shift < 32; shift += 8) {
          assertThat(kept.getRGB(x, y) >>> shift & 255)
              .as("x %d, y %d", x, y)
              .isCloseTo(drawn.getRGB(x, y) >>> shift & 255, within(SHADES));
        }
      }
    }
  }
}
