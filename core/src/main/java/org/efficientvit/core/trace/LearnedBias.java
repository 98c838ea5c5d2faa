package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.PositionBias;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * What the heads of a network add to their scores for the distance between two tokens, read from
 * the weights: the same for every picture and in every window.
 */
public final class LearnedBias {

  private LearnedBias() {}

  /**
   * The bias of every block that has one.
   *
   * @param weights all that the network reads, by name: as trained, or folded
   * @return (h, w, N, N) by block, in order; to be added to {@link Tap.Kind#SCORES}. Blocks of
   *     networks without such a bias are left out
   */
  public static Map<String, HeadMaps> of(Network network, Map<String, Tensor> weights) {
    Blueprint blueprint = Blueprint.of(network, 1, true);
    Map<String, HeadMaps> biases = new LinkedHashMap<>();
    for (Tap tap : blueprint.taps().keySet()) {
      if (tap.kind() == Tap.Kind.ATTENTION && !biases.containsKey(tap.name())) {
        List<PositionBias> heads = biases(blueprint, tap.name());
        if (!heads.isEmpty()) {
          biases.put(tap.name(), maps(tap, heads, weights));
        }
      }
    }
    return biases;
  }

  /** Those of a block's heads, in order: operations stand under the name of their block. */
  private static List<PositionBias> biases(Blueprint blueprint, String block) {
    return blueprint.operations().stream()
        .filter(PositionBias.class::isInstance)
        .map(PositionBias.class::cast)
        .filter(bias -> bias.name().startsWith(block + "."))
        .toList();
  }

  private static HeadMaps maps(Tap tap, List<PositionBias> heads, Map<String, Tensor> weights) {
    WindowGrid grid = requireNonNull(tap.grid());
    Shape shape = Shape.of(heads.size(), grid.windows(), grid.tokens(), grid.tokens());
    float[] values = new float[shape.elements()];
    int next = 0;
    for (PositionBias bias : heads) {
      Tensor table = requireNonNull(weights.get(bias.table()), bias.table());
      int[] indices = bias.indices();
      for (int window = 0; window < grid.windows(); window++) {
        for (int index : indices) {
          values[next++] = table.at(bias.head(), index);
        }
      }
    }
    return new HeadMaps(tap.name(), grid, new Tensor(shape, values));
  }
}
