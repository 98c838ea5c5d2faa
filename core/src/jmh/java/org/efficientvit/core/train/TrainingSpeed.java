package org.efficientvit.core.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.torch.AdamW;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.ops.torch.TorchTraining;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;

/**
 * Images per second of training alone, on pictures that are there: M0 at 224 pixels, batch 32, and
 * in each layout in turn, so that a machine that drifts does not favour one.
 */
public final class TrainingSpeed {

  private static final int BATCH = 32;
  private static final int CLASSES = 16;
  private static final int WARM_UP = 5;

  private TrainingSpeed() {}

  /**
   * Measures.
   *
   * @param args how many steps in each layout, 40 if not given; then threads, 2 if not given
   */
  public static void main(String[] args) {
    int steps = args.length > 0 && !args[0].isEmpty() ? Integer.parseInt(args[0]) : 40;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    TorchNetwork.Layout[] layouts = TorchNetwork.Layout.values();
    TorchTraining[] trainings =
        Arrays.stream(layouts)
            .map(layout -> training(layout, threads))
            .toArray(TorchTraining[]::new);
    double[][] seconds = new double[layouts.length][steps];
    for (int step = -WARM_UP; step < steps; step++) {
      for (int i = 0; i < layouts.length; i++) {
        double one = step(trainings[i]);
        if (step >= 0) {
          seconds[i][step] = one;
        }
      }
    }
    for (int i = 0; i < layouts.length; i++) {
      trainings[i].close();
      Arrays.sort(seconds[i]);
      double median = seconds[i][steps / 2];
      System.out.printf(
          Locale.ROOT,
          "%s, %d threads: %.0f ms a step (median of %d), %.1f images/s%n",
          layouts[i],
          threads,
          1000 * median,
          steps,
          BATCH / median);
    }
  }

  private static TorchTraining training(TorchNetwork.Layout layout, int threads) {
    EfficientViT network = new EfficientViT(Variant.M0.config().withClasses(CLASSES));
    return new TorchTraining(
        network::forward,
        Blueprint.of(network, 1, false).operations(),
        TorchTraining.State.of(InitialWeights.of(network, 0)),
        parameter -> true,
        layout,
        threads);
  }

  private static double step(TorchTraining training) {
    Tensor images = SeededWeights.uniform("images", Shape.of(BATCH, 3, 224, 224), 1);
    float[] targets = new float[BATCH * CLASSES];
    for (int i = 0; i < BATCH; i++) {
      targets[i * CLASSES + i % CLASSES] = 1;
    }
    long start = System.nanoTime();
    training.step(
        images, new Tensor(Shape.of(BATCH, CLASSES), targets), AdamW.of(0.025, Set.of(), 5), 1e-3);
    return (System.nanoTime() - start) / 1e9;
  }
}
