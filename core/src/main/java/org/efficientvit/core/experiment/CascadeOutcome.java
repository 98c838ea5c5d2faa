package org.efficientvit.core.experiment;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.HeadSurvey;

/**
 * What one network of the experiment came to over the validation pictures.
 *
 * @param unit whose network it is
 * @param state in which it was measured
 * @param top1 share of the pictures whose likeliest class is right, 0 to 1, with its 95 % interval
 *     by bootstrap over the pictures
 * @param loss mean cross-entropy, in nats, likewise
 * @param survey how alike its heads are
 */
public record CascadeOutcome(
    Unit unit, CascadeState state, Estimate top1, Estimate loss, HeadSurvey survey) {

  public CascadeOutcome {
    requireNonNull(unit, "unit is null");
    requireNonNull(state, "state is null");
    requireNonNull(top1, "top1 is null");
    requireNonNull(loss, "loss is null");
    requireNonNull(survey, "survey is null");
  }
}
