package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * Batch normalisation of vectors, then a linear layer (official code: {@code BN_Linear}).
 *
 * @param norm as trained
 * @param linear as trained
 * @param folded both in one
 */
public record NormLinear(BatchNorm norm, Linear linear, Linear folded) implements Foldable {

  /**
   * A layer under the official names: {@code NAME.bn.*} and {@code NAME.l.*} as trained, {@code
   * NAME.weight} and {@code NAME.bias} when folded.
   */
  public static NormLinear of(String name, int in, int out) {
    return new NormLinear(
        BatchNorm.of(name + ".bn", in),
        new Linear(name, name + ".l.weight", name + ".l.bias", in, out),
        new Linear(name, name + ".weight", name + ".bias", in, out));
  }

  @Override
  public List<Operation> unfolded() {
    return List.of(norm, linear);
  }

  /** {@inheritDoc} w' = w·s for each channel in, b' = b + w·t, where the norm is y = s·x + t. */
  @Override
  public Map<String, Tensor> fold(Map<String, Tensor> weights) {
    Tensor matrix = requireNonNull(weights.get(linear.weight()), linear.weight());
    Tensor bias = requireNonNull(weights.get(linear.bias()), linear.bias());
    BatchNorm.Affine affine = norm.affine(weights);
    int in = linear.in();
    int out = linear.out();
    float[] scaled = new float[matrix.elements()];
    float[] shifted = new float[out];
    for (int row = 0; row < out; row++) {
      double sum = bias.values()[row];
      for (int column = 0; column < in; column++) {
        float weight = matrix.values()[row * in + column];
        scaled[row * in + column] = (float) (weight * affine.scale(column));
        sum += weight * affine.shift(column);
      }
      shifted[row] = (float) sum;
    }
    return Map.of(
        folded.weight(),
        new Tensor(matrix.shape(), scaled),
        folded.bias(),
        new Tensor(Shape.of(out), shifted));
  }
}
