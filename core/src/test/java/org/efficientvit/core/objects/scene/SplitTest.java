package org.efficientvit.core.objects.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void theTwoHighestBitsAreTheSplitWhateverTheRest() {
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, 0x123456789ABCDEFL}) {
      for (long index = 0; index < 1000; index++) {
        assertThat(Split.TRAINING.sceneSeed(seed, index) >>> 62).isEqualTo(0);
        assertThat(Split.VALIDATION.sceneSeed(seed, index) >>> 62).isEqualTo(1);
        assertThat(Split.SAMPLES.sceneSeed(seed, index) >>> 62).isEqualTo(2);
      }
    }
  }

  @Test
  void neighbouringSeedsAndScenesHaveNothingInCommon() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      for (long index = 0; index < 1000; index++) {
        seeds.add(Split.TRAINING.sceneSeed(seed, index));
      }
    }

    assertThat(seeds).hasSize(20_000);
  }
}
