package org.efficientvit.core.ops;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efficientvit.core.tensor.Tensor;

/** Folds normalisation into the layers beside it, for a whole network's weights. */
public final class Folding {

  private Folding() {}

  /**
   * Whether weights were folded before: every layer's folded parameters are there. Where there is
   * nothing to fold, they were not.
   *
   * @param names of the weights
   */
  public static boolean isFolded(Collection<Foldable> layers, Set<String> names) {
    return !layers.isEmpty()
        && layers.stream()
            .flatMap(layer -> layer.folded().parameters().stream())
            .allMatch(parameter -> names.contains(parameter.name()));
  }

  /**
   * The weights of a network with every layer folded; those of other operations stay.
   *
   * @param layers what can be folded
   * @param weights as trained; weights that are folded already come back as they are
   */
  public static Map<String, Tensor> fold(Collection<Foldable> layers, Map<String, Tensor> weights) {
    if (isFolded(layers, weights.keySet())) {
      return weights;
    }
    Map<String, Tensor> folded = new LinkedHashMap<>(weights);
    for (Foldable layer : layers) {
      layer.unfolded().stream()
          .map(Operation::parameters)
          .flatMap(List::stream)
          .forEach(parameter -> folded.remove(parameter.name()));
      folded.putAll(layer.fold(weights));
    }
    return folded;
  }
}
