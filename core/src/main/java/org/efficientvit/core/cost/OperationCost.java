package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.tensor.Shape;

/**
 * What one operation costs in 32-bit floats, whatever runs it.
 *
 * @param name as in the network
 * @param output shape of the result
 * @param macs multiply-accumulates
 * @param arithmetic floating-point operations besides them, counted as {@link Operation#arithmetic}
 *     says
 * @param parameters learned numbers that no operation before it reads
 * @param bytesRead of inputs and weights, each once; 0 for a view
 * @param weightBytes those of them that are weights
 * @param bytesWritten of the result; 0 for a view
 */
public record OperationCost(
    String name,
    OperationKind kind,
    Shape output,
    long macs,
    long arithmetic,
    long parameters,
    long bytesRead,
    long weightBytes,
    long bytesWritten) {

  public OperationCost {
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(output, "output is null");
  }

  static OperationCost of(Blueprint.Step step, long parameters) {
    Operation operation = step.operation();
    OperationKind kind = operation.kind(step.inputs());
    if (kind == OperationKind.VIEW) {
      return new OperationCost(operation.name(), kind, step.output(), 0, 0, 0, 0, 0, 0);
    }
    long inputs = step.inputs().stream().mapToLong(Shape::elements).sum();
    long weights = operation.weightsRead();
    return new OperationCost(
        operation.name(),
        kind,
        step.output(),
        operation.macs(step.inputs()),
        operation.arithmetic(step.inputs()),
        parameters,
        Float.BYTES * (inputs + weights),
        Float.BYTES * weights,
        (long) Float.BYTES * step.output().elements());
  }

  /** Whether it is another look at the same memory, which is free. */
  public boolean isView() {
    return kind == OperationKind.VIEW;
  }

  /** Floating-point operations: two for each multiply-accumulate, and the other arithmetic. */
  public long flops() {
    return 2 * macs + arithmetic;
  }

  /** Bytes read and written. */
  public long bytes() {
    return bytesRead + bytesWritten;
  }

  /** Bytes read and written that are no weights. */
  public long activationBytes() {
    return bytes() - weightBytes;
  }

  /** Arithmetic intensity: floating-point operations for each byte moved; 0 for a view. */
  public double intensity() {
    return isView() ? 0 : (double) flops() / bytes();
  }
}
