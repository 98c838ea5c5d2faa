package org.efficientvit.core.ops.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The learned parameters of a training and what AdamW remembers of their gradients. */
final class TorchAdam {

  /** One parameter with the running mean of its gradient and of the gradient's square. */
  private record Variable(NDArray parameter, NDArray mean, NDArray variance) {}

  private static final String MEAN = "adam.mean.";
  private static final String VARIANCE = "adam.variance.";

  /** The call cuts gradients off above any number that is not negative, zero included. */
  private static final float NO_CLAMP = -1;

  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private long steps;

  /** A memory of so many steps; its moments come with {@link #add}. */
  TorchAdam(long steps) {
    this.steps = steps;
  }

  /**
   * Takes a parameter in.
   *
   * @param manager owns the moments
   * @param moments those of an earlier {@link #moments()}, or of nobody
   */
  void add(NDManager manager, String name, NDArray parameter, Map<String, Tensor> moments) {
    parameter.setRequiresGradient(true);
    variables.put(
        name,
        new Variable(
            parameter,
            moment(manager, parameter, moments.get(MEAN + name)),
            moment(manager, parameter, moments.get(VARIANCE + name))));
  }

  private static NDArray moment(NDManager manager, NDArray parameter, @Nullable Tensor stored) {
    return Optional.ofNullable(stored)
        .map(tensor -> TorchKernels.create(manager, tensor))
        .orElseGet(() -> manager.zeros(parameter.getShape()));
  }

  /** Whether a parameter was taken in. */
  boolean moves(String name) {
    return variables.containsKey(name);
  }

  long steps() {
    return steps;
  }

  /** Copies of the moments under names of their own. */
  Map<String, Tensor> moments() {
    Map<String, Tensor> moments = new LinkedHashMap<>();
    variables.forEach(
        (name, variable) -> {
          moments.put(MEAN + name, TorchKernels.copy(variable.mean));
          moments.put(VARIANCE + name, TorchKernels.copy(variable.variance));
        });
    return moments;
  }

  /** The gradients of the last backward pass, by the names of their parameters. */
  Map<String, Tensor> gradients() {
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    variables.forEach(
        (name, variable) -> {
          try (NDArray gradient = variable.parameter.getGradient()) {
            gradients.put(name, TorchKernels.copy(gradient));
          }
        });
    return gradients;
  }

  /** Forgets the gradients; the next backward pass would add to them. */
  void clearGradients() {
    variables.values().forEach(variable -> JniUtils.zeroGrad((PtNDArray) variable.parameter));
  }

  /**
   * Moves each parameter by its gradient.
   *
   * @param rate η of this step
   */
  void update(AdamW settings, double rate) {
    steps++;
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    variables.forEach((name, variable) -> gradients.put(name, variable.parameter.getGradient()));
    double clip = Math.min(1, settings.clipNorm() / (norm(gradients.values()) + 1e-6));
    double meanCorrection = 1 - Math.pow(settings.meanDecay(), (double) steps);
    double rootCorrection = Math.sqrt(1 - Math.pow(settings.varianceDecay(), (double) steps));
    variables.forEach(
        (name, variable) -> {
          boolean decayed = !settings.undecayed().contains(name);
          try (NDArray gradient = requireNonNull(gradients.get(name), name)) {
            // PyTorch divides by √v/c + ε where this call divides by √v + ε: both factors are
            // moved.
            JniUtils.adamUpdate(
                (PtNDArray) variable.parameter,
                (PtNDArray) gradient,
                (PtNDArray) variable.mean,
                (PtNDArray) variable.variance,
                (float) rate,
                (float) (rate * rootCorrection / meanCorrection),
                decayed ? (float) settings.weightDecay() : 0,
                (float) clip,
                NO_CLAMP,
                (float) settings.meanDecay(),
                (float) settings.varianceDecay(),
                (float) (settings.epsilon() * rootCorrection),
                true);
          }
        });
  }

  /** The 2-norm of all gradients together. */
  private static double norm(Collection<NDArray> gradients) {
    double squares = 0;
    for (NDArray gradient : gradients) {
      try (NDArray norm = JniUtils.norm((PtNDArray) gradient, 2, new int[0], false)) {
        double value = norm.getFloat();
        squares += value * value;
      }
    }
    return Math.sqrt(squares);
  }
}
