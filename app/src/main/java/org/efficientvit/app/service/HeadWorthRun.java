package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Evaluation.Failure;
import org.efficientvit.core.evaluate.PictureTracer.Traced;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.survey.WorthSurvey;
import org.efficientvit.core.survey.WorthSurveyor;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Taps;

/**
 * What each head of a model is worth, over pictures whose class is known, and what it costs.
 *
 * @param survey what changes where something is done to each
 * @param times how long the operations of each take, in the same order; empty where the network ran
 *     on a GPU, whose operations are not over when their calls return
 * @param failed pictures that could not be read
 * @param pictures how many there are, measured or not
 */
public record HeadWorthRun(
    WorthSurvey survey, Optional<HeadTimes> times, List<Failure> failed, int pictures) {

  public HeadWorthRun {
    requireNonNull(survey, "survey is null");
    requireNonNull(times, "times is null");
    failed = List.copyOf(failed);
  }

  /** Whether every picture was looked at. */
  public boolean isWhole() {
    return survey.images() + failed.size() == pictures;
  }

  /**
   * Measures each head, on this thread; other threads read the pictures.
   *
   * @param pictures of the model's classes
   * @param kind what is done to each head in turn
   * @param batch pictures at a time
   * @param progress is told how many pictures are done
   * @param stopped whether to end early, with what has been measured so far
   * @throws InspectorException in one sentence, if there is nothing to change in the network, the
   *     pictures are of other classes, none could be read, or an answer is not finite
   */
  public static HeadWorthRun of(
      Inspector inspector,
      LabelledPictures pictures,
      Intervention.Kind kind,
      int batch,
      IntConsumer progress,
      BooleanSupplier stopped) {
    inspector.requireClassesOf(pictures);
    List<Intervention> heads = Interventions.each(inspector.model().network(), kind);
    if (heads.isEmpty()) {
      throw new InspectorException(
          "%s has no head of which there is something to %s; choose one of m0 to m5 with --model."
              .formatted(
                  inspector.model().network().name(),
                  kind == Intervention.Kind.CUT ? "cut off" : "change by itself"));
    }
    List<Interventions> passes = new ArrayList<>(List.of(Interventions.none()));
    heads.forEach(one -> passes.add(Interventions.of(one)));
    WorthSurveyor surveyor = new WorthSurveyor(heads);
    List<Failure> failed = new ArrayList<>();
    int[] done = {0};
    inspector.trace(
        pictures,
        batch,
        Taps.logits(),
        passes,
        traced -> {
          for (int i = 0; i < traced.get(0).size(); i++) {
            int picture = i;
            count(surveyor, failed, traced.stream().map(pass -> pass.get(picture)).toList());
          }
          done[0] += traced.get(0).size();
          progress.accept(done[0]);
        },
        stopped);
    if (surveyor.images() == 0) {
      throw new InspectorException(
          failed.isEmpty()
              ? "Stopped before any picture was measured; run the command again."
              : "None of the pictures could be measured; the first: " + failed.get(0).sentence());
    }
    return new HeadWorthRun(
        surveyor.survey(), times(inspector, heads, stopped), failed, pictures.size());
  }

  private static Optional<HeadTimes> times(
      Inspector inspector, List<Intervention> heads, BooleanSupplier stopped) {
    EngineOptions options = inspector.options();
    return options.gpu()
        ? Optional.empty()
        : Optional.of(HeadTimes.of(inspector.model(), heads, options.threads(), stopped));
  }

  private static void count(WorthSurveyor surveyor, List<Failure> failed, List<Traced> passes) {
    Traced first = passes.get(0);
    if (first.problem() != null) {
      failed.add(new Failure(first.name(), String.valueOf(first.problem().getMessage())));
      return;
    }
    passes.forEach(HeadWorthRun::requireFinite);
    surveyor.add(
        first.label(),
        requireNonNull(first.trace()),
        passes.stream().skip(1).map(one -> requireNonNull(one.trace())).toList());
  }

  private static void requireFinite(Traced one) {
    Tensor logits = requireNonNull(requireNonNull(one.trace()).logits());
    for (float logit : logits.values()) {
      if (!Float.isFinite(logit)) {
        throw new InspectorException(
            "The network's answer to %s is not finite; use a checkpoint from before the training diverged."
                .formatted(one.name()));
      }
    }
  }
}
