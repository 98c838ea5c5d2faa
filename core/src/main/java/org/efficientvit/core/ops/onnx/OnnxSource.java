package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.efficientvit.core.ops.Forward;
import org.efficientvit.core.tensor.Tensor;

/**
 * What an ONNX model is made of.
 *
 * @param name of the network
 * @param imageSize rows, and columns, of a picture in pixels
 * @param forward the network, (B, 3, S, S) to (B, L)
 * @param weights all that it reads, by name, normalisation {@linkplain
 *     org.efficientvit.core.ops.Folding folded}
 */
public record OnnxSource(String name, int imageSize, Forward forward, Map<String, Tensor> weights) {

  public OnnxSource {
    requireNonNull(name, "name is null");
    requireNonNull(forward, "forward is null");
    weights = Map.copyOf(weights);
  }
}
