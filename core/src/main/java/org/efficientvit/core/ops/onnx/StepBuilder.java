package org.efficientvit.core.ops.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.ops.OperationKind;

/** Puts the nodes that ran under the operations that they carry out. */
final class StepBuilder {

  private static final String BEFORE = "ReorderInput";

  private final Wiring wiring;
  private final List<List<NodeTime>> passes;

  private StepBuilder(Wiring wiring, List<List<NodeTime>> passes) {
    this.wiring = wiring;
    this.passes = passes;
  }

  /**
   * The steps of passes in the order in which they run.
   *
   * @param passes of the same nodes
   * @throws IllegalArgumentException if they are not
   */
  static List<OnnxStep> steps(Wiring wiring, List<List<NodeTime>> passes) {
    for (List<NodeTime> pass : passes) {
      if (!pass.stream()
          .map(NodeTime::node)
          .toList()
          .equals(passes.get(0).stream().map(NodeTime::node).toList())) {
        throw new IllegalArgumentException("passes of different nodes");
      }
    }
    return new StepBuilder(wiring, passes).steps();
  }

  private List<OnnxStep> steps() {
    List<NodeTime> nodes = passes.get(0);
    List<Optional<String>> owners = owners(nodes);
    Set<String> known = new LinkedHashSet<>();
    owners.forEach(owner -> owner.ifPresent(known::add));
    Map<String, List<String>> members = MergedOperations.of(wiring, known);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      String row = owners.get(i).orElse(ownName(nodes, owners, i));
      rows.computeIfAbsent(row, name -> new ArrayList<>()).add(i);
    }
    List<OnnxStep> steps = new ArrayList<>();
    rows.forEach(
        (name, indices) -> steps.add(step(name, members.getOrDefault(name, List.of()), indices)));
    return steps;
  }

  private List<Optional<String>> owners(List<NodeTime> nodes) {
    NodeOwners owners = new NodeOwners(wiring.places().keySet());
    Map<String, Optional<String>> byNode = new HashMap<>();
    nodes.forEach(node -> byNode.computeIfAbsent(node.node(), owners::of));
    return nodes.stream().map(node -> byNode.getOrDefault(node.node(), Optional.empty())).toList();
  }

  /** A node of ONNX Runtime's own is called after the operation that it serves. */
  private static String ownName(List<NodeTime> nodes, List<Optional<String>> owners, int index) {
    String operator = nodes.get(index).operator();
    boolean before = operator.equals(BEFORE);
    String what = operator.toLowerCase(Locale.ROOT).startsWith("reorder") ? "reorder" : operator;
    int step = before ? 1 : -1;
    for (int i = index + step; i >= 0 && i < nodes.size(); i += step) {
      if (owners.get(i).isPresent()) {
        return "%s %s %s".formatted(what, before ? "before" : "after", owners.get(i).get());
      }
    }
    return what;
  }

  private OnnxStep step(String name, List<String> members, List<Integer> indices) {
    long activations = 0;
    long weights = 0;
    long written = 0;
    for (int index : indices) {
      NodeTime node = passes.get(0).get(index);
      if (!node.isView()) {
        activations += node.activationBytes();
        weights += node.parameterBytes();
        written += node.outputBytes();
      }
    }
    // Weights that were laid out anew when the model was loaded are missing in the profile.
    weights = Math.max(weights, Float.BYTES * weightsRead(members));
    return new OnnxStep(
        name,
        members,
        kind(members, written),
        activations + weights,
        weights,
        written,
        passes.stream()
            .map(pass -> indices.stream().mapToLong(i -> pass.get(i).nanoseconds()).sum())
            .toList());
  }

  private long weightsRead(List<String> members) {
    return members.stream().mapToLong(name -> wiring.place(name).operation().weightsRead()).sum();
  }

  /** That of the member with the most arithmetic; what moves bytes is no view. */
  private OperationKind kind(List<String> members, long written) {
    if (written == 0) {
      return OperationKind.VIEW;
    }
    OperationKind kind =
        members.stream()
            .map(wiring::place)
            .max(
                Comparator.comparingLong(Wiring.Place::macs)
                    .thenComparing(place -> place.operation().arithmetic(place.inputs())))
            .map(place -> place.operation().kind())
            .orElse(OperationKind.COPY);
    return kind == OperationKind.VIEW ? OperationKind.COPY : kind;
  }
}
