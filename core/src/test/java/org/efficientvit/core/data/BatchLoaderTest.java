package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchLoaderTest {

  private static final Preprocessing SMALL = Preprocessing.imageNet(8);
  private static final Mixing MIXING = new Mixing(0.8, 0.1);
  private static final Preprocessing PLAIN =
      new Preprocessing(1, 1, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void theBatchesAreTheSameWhateverTheNumberOfThreads(int threads) {
    LabelledPictures pictures = TestPictures.noise(23, 16);
    try (BatchLoader one = loader(pictures, 1);
        BatchLoader several = loader(pictures, threads)) {
      assertThat(hashes(several.epoch(3))).hasSize(5).isEqualTo(hashes(one.epoch(3)));
    }
  }

  @Test
  void anEpochCanBeTakenUpAtAnyBatch() {
    try (BatchLoader loader = loader(TestPictures.noise(23, 16), 2)) {
      List<Integer> all = hashes(loader.epoch(1));

      assertThat(hashes(loader.epoch(1, 3))).isEqualTo(all.subList(3, 5));
      assertThat(hashes(loader.epoch(1, 5))).isEmpty();
    }
  }

  @Test
  void anotherEpochOrSeedHasOtherBatches() {
    LabelledPictures pictures = TestPictures.noise(23, 16);
    try (BatchLoader loader = loader(pictures, 2);
        BatchLoader other =
            new BatchLoader(pictures, Augmentation.standard(), MIXING, SMALL, 4, 8, 2)) {
      List<Integer> first = hashes(loader.epoch(0));

      assertThat(hashes(loader.epoch(1))).doesNotContainAnyElementsOf(first);
      assertThat(hashes(other.epoch(0))).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void anEpochShowsEachPictureAtMostOnceInAnOrderOfItsOwn() {
    TestPictures numbered =
        new TestPictures(
            List.of("even", "odd"),
            21,
            index -> new Picture("n", 1, 1, new byte[] {(byte) index, 0, 0}));
    try (BatchLoader loader =
        new BatchLoader(numbered, Augmentation.none(), Mixing.none(), PLAIN, 4, 7, 3)) {
      List<Integer> first = numbers(loader.epoch(0));
      List<Integer> second = numbers(loader.epoch(1));

      assertThat(first).hasSize(20).doesNotHaveDuplicates().isNotEqualTo(second);
      assertThat(first).isNotEqualTo(first.stream().sorted().toList());
      assertThat(second).hasSize(20).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPictureStandsBesideItsLabel() {
    TestPictures numbered =
        new TestPictures(
            List.of("even", "odd"),
            12,
            index -> new Picture("n", 1, 1, new byte[] {(byte) index, 0, 0}));
    try (BatchLoader loader =
        new BatchLoader(numbered, Augmentation.none(), Mixing.none(), PLAIN, 4, 7, 3)) {
      loader
          .epoch(0)
          .forEachRemaining(
              batch -> {
                assertThat(batch.images().shape()).isEqualTo(Shape.of(4, 3, 1, 1));
                for (int i = 0; i < 4; i++) {
                  int number = Math.round(255 * batch.images().at(i, 0, 0, 0));
                  assertThat(batch.targets().at(i, number % 2)).isEqualTo(1);
                }
              });
    }
  }

  @Test
  void aSourceThatMakesItsPicturesIsToldTheEpoch() {
    LabelledPictures byEpoch =
        new LabelledPictures() {
          @Override
          public List<String> labels() {
            return List.of("all");
          }

          @Override
          public int size() {
            return 4;
          }

          @Override
          public LabelledPicture get(int epoch, int index) {
            return new LabelledPicture(new Picture("n", 1, 1, new byte[] {(byte) epoch, 0, 0}), 0);
          }
        };
    try (BatchLoader loader =
        new BatchLoader(byEpoch, Augmentation.none(), Mixing.none(), PLAIN, 4, 7, 2)) {
      assertThat(numbers(loader.epoch(9))).containsOnly(9);
    }
  }

  @Test
  void aBrokenPictureIsThrownAsItIsWhenItsBatchIsTaken() {
    InspectorException broken = new InspectorException("a.png is damaged.");
    TestPictures pictures =
        new TestPictures(
            List.of("all"),
            12,
            index -> {
              if (index == 5) {
                throw broken;
              }
              return TestPictures.noise(4, 4, index);
            });
    try (BatchLoader loader = loader(pictures, 2)) {
      Iterator<Batch> batches = loader.epoch(0);

      assertThatThrownBy(() -> batches.forEachRemaining(batch -> {})).isSameAs(broken);
      assertThat(batches.hasNext()).isFalse();
    }
  }

  @Test
  void onlyAFewBatchesAreMadeAhead() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    TestPictures counted =
        new TestPictures(
            List.of("all"),
            400,
            index -> {
              made.incrementAndGet();
              return TestPictures.noise(4, 4, index);
            });
    try (BatchLoader loader = loader(counted, 3)) {
      Iterator<Batch> batches = loader.epoch(0);
      assertThat(batches.next().size()).isEqualTo(4);
      Thread.sleep(200);

      assertThat(made).hasValueLessThanOrEqualTo(3 * 4);
    }
  }

  @Test
  void closingEndsTheThreadsAndWhoWaitsIsTold() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    TestPictures slow =
        new TestPictures(
            List.of("all"),
            40,
            index -> {
              reading.countDown();
              try {
                closing.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return TestPictures.noise(4, 4, index);
            });
    BatchLoader loader = loader(slow, 2);
    Iterator<Batch> batches = loader.epoch(0);
    reading.await();
    Thread closer = new Thread(loader::close);
    closer.start();
    while (closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    closing.countDown();
    closer.join();

    assertThatThrownBy(batches::next).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> loader.epoch(1)).isInstanceOf(IllegalStateException.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("batches"));
  }

  @Test
  void fewerPicturesThanABatchAreRefusedInASentence() {
    assertThatThrownBy(() -> loader(TestPictures.noise(3, 8), 1))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("3 pictures, fewer than one batch of 4");
  }

  private static BatchLoader loader(LabelledPictures pictures, int threads) {
    return new BatchLoader(pictures, Augmentation.standard(), MIXING, SMALL, 4, 7, threads);
  }

  private static List<Integer> hashes(Iterator<Batch> batches) {
    List<Integer> hashes = new ArrayList<>();
    batches.forEachRemaining(
        batch ->
            hashes.add(
                31 * Arrays.hashCode(batch.images().values())
                    + Arrays.hashCode(batch.targets().values())));
    return hashes;
  }

  /** The red levels of pictures of one pixel. */
  private static List<Integer> numbers(Iterator<Batch> batches) {
    List<Integer> numbers = new ArrayList<>();
    batches.forEachRemaining(
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            numbers.add(Math.round(255 * batch.images().at(i, 0, 0, 0)));
          }
        });
    return numbers;
  }
}
