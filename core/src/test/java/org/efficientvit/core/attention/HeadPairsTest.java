package org.efficientvit.core.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadPairsTest {

  private static final double[][] NUMBERS = {{9, 0.5, -0.25}, {0.5, 9, 0.125}, {-0.25, 0.125, 9}};
  private static final HeadPairs PAIRS = HeadPairs.of(3, (i, j) -> NUMBERS[i][j]);

  @Test
  void aHeadWithItselfIsNoPair() {
    assertThat(PAIRS.at(1, 1)).isEqualTo(9);
    assertThat(PAIRS.meanPairwise()).isCloseTo((0.5 - 0.25 + 0.125) / 3, within(1e-12));
    assertThat(PAIRS.meanOfMax()).isCloseTo((0.5 + 0.5 + 0.125) / 3, within(1e-12));
    assertThat(PAIRS.maxOfMax()).isEqualTo(0.5);
  }

  @Test
  void aSymmetricNumberIsAskedForOnceAndStandsInBothPlaces() {
    int[] asked = {0};
    HeadPairs pairs =
        HeadPairs.ofSymmetric(
            3,
            (i, j) -> {
              asked[0]++;
              assertThat(i).isLessThanOrEqualTo(j);
              return NUMBERS[i][j];
            });

    assertThat(asked[0]).isEqualTo(6);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(pairs.at(i, j)).isEqualTo(NUMBERS[i][j]);
      }
    }
  }

  @Test
  void oneHeadHasNoPairs() {
    assertThatThrownBy(() -> HeadPairs.of(1, (i, j) -> 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PAIRS.at(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
