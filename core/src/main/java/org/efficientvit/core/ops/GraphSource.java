package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.efficientvit.core.tensor.Tensor;

/**
 * What a network is written down from, as a graph that an engine then runs whole.
 *
 * @param name of the network
 * @param imageSize rows, and columns, of a picture in pixels
 * @param forward the network, (B, 3, S, S) to (B, L)
 * @param weights all that it reads, by name, normalisation {@linkplain Folding folded}
 */
public record GraphSource(
    String name, int imageSize, Forward forward, Map<String, Tensor> weights) {

  public GraphSource {
    requireNonNull(name, "name is null");
    requireNonNull(forward, "forward is null");
    weights = Map.copyOf(weights);
  }
}
