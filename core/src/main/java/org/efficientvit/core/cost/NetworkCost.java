package org.efficientvit.core.cost;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Parameter;

/**
 * What a network costs, operation by operation, without running it.
 *
 * @param network its name
 * @param imageSize S, in pixels
 * @param batch B
 * @param folded whether the operations are those with normalisation folded
 * @param parameters learned numbers as trained, normalisation's scales and shifts among them
 * @param parametersFolded numbers that are left when normalisation is folded
 * @param operations in the order in which they run
 */
public record NetworkCost(
    String network,
    int imageSize,
    int batch,
    boolean folded,
    long parameters,
    long parametersFolded,
    List<OperationCost> operations) {

  /** Costs a network. */
  public static NetworkCost of(Network network, int batch, boolean folded) {
    Blueprint blueprint = Blueprint.of(network, batch, folded);
    return new NetworkCost(
        network.name(),
        network.imageSize(),
        batch,
        folded,
        count(Blueprint.of(network, 1, false).parameters()),
        count(Blueprint.of(network, 1, true).parameters()),
        operations(blueprint));
  }

  private static List<OperationCost> operations(Blueprint blueprint) {
    Set<String> known = new HashSet<>();
    List<OperationCost> operations = new ArrayList<>();
    for (Blueprint.Step step : blueprint.steps()) {
      List<Parameter> parameters =
          step.operation().parameters().stream().filter(one -> known.add(one.name())).toList();
      operations.add(OperationCost.of(step, count(parameters)));
    }
    return List.copyOf(operations);
  }

  private static long count(Collection<Parameter> parameters) {
    return parameters.stream()
        .filter(Parameter::isLearned)
        .mapToLong(parameter -> parameter.shape().elements())
        .sum();
  }

  /** Multiply-accumulates of the whole batch. */
  public long macs() {
    return operations.stream().mapToLong(OperationCost::macs).sum();
  }

  /** Floating-point operations of the whole batch besides the multiply-accumulates. */
  public long arithmetic() {
    return operations.stream().mapToLong(OperationCost::arithmetic).sum();
  }

  /** Bytes of weights read by all operations, each by itself. */
  public long weightBytes() {
    return operations.stream().mapToLong(OperationCost::weightBytes).sum();
  }

  /** Bytes read by all operations, each by itself. */
  public long bytesRead() {
    return operations.stream().mapToLong(OperationCost::bytesRead).sum();
  }

  /** Bytes written by all operations, each by itself. */
  public long bytesWritten() {
    return operations.stream().mapToLong(OperationCost::bytesWritten).sum();
  }
}
