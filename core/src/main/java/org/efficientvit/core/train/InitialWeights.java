package org.efficientvit.core.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.tensor.Tensor;

/**
 * The weights with which a training begins, as the official code sets them: kernels uniform within
 * 1/√fan-in, the classifier, learned tokens and embeddings normal with deviation 0.02, scales 1,
 * and 0 for the last scale before a residual sum, so that each block begins as the identity; all
 * else 0, variances 1.
 */
public final class InitialWeights {

  /** The scales of the official code's {@code bn_weight_init=0}. */
  private static final Pattern ENDS_BRANCH =
      Pattern.compile("(\\.dw[01]\\.m|\\.pw2|\\.proj\\.1)\\.bn\\.weight$");

  private static final double CLASSIFIER_DEVIATION = 0.02;
  private static final double EMBEDDING_DEVIATION = 0.02;
  private static final int CONVOLUTION_RANK = 4;

  private InitialWeights() {}

  /** All that a network reads, by name, the same for each seed. */
  public static Map<String, Tensor> of(Network network, long seed) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (Parameter parameter : Blueprint.of(network, 1, false).parameters()) {
      weights.put(parameter.name(), tensor(parameter, seeds.split()));
    }
    return weights;
  }

  private static Tensor tensor(Parameter parameter, SplittableRandom random) {
    float[] values = new float[parameter.shape().elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value(parameter, random);
    }
    return new Tensor(parameter.shape(), values);
  }

  private static double value(Parameter parameter, SplittableRandom random) {
    return switch (parameter.role()) {
      case BIAS, POSITION_BIAS, RUNNING_MEAN -> 0;
      case RUNNING_VARIANCE -> 1;
      case EMBEDDING -> EMBEDDING_DEVIATION * random.nextGaussian();
      case SCALE -> ENDS_BRANCH.matcher(parameter.name()).find() ? 0 : 1;
      case WEIGHT -> {
        if (parameter.shape().rank() != CONVOLUTION_RANK) {
          yield CLASSIFIER_DEVIATION * random.nextGaussian();
        }
        int fanIn = parameter.shape().elements() / parameter.shape().dimension(0);
        yield (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
      }
    };
  }
}
