package org.efficientvit.core.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;

/**
 * Ratios from one interleaved run: the layouts, the engines, and the price of timing and of
 * tapping.
 *
 * <p>JMH runs one form after another, minutes apart, and on a machine that others use the drift
 * between them is larger than what timing costs. Here the forms take turns, one pass each, so that
 * drift meets them all; the ratio of the medians has a bootstrap interval of 95% over rounds.
 */
public final class ForwardComparison {

  private static final int WARM_UPS = 20;
  private static final int RESAMPLES = 1000;

  private ForwardComparison() {}

  /**
   * Compares.
   *
   * @param args rounds for each model and batch; 200 if not given
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 && !args[0].isEmpty() ? Integer.parseInt(args[0]) : 200;
    for (Variant variant : new Variant[] {Variant.M0, Variant.M5}) {
      for (int batch : new int[] {1, 16}) {
        compare(variant, batch, batch == 1 ? rounds : Math.max(20, rounds / 3));
      }
    }
  }

  private static void compare(Variant variant, int batch, int rounds) {
    EfficientViT network = new EfficientViT(variant.config());
    var weights = SeededWeights.of(network, 0);
    var options = TorchRunner.Options.fast(1);
    Tensor images = SeededWeights.uniform("input", Shape.of(batch, 3, 224, 224), 0);
    Taps tapped = Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION);
    try (TorchRunner fast = new TorchRunner(network, weights, options);
        TorchRunner plain = new TorchRunner(network, weights, options.with(Layout.CHANNELS_FIRST));
        OnnxRunner onnx = new OnnxRunner(network, weights, 1);
        ScriptRunner narrow = new ScriptRunner(network, weights, 1, false)) {
      Map<String, Supplier<Object>> forms = new LinkedHashMap<>();
      forms.put("channels last", () -> fast.run(images, Taps.logits()));
      forms.put("channels first", () -> plain.run(images, Taps.logits()));
      forms.put("timed", () -> fast.run(images, Taps.logits().timed()));
      forms.put("tapped", () -> fast.run(images, tapped));
      forms.put("onnx", () -> onnx.run(images, Taps.logits()));
      forms.put("onnx tapped", () -> onnx.run(images, tapped));
      forms.put("bf16", () -> narrow.run(images, Taps.logits()));
      Map<String, double[]> times = measure(forms, rounds);
      double[] base = times.get("channels last");
      times.forEach((form, values) -> print(variant, batch, form, values, base));
      print(variant, batch, "tapped over onnx", times.get("onnx tapped"), times.get("onnx"));
    }
  }

  private static Map<String, double[]> measure(Map<String, Supplier<Object>> forms, int rounds) {
    Map<String, double[]> times = new LinkedHashMap<>();
    forms.keySet().forEach(form -> times.put(form, new double[rounds]));
    List<String> order = new ArrayList<>(forms.keySet());
    for (int round = -WARM_UPS; round < rounds; round++) {
      // In changing order: a form inherits the caches of the one before it.
      Collections.rotate(order, 1);
      if (Math.floorMod(round, order.size()) == 0) {
        Collections.reverse(order);
      }
      for (String form : order) {
        long start = System.nanoTime();
        Object result = forms.get(form).get();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (round >= 0 && result != null) {
          times.get(form)[round] = milliseconds;
        }
      }
    }
    return times;
  }

  private static void print(
      Variant variant, int batch, String form, double[] values, double[] base) {
    Random random = new Random(0);
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double[] some = new double[values.length];
      double[] others = new double[values.length];
      for (int j = 0; j < values.length; j++) {
        int round = random.nextInt(values.length);
        some[j] = values[round];
        others[j] = base[round];
      }
      ratios[i] = median(some) / median(others);
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s batch %2d  %-16s %8.2f ms   %.3f (%.3f to %.3f) times the first%n",
        variant,
        batch,
        form,
        median(values),
        median(values) / median(base),
        ratios[RESAMPLES / 40],
        ratios[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
