package org.efficientvit.core.cost;

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
 * @param bytesRead of inputs and weights, each once; 0 for a view
 * @param weightBytes those of them that are weights
 * @param bytesWritten of the result; 0 for a view
 */
public record OperationCost(
    String name,
    OperationKind kind,
    Shape output,
    long macs,
    long bytesRead,
    long weightBytes,
    long bytesWritten) {

  static OperationCost of(Blueprint.Step step) {
    Operation operation = step.operation();
    OperationKind kind = operation.kind(step.inputs());
    if (kind == OperationKind.VIEW) {
      return new OperationCost(operation.name(), kind, step.output(), 0, 0, 0, 0);
    }
    long inputs = step.inputs().stream().mapToLong(Shape::elements).sum();
    long weights = operation.weightsRead();
    return new OperationCost(
        operation.name(),
        kind,
        step.output(),
        operation.macs(step.inputs()),
        Float.BYTES * (inputs + weights),
        Float.BYTES * weights,
        (long) Float.BYTES * step.output().elements());
  }
}
