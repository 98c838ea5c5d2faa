package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import java.util.List;
import java.util.OptionalDouble;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation of the store in a line.
 *
 * @param plan what is evaluated
 * @param answered pictures that have an answer
 * @param top1 share of them that was taken for what they show, 0 to 1; empty if none could be read
 * @param imagesPerSecond of the run that finished it; empty if it is not finished
 */
public record StoredEvaluation(
    Run run,
    EvaluationPlan plan,
    State state,
    int answered,
    OptionalDouble top1,
    OptionalDouble imagesPerSecond) {

  private static final Gson GSON = new Gson();

  /** How far an evaluation is. */
  public enum State {
    FINISHED,
    /** Some program is at it. */
    RUNNING,
    /** It goes on when the same is asked for again. */
    STOPPED
  }

  /** What {@link EvaluationRun} keeps of a finished run. */
  private record Summary(
      int images, int failed, @Nullable Double top1, @Nullable Double imagesPerSecond) {}

  public StoredEvaluation {
    requireNonNull(run, "run is null");
    requireNonNull(plan, "plan is null");
    requireNonNull(state, "state is null");
    requireNonNull(top1, "top1 is null");
    requireNonNull(imagesPerSecond, "imagesPerSecond is null");
  }

  /** All of a store, the newest first. */
  public static List<StoredEvaluation> all(RunStore store) {
    return store.runs().stream()
        .filter(run -> run.kind() == Run.Kind.EVALUATION)
        .map(run -> of(store, run))
        .toList();
  }

  /** One of a store. */
  public static StoredEvaluation of(RunStore store, Run run) {
    EvaluationPlan plan = EvaluationPlan.read(run.plan());
    if (run.summary().isPresent()) {
      Summary summary = GSON.fromJson(run.summary().get(), Summary.class);
      return new StoredEvaluation(
          run,
          plan,
          State.FINISHED,
          summary.images() + summary.failed(),
          optional(summary.top1()),
          optional(summary.imagesPerSecond()));
    }
    List<Answer> answers = store.answers(run);
    int seen = 0;
    int right = 0;
    for (Answer answer : answers) {
      if (answer instanceof Answer.Seen one) {
        seen++;
        right += one.rank() == 0 ? 1 : 0;
      }
    }
    return new StoredEvaluation(
        run,
        plan,
        store.isRunning(run) ? State.RUNNING : State.STOPPED,
        answers.size(),
        seen == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / seen),
        OptionalDouble.empty());
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
