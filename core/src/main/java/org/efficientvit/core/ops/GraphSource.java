package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * What a network is written down from, as a graph that an engine then runs whole.
 *
 * @param name of the network
 * @param input the shape of one picture, (1, 3, H, W)
 * @param forward the network
 * @param weights all that it reads, by name, normalisation {@linkplain Folding folded}
 */
public record GraphSource(String name, Shape input, Forward forward, Map<String, Tensor> weights) {

  private static final int COLOURS = 3;

  public GraphSource {
    requireNonNull(name, "name is null");
    requireNonNull(input, "input is null");
    requireNonNull(forward, "forward is null");
    weights = Map.copyOf(weights);
  }

  /** A network for square pictures of a side in pixels. */
  public GraphSource(String name, int imageSize, Forward forward, Map<String, Tensor> weights) {
    this(name, Shape.of(1, COLOURS, imageSize, imageSize), forward, weights);
  }
}
