package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.jspecify.annotations.Nullable;

/** Gathers what a pass over a batch offers and deals it out to its images. */
final class TraceRecorder {

  private final Taps taps;
  private final int batch;
  private final Map<Tap, Tensor> tapped = new LinkedHashMap<>();

  TraceRecorder(Taps taps, int batch) {
    this.taps = taps;
    this.batch = batch;
  }

  void tapped(Tap tap, Supplier<Tensor> value) {
    if (taps.wants(tap)) {
      tapped.put(tap, value.get());
    }
  }

  List<Trace> traces(String network, List<OperationTime> times, long nanoseconds) {
    List<Trace> traces = new ArrayList<>();
    for (int image = 0; image < batch; image++) {
      traces.add(
          new Trace(
              network,
              logits(image),
              features(image),
              heads(image),
              operations(image),
              times,
              nanoseconds));
    }
    return traces;
  }

  private @Nullable Tensor logits(int image) {
    Tensor logits = tapped.get(Tap.logits());
    return logits == null ? null : logits.get(image);
  }

  private Map<String, Tensor> features(int image) {
    Map<String, Tensor> features = new LinkedHashMap<>();
    tapped.forEach(
        (tap, value) -> {
          if (tap.kind() == Tap.Kind.FEATURES || isOneOfSeveralAnswers(tap)) {
            features.put(tap.name(), value.get(image));
          }
        });
    return features;
  }

  /** A detector's answers are maps, as features are. */
  private static boolean isOneOfSeveralAnswers(Tap tap) {
    return tap.kind() == Tap.Kind.LOGITS && !tap.equals(Tap.logits());
  }

  /** One image's rows of the first extent, which counts images, or images times windows. */
  private Map<String, Tensor> operations(int image) {
    Map<String, Tensor> operations = new LinkedHashMap<>();
    tapped.forEach(
        (tap, value) -> {
          if (tap.kind() == Tap.Kind.OPERATION) {
            Shape one = value.shape().with(0, value.shape().dimension(0) / batch);
            float[] values = new float[one.elements()];
            System.arraycopy(value.values(), image * values.length, values, 0, values.length);
            operations.put(tap.name(), new Tensor(one, values));
          }
        });
    return operations;
  }

  /** The heads of a block stand in the order in which the network tapped them: 0, 1, … */
  private Map<Tap.Kind, Map<String, HeadMaps>> heads(int image) {
    Map<Tap.Kind, Map<String, List<Tap>>> groups = new EnumMap<>(Tap.Kind.class);
    for (Tap tap : tapped.keySet()) {
      if (tap.isOfHeads()) {
        groups
            .computeIfAbsent(tap.kind(), kind -> new LinkedHashMap<>())
            .computeIfAbsent(tap.name(), block -> new ArrayList<>())
            .add(tap);
      }
    }
    Map<Tap.Kind, Map<String, HeadMaps>> heads = new EnumMap<>(Tap.Kind.class);
    groups.forEach(
        (kind, blocks) -> {
          Map<String, HeadMaps> maps = new LinkedHashMap<>();
          blocks.forEach((block, group) -> maps.put(block, stack(block, group, image)));
          heads.put(kind, maps);
        });
    return heads;
  }

  /** Values (B·w, …) of each head, or (B·h, …) of all, cut to one image's, as (h, w, …). */
  private HeadMaps stack(String block, List<Tap> group, int image) {
    Tap first = group.get(0);
    WindowGrid grid = requireNonNull(first.grid());
    Tensor value = requireNonNull(tapped.get(first));
    if (first.head() == Tap.ALL) {
      return new HeadMaps(block, grid, ofAllHeads(value, first.heads(), image));
    }
    Shape one = value.shape().with(0, grid.windows());
    int size = one.elements();
    float[] values = new float[group.size() * size];
    for (Tap tap : group) {
      float[] all = requireNonNull(tapped.get(tap)).values();
      System.arraycopy(all, image * size, values, tap.head() * size, size);
    }
    int[] dimensions = new int[one.rank() + 1];
    dimensions[0] = group.size();
    System.arraycopy(one.toArray(), 0, dimensions, 1, one.rank());
    return new HeadMaps(block, grid, new Tensor(Shape.of(dimensions), values));
  }

  private static Tensor ofAllHeads(Tensor value, int heads, int image) {
    Shape one = value.shape().with(0, heads);
    float[] values = new float[one.elements()];
    System.arraycopy(value.values(), image * values.length, values, 0, values.length);
    return new Tensor(Shape.of(heads, 1, one.dimension(1), one.dimension(2)), values);
  }
}
