package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.efficientvit.core.ops.OperationKind;

/**
 * How long an engine took for what it runs as one operation, pass by pass.
 *
 * @param name in the network; of several in one, the last's; of a copy that the engine makes for
 *     itself, the engine's own
 * @param members operations of the network that are in it, in order
 * @param traffic what the engine says that it moves; empty where it runs the network's operation as
 *     it is written
 * @param nanoseconds of each pass
 */
public record OperationSamples(
    String name, List<String> members, Optional<Traffic> traffic, List<Long> nanoseconds) {

  /**
   * What an engine moves that does not run operations as they are written.
   *
   * @param kind of work
   * @param bytesRead weights among them
   * @param weightBytes those that are weights
   * @param bytesWritten of the results
   */
  public record Traffic(OperationKind kind, long bytesRead, long weightBytes, long bytesWritten) {

    public Traffic {
      requireNonNull(kind, "kind is null");
    }
  }

  /**
   * Checks that there is something to go by.
   *
   * @throws IllegalArgumentException if there are no times, or neither one operation nor traffic
   */
  public OperationSamples {
    requireNonNull(name, "name is null");
    members = List.copyOf(members);
    requireNonNull(traffic, "traffic is null");
    nanoseconds = List.copyOf(nanoseconds);
    if (nanoseconds.isEmpty() || (traffic.isEmpty() && members.size() != 1)) {
      throw new IllegalArgumentException(
          "%s of %s with %d times".formatted(name, members, nanoseconds.size()));
    }
  }
}
