package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Intervention.Kind;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * What is changed in a pass, all at once. The network itself is not: a change is another meaning of
 * one of its operations, on whatever engine runs it.
 *
 * @param all in the order in which they were named
 */
public record Interventions(Set<Intervention> all) {

  private static final Interventions NONE = new Interventions(Set.of());

  public Interventions {
    all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
  }

  /** The network as it is. */
  public static Interventions none() {
    return NONE;
  }

  public static Interventions of(Intervention... all) {
    return new Interventions(new LinkedHashSet<>(List.of(all)));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** These and one more. */
  public Interventions with(Intervention another) {
    Set<Intervention> more = new LinkedHashSet<>(all);
    more.add(another);
    return new Interventions(more);
  }

  /**
   * Every place of a network at which there is something of a kind to change, each by itself, in
   * the order of the network: all heads, or all but the first of each block for {@link Kind#CUT}.
   *
   * @return none where a network has no heads of which each is computed by itself
   */
  public static List<Intervention> each(Network network, Kind kind) {
    Heads heads = Heads.of(network);
    List<Intervention> all = new ArrayList<>();
    heads.counts.forEach(
        (block, count) ->
            IntStream.range(0, count)
                .mapToObj(head -> new Intervention(kind, block, head))
                .filter(heads::has)
                .forEach(all::add));
    return all;
  }

  /** All edges of a network's cascade cut. */
  public static Interventions withoutCascade(Network network) {
    return new Interventions(new LinkedHashSet<>(each(network, Kind.CUT)));
  }

  /**
   * Refuses a network that lacks a place where something is to be changed.
   *
   * @throws InspectorException in one sentence, if it does
   */
  public void requireIn(Network network) {
    if (isEmpty()) {
      return;
    }
    Heads heads = Heads.of(network);
    all.forEach(one -> heads.require(network, one));
  }

  /** Another interpreter under these interventions. */
  public <T> Ops<T> over(Ops<T> ops) {
    return isEmpty() ? ops : new IntervenedOps<>(ops, this);
  }

  /**
   * A network under these interventions, for engines that build it once and run it often.
   *
   * @throws InspectorException if it lacks a place where something is to be changed
   */
  public Network in(Network network) {
    requireIn(network);
    return isEmpty() ? network : new Intervened(network, this);
  }

  @Override
  public String toString() {
    return all.stream().map(Intervention::toString).collect(Collectors.joining(", "));
  }

  private record Intervened(Network network, Interventions interventions) implements Network {

    @Override
    public String name() {
      return network.name();
    }

    @Override
    public int imageSize() {
      return network.imageSize();
    }

    @Override
    public int classes() {
      return network.classes();
    }

    @Override
    public <T> T forward(Ops<T> ops, T image) {
      return network.forward(interventions.over(ops), image);
    }
  }

  /**
   * The heads of a network of which each is computed by itself.
   *
   * @param counts how many each block has, in the order of the network
   * @param operations names of all that the network does
   */
  private record Heads(Map<String, Integer> counts, Set<String> operations) {

    static Heads of(Network network) {
      Blueprint blueprint = Blueprint.of(network, 1, true);
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (Tap tap : blueprint.taps().keySet()) {
        if (tap.kind() == Tap.Kind.HEAD_OUTPUT && tap.head() != Tap.ALL) {
          counts.put(tap.name(), tap.heads());
        }
      }
      return new Heads(
          counts,
          blueprint.operations().stream().map(one -> one.name()).collect(Collectors.toSet()));
    }

    boolean has(Intervention one) {
      return operations.containsAll(IntervenedOps.changes(one).keySet());
    }

    void require(Network network, Intervention one) {
      if (counts.isEmpty()) {
        throw new InspectorException(
            "%s has no heads that can be changed one by one; choose one of m0 to m5."
                .formatted(network.name()));
      }
      Integer count = counts.get(one.block());
      if (count == null) {
        throw new InspectorException(
            "%s has no heads in a block %s; choose one of %s."
                .formatted(network.name(), one.block(), String.join(", ", counts.keySet())));
      }
      if (one.head() >= requireNonNull(count)) {
        throw new InspectorException(
            "%s has no head %d in %s; its heads are 0 to %d."
                .formatted(network.name(), one.head(), one.block(), count - 1));
      }
      if (!has(one)) {
        throw new InspectorException(
            one.head() == 0
                ? "Head 0 of %s is the first and reads its split alone, so there is nothing to cut; choose one from 1 to %d."
                    .formatted(one.block(), count - 1)
                : "%s has no cascade, so there is nothing to cut; choose another network."
                    .formatted(network.name()));
      }
    }
  }
}
