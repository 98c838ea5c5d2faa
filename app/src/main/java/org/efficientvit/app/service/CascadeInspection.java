package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.attention.InterventionEffect;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;

/**
 * One picture through a model as it is and, where something is to be changed, once more with that
 * changed: what the cascade does, and what the change did.
 *
 * @param before the model as it is
 * @param after the same with the interventions; where there are none, {@code before} itself
 * @param flows what the heads of each block read and give, of {@code after}
 * @param effect what changed; empty where nothing was to be changed
 */
public record CascadeInspection(
    Inspection before,
    Inspection after,
    Interventions interventions,
    List<CascadeFlow> flows,
    Optional<InterventionEffect> effect) {

  private static final Taps TAPS =
      new Taps(
          Set.of(
              Tap.Kind.LOGITS,
              Tap.Kind.ATTENTION,
              Tap.Kind.HEAD_SPLIT,
              Tap.Kind.HEAD_INPUT,
              Tap.Kind.HEAD_OUTPUT),
          Set.of(),
          false);

  public CascadeInspection {
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
    requireNonNull(interventions, "interventions is null");
    flows = List.copyOf(flows);
    requireNonNull(effect, "effect is null");
  }

  /**
   * Looks at a picture.
   *
   * @throws InspectorException in one sentence, if the model has no heads that read a split, lacks
   *     a place where something is to be changed, or runs on an engine that cannot change anything
   */
  public static CascadeInspection of(
      Inspector inspector, Picture picture, Interventions interventions) {
    return of(inspector.inspect(picture, TAPS), inspector, interventions);
  }

  /**
   * Changes something else about a picture that was looked at; one pass.
   *
   * @param before of the same model as it is
   */
  public static CascadeInspection of(
      Inspection before, Inspector inspector, Interventions interventions) {
    if (before.trace().heads().get(Tap.Kind.HEAD_SPLIT) == null) {
      throw new InspectorException(
          "%s has no heads that read a split of their own; choose one of m0 to m5 with --model."
              .formatted(before.model().network().name()));
    }
    if (interventions.isEmpty()) {
      return new CascadeInspection(
          before, before, interventions, flows(before.trace()), Optional.empty());
    }
    Inspection after = inspector.inspect(before.picture(), TAPS, interventions);
    return new CascadeInspection(
        before,
        after,
        interventions,
        flows(after.trace()),
        Optional.of(InterventionEffect.between(before.trace(), after.trace())));
  }

  private static List<CascadeFlow> flows(Trace trace) {
    List<CascadeFlow> flows = new ArrayList<>();
    for (String block : trace.attention().keySet()) {
      flows.add(
          CascadeFlow.of(
              heads(trace, Tap.Kind.HEAD_SPLIT, block),
              heads(trace, Tap.Kind.HEAD_INPUT, block),
              heads(trace, Tap.Kind.HEAD_OUTPUT, block)));
    }
    return flows;
  }

  private static HeadMaps heads(Trace trace, Tap.Kind kind, String block) {
    return trace.heads(kind, block).orElseThrow();
  }
}
