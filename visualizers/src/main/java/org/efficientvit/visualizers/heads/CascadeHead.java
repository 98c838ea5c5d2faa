package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.tensor.Tensor;

/**
 * One head of a cascade and what was done to it.
 *
 * @param split (H, W), length of each token's vector of channels that are the head's own
 * @param flow what came into the head and out of it, all tokens together
 * @param attention (H, W), what each token receives
 * @param output (H, W), length of each token's vector that the head gives
 * @param changes what was done to it; none where it ran as it is
 */
public record CascadeHead(
    Tensor split,
    CascadeFlow.Head flow,
    Tensor attention,
    Tensor output,
    Set<Intervention.Kind> changes) {

  public CascadeHead {
    requireNonNull(split, "split is null");
    requireNonNull(flow, "flow is null");
    requireNonNull(attention, "attention is null");
    requireNonNull(output, "output is null");
    changes = Set.copyOf(changes);
  }

  /** What was done to one head of a block. */
  static Set<Intervention.Kind> changes(Interventions interventions, String block, int head) {
    Set<Intervention.Kind> changes = EnumSet.noneOf(Intervention.Kind.class);
    for (Intervention one : interventions.all()) {
      if (one.block().equals(block) && one.head() == head) {
        changes.add(one.kind());
      }
    }
    return changes;
  }

  boolean isCut() {
    return changes.contains(Intervention.Kind.CUT);
  }

  boolean isSilenced() {
    return changes.contains(Intervention.Kind.SILENCE);
  }

  boolean isUniform() {
    return changes.contains(Intervention.Kind.UNIFORM);
  }
}
