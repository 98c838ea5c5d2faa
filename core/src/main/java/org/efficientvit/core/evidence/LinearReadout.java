package org.efficientvit.core.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Trace;

/**
 * A classifier that is linear in the mean of the last feature maps: logits = W·mean(x) + b, with
 * normalisation folded in, and two heads, where one was distilled, averaged.
 */
public final class LinearReadout {

  private final String features;
  private final Affine affine;

  private LinearReadout(String features, Affine affine) {
    this.features = features;
    this.affine = affine;
  }

  /**
   * Reads how a network's logits follow from its last feature maps.
   *
   * @param weights all that the network reads, by name: as trained, or folded
   * @throws InspectorException if the logits are not linear in the mean of feature maps that a
   *     trace holds
   */
  public static LinearReadout of(Network network, Map<String, Tensor> weights) {
    return find(network, weights)
        .orElseThrow(
            () ->
                new InspectorException(
                    "The logits of %s are not linear in the mean of its last feature maps, so they do not split among its cells; choose an EfficientViT with BatchNorm."
                        .formatted(network.name())));
  }

  /** The same, or nothing where the logits are not linear in the mean of feature maps. */
  public static Optional<LinearReadout> find(Network network, Map<String, Tensor> weights) {
    Map<String, Tensor> folded =
        Folding.fold(Blueprint.of(network, 1, true).layers(), requireNonNull(weights));
    ReadoutOps ops = new ReadoutOps(folded);
    int size = network.imageSize();
    ReadoutOps.Value logits =
        network.forward(ops, new ReadoutOps.Value(Shape.of(1, 3, size, size)));
    Affine affine = logits.affine();
    return affine == null
        ? Optional.empty()
        : Optional.of(new LinearReadout(ops.lastFeatures(), affine));
  }

  /** The feature maps that the logits are linear in: {@code blocks3}. */
  public String features() {
    return features;
  }

  /** L, how many classes there are. */
  public int classes() {
    return affine.outputs();
  }

  /**
   * Splits a class's logit.
   *
   * @param trace with the features of all stages
   * @param label 0 to L − 1
   * @throws IllegalArgumentException if the trace holds no features of this network
   */
  public ClassEvidence of(Trace trace, int label) {
    if (label < 0 || label >= classes()) {
      throw new IndexOutOfBoundsException("no class " + label + " among " + classes());
    }
    Tensor maps = trace.features().get(features);
    if (maps == null || maps.shape().dimension(0) != affine.channels()) {
      throw new IllegalArgumentException("no feature maps " + features + " of this network");
    }
    int cells = maps.shape().dimension(1) * maps.shape().dimension(2);
    double[] sums = new double[cells];
    for (int channel = 0; channel < affine.channels(); channel++) {
      double weight = affine.weight(label, channel) / cells;
      for (int cell = 0; cell < cells; cell++) {
        sums[cell] += weight * maps.values()[channel * cells + cell];
      }
    }
    float[] evidence = new float[cells];
    for (int cell = 0; cell < cells; cell++) {
      evidence[cell] = (float) sums[cell];
    }
    Shape grid = Shape.of(maps.shape().dimension(1), maps.shape().dimension(2));
    return new ClassEvidence(new Tensor(grid, evidence), affine.bias(label));
  }
}
