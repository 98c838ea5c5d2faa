package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final AtomicLong clock = new AtomicLong(7);
  private final Pace pace = new Pace(clock::get);

  @Test
  void theFirstBatchAndTheWaitForItDoNotCount() {
    after(10, 16);
    after(1, 16);
    after(3, 8);

    assertThat(pace.imagesPerSecond()).hasValue(6);
  }

  @Test
  void ofOneBatchTheWholeTimeCounts() {
    after(4, 12);

    assertThat(pace.imagesPerSecond()).hasValue(3);
  }

  @Test
  void batchesThatHeldNoPicturesAreWaitedForButNotCounted() {
    after(1, 0);
    after(1, 4);
    after(1, 0);
    after(1, 4);

    assertThat(pace.imagesPerSecond()).hasValue(2);
  }

  @Test
  void beforeTheFirstBatchThereIsNoPace() {
    clock.addAndGet(5);

    assertThat(pace.imagesPerSecond()).isEmpty();
  }

  private void after(int seconds, int images) {
    clock.addAndGet(1_000_000_000L * seconds);
    pace.done(images);
  }
}
