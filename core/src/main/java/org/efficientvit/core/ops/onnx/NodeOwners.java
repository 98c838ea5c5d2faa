package org.efficientvit.core.ops.onnx;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * To which operation a node belongs, by its name.
 *
 * <p>Nodes were named after operations; what ONNX Runtime merges it names after one of the parts,
 * with words of its own before or after: {@code patch_embed.1_nchwc}, {@code
 * blocks1.0.mixer.m.attn.scores.0/MatMulScaleFusion/}.
 */
final class NodeOwners {

  /** What it appends with an underscore, which is a letter of our names. */
  private static final List<String> SUFFIXES = List.of("_nchwc", "_token_");

  private final List<String> longestFirst;

  NodeOwners(Collection<String> operations) {
    this.longestFirst =
        operations.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** The operation with the longest name that stands in a node's name as a whole. */
  Optional<String> of(String node) {
    return longestFirst.stream().filter(operation -> holds(node, operation)).findFirst();
  }

  private static boolean holds(String node, String operation) {
    int from = node.indexOf(operation);
    while (from >= 0) {
      int to = from + operation.length();
      boolean begins = from == 0 || !isOfName(node.charAt(from - 1));
      if (begins && ends(node, to)) {
        return true;
      }
      from = node.indexOf(operation, from + 1);
    }
    return false;
  }

  private static boolean ends(String node, int to) {
    return to == node.length()
        || !isOfName(node.charAt(to))
        || SUFFIXES.stream().anyMatch(suffix -> node.startsWith(suffix, to));
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}
