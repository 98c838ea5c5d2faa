package org.efficientvit.core.cost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.trace.OperationSamples.Traffic;

/** What an engine's operations cost: those of the network, or what the engine made of them. */
public final class EngineCosts {

  private final Map<String, OperationCost> costs = new HashMap<>();

  /** The costs of a network's operations, folded or not as it runs. */
  public EngineCosts(NetworkCost network) {
    network.operations().forEach(one -> costs.put(one.name(), one));
  }

  /**
   * What an operation of the engine costs.
   *
   * @param name of the engine's operation
   * @param members operations of the network that are in it, in order
   * @param traffic what the engine says that it moves; empty where it runs the one member as it is
   *     written
   * @throws IllegalArgumentException if a member is not in the network
   */
  public OperationCost of(String name, List<String> members, Optional<Traffic> traffic) {
    List<OperationCost> known = members.stream().map(this::of).toList();
    return traffic.map(moved -> merged(name, moved, known)).orElseGet(() -> known.get(0));
  }

  private OperationCost of(String name) {
    OperationCost cost = costs.get(name);
    if (cost == null) {
      throw new IllegalArgumentException(name + " is not in the network");
    }
    return cost;
  }

  private static OperationCost merged(String name, Traffic traffic, List<OperationCost> members) {
    Shape output =
        members.isEmpty()
            ? Shape.of(Math.toIntExact(traffic.bytesWritten() / Float.BYTES))
            : members.get(members.size() - 1).output();
    return new OperationCost(
        name,
        traffic.kind(),
        output,
        members.stream().mapToLong(OperationCost::macs).sum(),
        members.stream().mapToLong(OperationCost::arithmetic).sum(),
        members.stream().mapToLong(OperationCost::parameters).sum(),
        traffic.bytesRead(),
        traffic.weightBytes(),
        traffic.bytesWritten());
  }
}
