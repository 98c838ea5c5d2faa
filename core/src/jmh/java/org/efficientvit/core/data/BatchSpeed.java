package org.efficientvit.core.data;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Preprocessing;

/**
 * Processor time per picture of training, without decoding or rendering it: augmentation by itself,
 * and batches with all that they need, collection of garbage included.
 *
 * <p>What others do on the machine meanwhile does not count, as it would by the clock.
 */
public final class BatchSpeed {

  private static final int ROUNDS = 4;
  private static final int PICTURES = 2048;
  private static final int BATCH = 128;
  private static final Preprocessing AT_224 = Preprocessing.imageNet(224);

  private BatchSpeed() {}

  /** Measures with pictures of 224 x 224 and 500 x 375 pixels. */
  public static void main(String[] args) {
    for (Picture picture : new Picture[] {noise(224, 224), noise(500, 375)}) {
      for (int round = 0; round < ROUNDS; round++) {
        System.out.printf(
            Locale.ROOT,
            "%s, round %d: augmentation %.2f ms, batches %.2f ms of processor per picture%n",
            picture,
            round,
            augmentation(picture),
            batches(picture, round));
      }
    }
  }

  private static double augmentation(Picture picture) {
    float[] values = new float[3 * 224 * 224];
    long start = processorTime();
    for (int i = 0; i < PICTURES; i++) {
      Augmentation.standard().apply(picture, AT_224, new SplittableRandom(i), values, 0);
    }
    return (processorTime() - start) / 1e6 / PICTURES;
  }

  private static double batches(Picture picture, int epoch) {
    LabelledPictures same = new TestPictures(List.of("one", "other"), PICTURES, index -> picture);
    long start = processorTime();
    try (BatchLoader loader =
        new BatchLoader(same, Augmentation.standard(), new Mixing(0.8, 0.1), AT_224, BATCH, 1, 2)) {
      loader.epoch(epoch).forEachRemaining(batch -> {});
    }
    return (processorTime() - start) / 1e6 / PICTURES;
  }

  private static Picture noise(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(1).nextBytes(rgb);
    return new Picture("noise", width, height, rgb);
  }

  private static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}
