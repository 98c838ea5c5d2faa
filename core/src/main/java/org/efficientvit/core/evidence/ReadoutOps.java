package org.efficientvit.core.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.Average;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter that follows what becomes of the mean of the last tapped feature maps: as long as
 * it is only multiplied and added to by constants, what the network makes of it is known without
 * running it.
 */
final class ReadoutOps implements Ops<ReadoutOps.Value> {

  /**
   * A value of the network.
   *
   * @see Pooled
   * @see Linearised
   */
  static class Value {

    private final Shape shape;

    /** One of which nothing is known but its shape. */
    Value(Shape shape) {
      this.shape = shape;
    }

    /** How it follows from the mean of the features; null where that is not known. */
    @Nullable Affine affine() {
      return null;
    }
  }

  /** The mean of the features itself. */
  private static final class Pooled extends Value {

    Pooled(Shape shape) {
      super(shape);
    }
  }

  /** What is linear in the mean of the features. */
  private static final class Linearised extends Value {

    private final Affine affine;

    Linearised(Shape shape, Affine affine) {
      super(shape);
      this.affine = affine;
    }

    @Override
    Affine affine() {
      return affine;
    }
  }

  private final Map<String, Tensor> weights;
  private @Nullable Value features;
  private String name = "";

  /**
   * An interpreter.
   *
   * @param weights folded
   */
  ReadoutOps(Map<String, Tensor> weights) {
    this.weights = weights;
  }

  /** The name of the features that were tapped last. */
  String lastFeatures() {
    return name;
  }

  @Override
  public Value apply(Operation operation, List<Value> inputs) {
    Shape shape = operation.output(inputs.stream().map(input -> input.shape).toList());
    Value first = inputs.get(0);
    if (operation instanceof GlobalPool && first == features) {
      return new Pooled(shape);
    }
    if (operation instanceof Flatten && first instanceof Pooled) {
      return new Pooled(shape);
    }
    if (operation instanceof Linear linear && first instanceof Pooled) {
      Tensor matrix = requireNonNull(weights.get(linear.weight()), linear.weight());
      Tensor bias = requireNonNull(weights.get(linear.bias()), linear.bias());
      return new Linearised(shape, Affine.of(matrix, bias));
    }
    if (operation instanceof Average
        && first instanceof Linearised one
        && inputs.get(1) instanceof Linearised other) {
      return new Linearised(shape, one.affine.average(other.affine));
    }
    return new Value(shape);
  }

  @Override
  public Shape shape(Value value) {
    return value.shape;
  }

  @Override
  public boolean isFolded() {
    return true;
  }

  @Override
  public void tap(Tap tap, Value value) {
    if (tap.kind() == Tap.Kind.FEATURES) {
      features = value;
      name = tap.name();
    }
  }
}
