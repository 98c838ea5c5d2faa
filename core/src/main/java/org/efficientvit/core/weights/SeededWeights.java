package org.efficientvit.core.weights;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.SplitMix64;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * Weights that nobody trained, the same on every machine and in every language: each number follows
 * from its tensor's name, its place and a seed.
 *
 * <p>With h the FNV-1a 64 hash of the name, the seed mixed in, number i of a tensor is u =
 * (z⋙40)·2⁻²³ − 1 in [−1, 1), exact in 32-bit floats, where z is the i-th output of SplitMix64
 * started at h. What u becomes depends on the tensor: spread as √(3 / fan-in) for matrices and
 * kernels, within half of 1 for learned tokens and embeddings, small for biases, near 1 for scales
 * and variances, smaller still for the last scale before a residual sum, so that activations stay
 * in range through the whole depth.
 */
public final class SeededWeights {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long SEED_FACTOR = 0xD1B54A32D192ED03L;

  private SeededWeights() {}

  /** The weights of a network as if trained, normalisation unfolded, by name. */
  public static Map<String, Tensor> of(VisionNetwork network, long seed) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : Blueprint.of(network, 1, false).parameters()) {
      weights.put(parameter.name(), tensor(parameter, seed));
    }
    return weights;
  }

  /**
   * Numbers that follow from a name.
   *
   * @return values in [−1, 1)
   */
  public static Tensor uniform(String name, Shape shape, long seed) {
    long state = hash(name) ^ (seed * SEED_FACTOR);
    float[] values = new float[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      state += SplitMix64.GOLDEN_GAMMA;
      values[i] = unit(state);
    }
    return new Tensor(shape, values);
  }

  private static float unit(long state) {
    return (SplitMix64.mix(state) >>> 40) * 0x1p-23f - 1;
  }

  private static long hash(String name) {
    long hash = FNV_OFFSET;
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  private static Tensor tensor(Parameter parameter, long seed) {
    Tensor uniform = uniform(parameter.name(), parameter.shape(), seed);
    Range range = range(parameter);
    float[] values = uniform.values();
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = range.centre + range.radius * values[i];
    }
    return new Tensor(parameter.shape(), scaled);
  }

  private record Range(float centre, float radius) {}

  private static Range range(Parameter parameter) {
    return switch (parameter.role()) {
      case RUNNING_VARIANCE -> new Range(1, 0.5f);
      case RUNNING_MEAN, BIAS -> new Range(0, 0.1f);
      case SCALE -> scale(parameter.name());
      case POSITION_BIAS -> new Range(0, 1);
      case EMBEDDING -> new Range(0, 0.5f);
      case WEIGHT -> {
        int fanIn = parameter.shape().elements() / parameter.shape().dimension(0);
        yield new Range(0, (float) Math.sqrt(3.0 / fanIn));
      }
    };
  }

  private static Range scale(String name) {
    boolean endsBranch =
        name.endsWith(".m.bn.weight")
            || name.endsWith(".pw2.bn.weight")
            || name.endsWith(".proj.1.bn.weight");
    if (endsBranch) {
      return new Range(0.3f, 0.1f);
    }
    return name.contains(".attn.") ? new Range(0.7f, 0.2f) : new Range(1.25f, 0.25f);
  }
}
