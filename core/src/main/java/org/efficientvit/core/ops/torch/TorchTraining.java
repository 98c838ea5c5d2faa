package org.efficientvit.core.ops.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.efficientvit.core.ops.Forward;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * A network in training on PyTorch: its parameters as variables. Normalisation that learns takes
 * the statistics of the batch and moves the running ones; one that is frozen is as at inference.
 *
 * <p>The network is the one that runs at inference, over the same kernels; what they read is
 * derived from the parameters anew in every step, so that gradients reach them. All else that a
 * step makes is free when it ends. To be used from one thread at a time.
 */
public final class TorchTraining implements AutoCloseable {

  /**
   * A training to begin, or to go on with.
   *
   * @param weights of the network, by name
   * @param moments of AdamW; empty at the beginning
   * @param steps how many were made
   */
  public record State(Map<String, Tensor> weights, Map<String, Tensor> moments, long steps) {

    /** A training that has not begun. */
    public static State of(Map<String, Tensor> weights) {
      return new State(weights, Map.of(), 0);
    }
  }

  /**
   * What one batch gave, before the parameters moved.
   *
   * @param loss mean cross-entropy against the targets, in nats
   * @param correct how many pictures have their largest logit where their largest target is
   */
  public record Step(double loss, int correct) {}

  private final Forward network;
  private final List<Operation> operations;
  private final TorchNetwork.Layout layout;
  private final int threads;
  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final TorchAdam adam;

  /**
   * Copies a state into PyTorch's memory.
   *
   * @param network is run in every step
   * @param operations that it runs, normalisation not folded
   * @param learned whether a parameter is moved; statistics never are
   * @param threads that work inside one operation
   */
  public TorchTraining(
      Forward network,
      List<Operation> operations,
      State state,
      Predicate<Parameter> learned,
      TorchNetwork.Layout layout,
      int threads) {
    this.network = requireNonNull(network, "network is null");
    this.operations = List.copyOf(operations);
    this.layout = requireNonNull(layout, "layout is null");
    this.threads = threads;
    this.manager = Torch.newManager(false);
    this.adam = new TorchAdam(state.steps());
    Torch.prepareThread(threads, false);
    operations.stream()
        .flatMap(operation -> operation.parameters().stream())
        .filter(parameter -> !parameters.containsKey(parameter.name()))
        .forEach(parameter -> add(parameter, state, learned.test(parameter)));
  }

  private void add(Parameter parameter, State state, boolean learned) {
    String name = parameter.name();
    NDArray array = TorchKernels.create(manager, requireNonNull(state.weights().get(name), name));
    parameters.put(name, array);
    if (learned && parameter.isLearned()) {
      adam.add(manager, name, array, state.moments());
    }
  }

  /**
   * Runs a batch forward and backward and moves the parameters.
   *
   * @param images (B, 3, S, S), normalised
   * @param targets (B, L), the share of each class in each picture, each row summing to 1
   * @param rate η, how far to move
   */
  public Step step(Tensor images, Tensor targets, AdamW settings, double rate) {
    try (NDManager pass = manager.newSubManager()) {
      Step step = backward(pass, images, targets);
      adam.update(settings, rate);
      adam.clearGradients();
      return step;
    }
  }

  /**
   * Runs a batch forward and backward and moves the parameters, for a network of any answers.
   *
   * @param images (B, 3, H, W), normalised
   * @param objective judges the answers
   * @param rate η, how far to move
   * @return the loss before the parameters moved
   */
  public double step(Tensor images, Objective objective, AdamW settings, double rate) {
    try (NDManager pass = manager.newSubManager()) {
      double loss =
          withGradients(pass, (ops, kernels) -> backward(pass, images, objective, ops, kernels));
      adam.update(settings, rate);
      adam.clearGradients();
      return loss;
    }
  }

  private double backward(
      NDManager pass, Tensor images, Objective objective, TorchOps ops, TorchKernels kernels) {
    AnswerOps answering = new AnswerOps(ops);
    network.forward(answering, kernels.input(pass, images));
    Map<String, Tensor> answers = new LinkedHashMap<>();
    answering
        .answers()
        .forEach(
            (name, answer) ->
                answers.put(name, new Tensor(kernels.shape(answer), kernels.values(answer))));
    Objective.Judgement judgement = objective.judge(answers);
    // The sum of answers times constants has the constants as its gradients.
    NDArray sum = null;
    for (Map.Entry<String, NDArray> answer : answering.answers().entrySet()) {
      String name = answer.getKey();
      Tensor gradient = requireNonNull(judgement.gradients().get(name), name);
      NDArray part = answer.getValue().mul(kernels.input(pass, gradient)).sum();
      sum = sum == null ? part : sum.add(part);
    }
    NDArray whole = requireNonNull(sum, "the network answers nothing");
    JniUtils.backward((PtNDArray) whole, (PtNDArray) pass.ones(whole.getShape()), false, false);
    return judgement.loss();
  }

  /** The gradient of the loss by each learned parameter; nothing but running statistics moves. */
  public Map<String, Tensor> gradients(Tensor images, Tensor targets) {
    try (NDManager pass = manager.newSubManager()) {
      backward(pass, images, targets);
      Map<String, Tensor> gradients = adam.gradients();
      adam.clearGradients();
      return gradients;
    }
  }

  /** Leaves the gradients with the parameters. */
  private Step backward(NDManager pass, Tensor images, Tensor targets) {
    return withGradients(
        pass,
        (ops, kernels) -> {
          NDArray logits = network.forward(ops, kernels.input(pass, images));
          NDArray loss = crossEntropy(logits, targets);
          JniUtils.backward((PtNDArray) loss, (PtNDArray) pass.ones(loss.getShape()), false, false);
          return new Step(loss.getFloat(), correct(logits.toFloatArray(), targets));
        });
  }

  /** Runs a pass whose operations are remembered for its way back. */
  private <R> R withGradients(NDManager pass, BiFunction<TorchOps, TorchKernels, R> body) {
    Torch.prepareThread(threads, true);
    try {
      // What is made of a parameter belongs to the parameter's manager: for now, this pass.
      parameters.values().forEach(parameter -> parameter.tempAttach(pass));
      TorchKernels kernels = layout.kernels(norm -> adam.moves(norm.weight()));
      for (Operation operation : operations) {
        kernels.prepare(pass, operation, name -> requireNonNull(parameters.get(name), name));
      }
      return body.apply(new TorchOps(kernels, false, TapListener.NONE), kernels);
    } finally {
      Torch.prepareThread(threads, false);
    }
  }

  /** −1/B · Σ target · log softmax(logits), the factor being in the targets. */
  private static NDArray crossEntropy(NDArray logits, Tensor targets) {
    float factor = -1f / targets.shape().dimension(0);
    float[] scaled = targets.values().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    NDArray weights =
        TorchKernels.create(logits.getManager(), scaled, targets.shape().toLongArray());
    return logits.logSoftmax(-1).mul(weights).sum();
  }

  private static int correct(float[] logits, Tensor targets) {
    Shape shape = targets.shape();
    int classes = shape.dimension(1);
    int correct = 0;
    for (int row = 0; row < shape.elements(); row += classes) {
      if (largest(logits, row, classes) == largest(targets.values(), row, classes)) {
        correct++;
      }
    }
    return correct;
  }

  private static int largest(float[] values, int from, int count) {
    int best = from;
    for (int i = from + 1; i < from + count; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Copies of all that a training needs to go on. */
  public State state() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    parameters.forEach((name, array) -> weights.put(name, TorchKernels.copy(array)));
    return new State(weights, adam.moments(), adam.steps());
  }

  @Override
  public void close() {
    manager.close();
  }
}
