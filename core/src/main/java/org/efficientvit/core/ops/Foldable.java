package org.efficientvit.core.ops;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.tensor.Tensor;

/**
 * A linear layer and the normalisation beside it, which at inference are one linear layer: both
 * multiply and add by constants.
 */
public sealed interface Foldable permits ConvNorm, NormLinear {

  /** The steps as trained, in order. */
  List<Operation> unfolded();

  /** The one step that does the same. */
  Operation folded();

  /**
   * The parameters of {@link #folded()} from those of {@link #unfolded()}.
   *
   * @param weights at least the parameters of the unfolded steps, by name
   * @return the folded parameters by name, computed in double precision
   */
  Map<String, Tensor> fold(Map<String, Tensor> weights);
}
