package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.Test;

class PaddedMapsTest {

  private static final float NO = Float.NaN;

  @Test
  void aTokensMapLiesInItsWindowPaddingWithIt() {
    Tensor map = new PaddedMaps(HandMade.padded(), 0).query(new Token(2, 2));

    // The last window has one token of the picture; it gives itself 0.7 and padding 0.1 each.
    assertThat(map.values())
        .containsExactly(
            NO, NO, NO, NO, //
            NO, NO, NO, NO, //
            NO, NO, 0.7f, 0.1f, //
            NO, NO, 0.1f, 0.1f);
  }

  @Test
  void whatIsReceivedComesFromThePicturesTokensAlone() {
    Tensor map = new PaddedMaps(HandMade.padded(), 0).received();

    // Of four, two, two and one token of the picture in the windows.
    float[] expected = {
      1.0f, 1.0f, 0.8f, 0.2f, //
      1.0f, 1.0f, 0.8f, 0.2f, //
      0.8f, 0.8f, 0.7f, 0.1f, //
      0.2f, 0.2f, 0.1f, 0.1f
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(map.values()[i]).as("cell %d", i).isCloseTo(expected[i], within(1e-6f));
    }
  }

  @Test
  void theShareOnPaddingIsWhatFallsOnCellsOffThePicture() {
    PaddedMaps first = new PaddedMaps(HandMade.padded(), 0);

    assertThat(first.paddingShare(new Token(0, 0))).isZero();
    assertThat(first.paddingShare(new Token(0, 2))).isCloseTo(0.2, within(1e-6));
    assertThat(first.paddingShare(new Token(2, 2))).isCloseTo(0.3, within(1e-6));
    // Four tokens give 0, four 0.2 and one 0.3.
    assertThat(first.paddingShare()).isCloseTo(1.1 / 9, within(1e-6));
  }

  @Test
  void entropyHasNoNumberOnPadding() {
    float[] values = new PaddedMaps(HandMade.padded(), 1).entropy().values();

    double expected = -(0.7 * Math.log(0.7) + 0.3 * Math.log(0.1)) / Math.log(4);
    for (int i = 0; i < values.length; i++) {
      if (i / 4 < 3 && i % 4 < 3) {
        assertThat(values[i]).isCloseTo((float) expected, within(1e-6f));
      } else {
        assertThat(values[i]).isNaN();
      }
    }
  }

  @Test
  void theClassTokenAsksInEveryWindow() {
    HeadMaps maps =
        HandMade.maps(
            "blocks.0",
            new WindowGrid(1, 2, 1, 1),
            1,
            0.25f,
            0.75f,
            1,
            0, //
            0.5f,
            0.5f,
            0,
            1);

    assertThat(new PaddedMaps(maps, 0).query(Token.CLASS).values()).containsExactly(0.75f, 0.5f);
  }
}
