package org.efficientvit.app.service;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.statistics.Interval;

/** Which evaluations of the store say how often a model is right on ImageNet. */
final class MeasuredAccuracy {

  private static final int IMAGENET_CLASSES = 1000;

  private MeasuredAccuracy() {}

  /**
   * By model: of a finished run of a network that is known by name, with trained weights that tell
   * ImageNet's 1000 classes apart. Demonstration weights know other classes and random ones know
   * nothing, so that neither has a place beside published figures.
   */
  static Map<String, Accuracy> of(Run run, RunStore store) {
    EvaluationPlan plan = EvaluationPlan.read(run.plan());
    boolean counts =
        run.finished().isPresent()
            && plan.classes() == IMAGENET_CLASSES
            && plan.isFullPrecision()
            && plan.origin() == Provenance.Kind.FILE;
    Optional<Design> design = Designs.find(plan.network());
    if (!counts || design.isEmpty()) {
      return Map.of();
    }
    int images = 0;
    int right = 0;
    for (Answer answer : store.answers(run)) {
      if (answer instanceof Answer.Seen seen) {
        images++;
        right += seen.rank() == 0 ? 1 : 0;
      }
    }
    if (images == 0) {
      return Map.of();
    }
    return Map.of(
        design.get().id(),
        new Accuracy(
            (double) right / images,
            Optional.of(Interval.wilson(right, images)),
            Knowledge.MEASURED,
            "run " + run.id(),
            String.format(Locale.ROOT, "%,d pictures", images)));
  }
}
