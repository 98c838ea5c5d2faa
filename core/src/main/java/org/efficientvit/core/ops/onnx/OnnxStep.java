package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.ops.OperationKind;

/**
 * What ONNX Runtime runs as one: an operation, several merged into one, or a copy of its own.
 *
 * @param name of the operation; of merged ones, the one whose name the node carries
 * @param members operations of the network that are in it, in order; none for a copy of its own
 * @param kind of work
 * @param bytesRead weights among them; 0 for a view
 * @param weightBytes those that are weights
 * @param bytesWritten 0 for a view
 * @param nanoseconds in each pass, known to half a microsecond for each node
 */
public record OnnxStep(
    String name,
    List<String> members,
    OperationKind kind,
    long bytesRead,
    long weightBytes,
    long bytesWritten,
    List<Long> nanoseconds) {

  public OnnxStep {
    requireNonNull(name, "name is null");
    members = List.copyOf(members);
    requireNonNull(kind, "kind is null");
    nanoseconds = List.copyOf(nanoseconds);
  }
}
