package org.efficientvit.core.ops.torch;

import java.util.Set;

/**
 * Adam with decoupled weight decay (arXiv 1711.05101, Algorithm 2), after gradients are clipped to
 * a common norm.
 *
 * @param meanDecay β₁
 * @param varianceDecay β₂
 * @param epsilon added to the root of the variance
 * @param weightDecay λ; each step multiplies a decayed parameter by 1 − rate·λ
 * @param undecayed names of the parameters that are not decayed
 * @param clipNorm the largest 2-norm that all gradients together may have
 */
public record AdamW(
    double meanDecay,
    double varianceDecay,
    double epsilon,
    double weightDecay,
    Set<String> undecayed,
    double clipNorm) {

  public AdamW {
    undecayed = Set.copyOf(undecayed);
  }

  /** PyTorch's defaults: β₁ 0.9, β₂ 0.999, ε 1e-8. */
  public static AdamW of(double weightDecay, Set<String> undecayed, double clipNorm) {
    return new AdamW(0.9, 0.999, 1e-8, weightDecay, undecayed, clipNorm);
  }
}
