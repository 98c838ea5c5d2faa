package org.efficientvit.core.experiment;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.FewMeans;

/**
 * One figure of both arms. Intervals are of 95 % over the seeds, by Student's t: they hold for
 * other seeds, while those of a single network hold for other pictures alone.
 *
 * @param measure which figure
 * @param state of the networks
 * @param cascade of each seed with the cascade
 * @param noCascade of the same seeds without
 * @param cascadeMean mean over the seeds
 * @param noCascadeMean mean over the seeds
 * @param difference mean over the seeds of with less without: what the cascade adds
 */
public record CascadeComparison(
    CascadeMeasure measure,
    CascadeState state,
    List<Double> cascade,
    List<Double> noCascade,
    Estimate cascadeMean,
    Estimate noCascadeMean,
    Estimate difference) {

  public CascadeComparison {
    requireNonNull(measure, "measure is null");
    requireNonNull(state, "state is null");
    cascade = List.copyOf(cascade);
    noCascade = List.copyOf(noCascade);
    requireNonNull(cascadeMean, "cascadeMean is null");
    requireNonNull(noCascadeMean, "noCascadeMean is null");
    requireNonNull(difference, "difference is null");
  }

  /**
   * Compares the arms.
   *
   * @param outcomes of all units in the state, at least two seeds
   * @param state {@link CascadeState#UNTRAINED} or {@link CascadeState#TRAINED}
   */
  public static CascadeComparison of(
      CascadeMeasure measure, CascadeState state, List<CascadeOutcome> outcomes) {
    List<Double> with = values(measure, state, CascadeArm.CASCADE, outcomes);
    List<Double> without = values(measure, state, CascadeArm.NO_CASCADE, outcomes);
    return new CascadeComparison(
        measure,
        state,
        with,
        without,
        FewMeans.mean(with),
        FewMeans.mean(without),
        FewMeans.mean(
            IntStream.range(0, with.size())
                .mapToObj(seed -> with.get(seed) - without.get(seed))
                .toList()));
  }

  /** The figure of each seed of an arm in a state, in the order of the seeds. */
  public static List<Double> values(
      CascadeMeasure measure, CascadeState state, CascadeArm arm, List<CascadeOutcome> outcomes) {
    return outcomes.stream()
        .filter(one -> one.state() == state && one.unit().arm() == arm)
        .sorted(Comparator.comparingInt(one -> one.unit().seed()))
        .map(measure::of)
        .toList();
  }

  /** Whether the seeds tell the arms apart: 0 is not in the interval of the difference. */
  public boolean isClear() {
    return difference.excludes(0);
  }
}
