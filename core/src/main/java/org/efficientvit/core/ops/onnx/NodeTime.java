package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What ONNX Runtime's profiler says of one run of one node.
 *
 * @param node its name, which tells what was merged into it
 * @param operator of ONNX, or one of ONNX Runtime's own
 * @param microseconds whole ones, the rest cut off
 * @param activationBytes read that are no weights
 * @param parameterBytes read that are weights
 * @param outputBytes written
 */
record NodeTime(
    String node,
    String operator,
    long microseconds,
    long activationBytes,
    long parameterBytes,
    long outputBytes) {

  /** Those whose result is another look at their input's memory. */
  private static final Set<String> VIEWS =
      Set.of("Reshape", "Flatten", "Squeeze", "Unsqueeze", "Identity");

  NodeTime {
    requireNonNull(node, "node is null");
    requireNonNull(operator, "operator is null");
  }

  boolean isView() {
    return VIEWS.contains(operator);
  }

  /** The middle of the microsecond in which the true time lies, so that sums are right. */
  long nanoseconds() {
    return 1000 * microseconds + 500;
  }
}
