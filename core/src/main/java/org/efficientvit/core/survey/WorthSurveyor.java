package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.trace.Trace;

/** Measures what heads are worth, picture by picture, for one thread. */
public final class WorthSurveyor {

  /** One intervention over the pictures so far. */
  private static final class Changes {

    private final Numbers top1 = new Numbers();
    private final Numbers probability = new Numbers();
    private final Numbers logit = new Numbers();
    private final Numbers predictions = new Numbers();
  }

  /** What a pass says of a picture. */
  private record Answer(int predicted, boolean isRight, double probability, double logit) {

    static Answer of(Trace trace, int label) {
      float[] logits = requireNonNull(trace.logits(), "no logits").values();
      int predicted =
          IntStream.range(0, logits.length)
              .reduce(0, (best, i) -> logits[i] > logits[best] ? i : best);
      return new Answer(predicted, predicted == label, trace.probabilities()[label], logits[label]);
    }
  }

  private final List<Intervention> interventions;
  private final List<Changes> changes = new ArrayList<>();
  private final Numbers right = new Numbers();
  private int images;

  /**
   * A survey of no pictures yet.
   *
   * @param interventions each by itself
   */
  public WorthSurveyor(List<Intervention> interventions) {
    this.interventions = List.copyOf(interventions);
    interventions.forEach(one -> changes.add(new Changes()));
  }

  /**
   * Counts a picture.
   *
   * @param label the class that it shows
   * @param before the pass of the network as it is, with logits
   * @param after the passes of all interventions, in their order, with logits
   * @throws IllegalArgumentException if there are not as many
   */
  public void add(int label, Trace before, List<Trace> after) {
    if (after.size() != interventions.size()) {
      throw new IllegalArgumentException(
          after.size() + " passes of " + interventions.size() + " interventions");
    }
    Answer plain = Answer.of(before, label);
    right.add(share(plain.isRight));
    for (int i = 0; i < after.size(); i++) {
      Answer changed = Answer.of(after.get(i), label);
      Changes of = changes.get(i);
      of.top1.add(share(changed.isRight) - share(plain.isRight));
      of.probability.add(changed.probability - plain.probability);
      of.logit.add(changed.logit - plain.logit);
      of.predictions.add(share(changed.predicted != plain.predicted));
    }
    images++;
  }

  private static double share(boolean is) {
    return is ? 1 : 0;
  }

  /** How many pictures were counted. */
  public int images() {
    return images;
  }

  /**
   * Top-1 of the network as it is and what each intervention changes, in their order.
   *
   * @throws IllegalStateException if no picture was counted
   */
  public WorthSurvey survey() {
    if (images == 0) {
      throw new IllegalStateException("no pictures were counted");
    }
    return new WorthSurvey(
        images,
        right.mean(),
        IntStream.range(0, changes.size())
            .mapToObj(i -> worth(interventions.get(i), changes.get(i)))
            .toList());
  }

  private static HeadWorth worth(Intervention intervention, Changes of) {
    return new HeadWorth(
        intervention,
        of.top1.mean(),
        of.probability.mean(),
        of.logit.mean(),
        of.predictions.mean());
  }
}
