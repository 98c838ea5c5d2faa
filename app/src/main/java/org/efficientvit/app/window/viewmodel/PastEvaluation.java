package org.efficientvit.app.window.viewmodel;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.efficientvit.app.service.EvaluationPlan;
import org.efficientvit.app.service.StoredEvaluation;
import org.efficientvit.core.runs.Run;
import org.efficientvit.visualizers.FigureContext;

/** An evaluation of the store as a person reads it. */
public record PastEvaluation(
    Run run,
    String date,
    String network,
    String weights,
    String pictures,
    String top1,
    String state) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  static PastEvaluation of(StoredEvaluation stored) {
    return new PastEvaluation(
        stored.run(),
        stored.run().started().atZone(ZoneId.systemDefault()).format(DATE),
        FigureContext.display(stored.plan().network()),
        weights(stored.plan()),
        stored.plan().pictureWords(),
        stored.top1().isPresent() ? Numbers.percent(stored.top1().getAsDouble()) : "–",
        switch (stored.state()) {
          case FINISHED -> "finished";
          case RUNNING -> "running";
          case STOPPED ->
              String.format(
                  Locale.ROOT,
                  "stopped at %,d of %,d",
                  stored.answered(),
                  stored.plan().pictures());
        });
  }

  /** In few words, since a column is narrow. */
  private static String weights(EvaluationPlan plan) {
    return switch (plan.origin()) {
      case RANDOM -> "random";
      case DEMONSTRATION -> "demonstration";
      case FILE -> plan.weightsWords();
    };
  }
}
