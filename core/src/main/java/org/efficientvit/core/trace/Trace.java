package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for of one image's forward pass, as plain values.
 *
 * @param network name of the network that ran
 * @param logits (L), or null if not asked for
 * @param features after the patch embedding and each stage, (C, H, W) by name in order; what a
 *     detector answers on each level is among them
 * @param heads what the heads of each block said, by kind and block, in order
 * @param operations what each operation gave, by name in order; one image's share of it, the first
 *     extent that of one image
 * @param times of each operation in order, of the whole batch; empty if not asked for
 * @param nanoseconds that the pass took, tapping included
 */
public record Trace(
    String network,
    @Nullable Tensor logits,
    Map<String, Tensor> features,
    Map<Tap.Kind, Map<String, HeadMaps>> heads,
    Map<String, Tensor> operations,
    List<OperationTime> times,
    long nanoseconds) {

  public Trace {
    requireNonNull(network, "network is null");
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
    operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    times = List.copyOf(times);
  }

  /**
   * Softmax of the logits: each class's share, summing to 1.
   *
   * @return (L)
   * @throws IllegalStateException if the logits were not asked for
   */
  public float[] probabilities() {
    if (logits == null) {
      throw new IllegalStateException("this trace holds no logits");
    }
    return Softmax.of(logits.values());
  }

  /** The attention of all heads by block, in the order of the network; empty if not asked for. */
  public Map<String, HeadMaps> attention() {
    return heads.getOrDefault(Tap.Kind.ATTENTION, Map.of());
  }

  /** One kind of value of a block's heads. */
  public Optional<HeadMaps> heads(Tap.Kind kind, String block) {
    return Optional.ofNullable(heads.getOrDefault(kind, Map.of()).get(block));
  }
}
