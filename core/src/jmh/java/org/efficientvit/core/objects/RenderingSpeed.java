package org.efficientvit.core.objects;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.IntStream;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.objects.scene.Split;

/**
 * Processor time per rendered picture on one thread: what others do on the machine meanwhile does
 * not count, as it would by the clock.
 */
public final class RenderingSpeed {

  private static final int ROUNDS = 5;

  private RenderingSpeed() {}

  /**
   * Measures.
   *
   * @param args the side of the pictures in pixels, 224 if not given
   */
  public static void main(String[] args) {
    int side = args.length > 0 && !args[0].isEmpty() ? Integer.parseInt(args[0]) : 224;
    int pictures = Math.max(16, 1600 * 224 / side * 224 / side);
    RenderedPictures rendered = new RenderedPictures(Split.TRAINING, 1, pictures, side);
    long check = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long clock = System.nanoTime();
      long processor = processorTime();
      for (int i = 0; i < pictures; i++) {
        LabelledPicture picture = rendered.get(round, i);
        check += picture.picture().rgb()[i % side];
      }
      System.out.printf(
          Locale.ROOT,
          "round %d: %.2f ms of processor, %.2f ms by the clock per picture of %d pixels (%d)%n",
          round,
          (processorTime() - processor) / 1e6 / pictures,
          (System.nanoTime() - clock) / 1e6 / pictures,
          side,
          check);
    }
    measureTogether(rendered, pictures);
  }

  /** By the clock, on all cores: what a training can count on. */
  private static void measureTogether(RenderedPictures rendered, int pictures) {
    int cores = Runtime.getRuntime().availableProcessors();
    long clock = System.nanoTime();
    long sum =
        IntStream.range(0, pictures)
            .parallel()
            .mapToLong(i -> rendered.get(ROUNDS, i).picture().rgb()[0])
            .sum();
    System.out.printf(
        Locale.ROOT,
        "%d cores together: %.0f pictures/s (%d)%n",
        cores,
        pictures / ((System.nanoTime() - clock) / 1e9),
        sum);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
