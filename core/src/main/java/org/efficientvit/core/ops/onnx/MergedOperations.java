package org.efficientvit.core.ops.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.ops.Slice;

/**
 * Into which operation those were merged that have no node of their own any more.
 *
 * <p>ONNX Runtime does not say so. What it does is known: a convolution or product goes into what
 * follows it and takes that one's name; sums, activations and normalisation go into what they read;
 * slices of one value become one split.
 */
final class MergedOperations {

  private final Wiring wiring;
  private final Set<String> owners;

  /** For each operation another one that it was merged with; for an owner, itself. */
  private final Map<String, String> partners = new HashMap<>();

  private MergedOperations(Wiring wiring, Set<String> owners) {
    this.wiring = wiring;
    this.owners = owners;
  }

  /**
   * The members of what each owner's nodes do, itself among them, in the network's order.
   *
   * @param owners operations that have nodes
   */
  static Map<String, List<String>> of(Wiring wiring, Set<String> owners) {
    MergedOperations merged = new MergedOperations(wiring, owners);
    wiring.places().keySet().forEach(name -> merged.partners.put(name, merged.partner(name)));
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (String name : wiring.places().keySet()) {
      merged
          .owner(name)
          .ifPresent(owner -> members.computeIfAbsent(owner, o -> new ArrayList<>()).add(name));
    }
    return members;
  }

  private String partner(String name) {
    if (owners.contains(name)) {
      return name;
    }
    Optional<String> partner =
        wiring.place(name).macs() > 0
            ? wiring.reader(name)
            : sibling(name).or(() -> wiring.latestSource(name));
    return partner.orElse(name);
  }

  /** Another slice of the same value that has a node. */
  private Optional<String> sibling(String name) {
    Wiring.Place place = wiring.place(name);
    if (!(place.operation() instanceof Slice)) {
      return Optional.empty();
    }
    return wiring.places().values().stream()
        .filter(other -> other.operation() instanceof Slice)
        .filter(other -> other.sources().equals(place.sources()))
        .map(other -> other.operation().name())
        .filter(owners::contains)
        .findFirst();
  }

  /** Follows partners; where they lead in a circle, what reads the last in it goes on. */
  private Optional<String> owner(String name) {
    Set<String> seen = new LinkedHashSet<>();
    String here = name;
    while (!owners.contains(here)) {
      if (seen.add(here)) {
        here = partners.getOrDefault(here, here);
      } else {
        Optional<String> onward = wiring.reader(Collections.max(seen, inOrder()));
        if (onward.isEmpty()) {
          return ownerBefore(Collections.min(seen, inOrder()));
        }
        here = onward.get();
      }
    }
    return Optional.of(here);
  }

  /** At the end of a network nothing goes on. */
  private Optional<String> ownerBefore(String name) {
    Optional<String> here = wiring.latestSource(name);
    while (here.isPresent() && !owners.contains(here.get())) {
      here = wiring.latestSource(here.get());
    }
    return here;
  }

  private Comparator<String> inOrder() {
    return Comparator.comparingInt(name -> wiring.place(name).index());
  }
}
