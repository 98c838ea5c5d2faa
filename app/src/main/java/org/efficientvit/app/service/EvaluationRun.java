package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.evaluate.Pace;
import org.jspecify.annotations.Nullable;

/**
 * How often a model is right, measured so that a stopped run goes on where it was.
 *
 * @param answers all of them, those of the earlier run among them
 * @param evaluation what follows from them
 * @param resumed pictures that the earlier run had answered
 * @param isWhole whether every picture has an answer
 * @param imagesPerSecond of this run, see {@link Pace}; empty if it answered none
 * @param run number in the store; empty if nothing was kept
 */
public record EvaluationRun(
    List<Answer> answers,
    Evaluation evaluation,
    int resumed,
    boolean isWhole,
    OptionalDouble imagesPerSecond,
    OptionalLong run) {

  /** Pictures that are taken at a time where nobody says how many. */
  public static final int USUAL_BATCH = 16;

  private static final Gson GSON = new Gson();

  /** What a store keeps of a finished run; shares of no pictures are left out. */
  private record Summary(
      int images,
      @Nullable Double top1,
      @Nullable Double top5,
      @Nullable Double loss,
      @Nullable Double ece,
      int failed,
      @Nullable Double imagesPerSecond) {

    static String json(Evaluation evaluation, OptionalDouble imagesPerSecond) {
      return GSON.toJson(
          new Summary(
              evaluation.images(),
              orNull(evaluation.top1()),
              orNull(evaluation.top5()),
              orNull(evaluation.loss()),
              orNull(evaluation.calibration().expectedError()),
              evaluation.failed().size(),
              orNull(imagesPerSecond)));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
      return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
  }

  public EvaluationRun {
    answers = List.copyOf(answers);
    requireNonNull(evaluation, "evaluation is null");
    requireNonNull(imagesPerSecond, "imagesPerSecond is null");
    requireNonNull(run, "run is null");
  }

  /**
   * Asks a model about all pictures that have no answer yet.
   *
   * @param pictures of the model's classes
   * @param plan what is evaluated
   * @param batch pictures at a time
   * @param keeper keeps the answers, batch by batch
   * @throws org.efficientvit.core.InspectorException if the pictures are of other classes than the
   *     model's, its answers are not finite, or they cannot be kept
   */
  public static EvaluationRun of(
      Inspector inspector,
      LabelledPictures pictures,
      EvaluationPlan plan,
      int batch,
      AnswerKeeper keeper,
      EvaluationListener listener) {
    inspector.requireClassesOf(pictures);
    List<Answer> answers = new ArrayList<>(keeper.begin(plan.json()));
    Set<Integer> earlier = answers.stream().map(Answer::index).collect(Collectors.toSet());
    listener.begins(earlier.size(), pictures.size());
    Pace pace = new Pace(System::nanoTime);
    int[] answered = {earlier.size()};
    inspector.answer(
        pictures,
        batch,
        earlier::contains,
        more -> {
          keeper.keep(more);
          answers.addAll(more);
          pace.done((int) more.stream().filter(Answer.Seen.class::isInstance).count());
          answered[0] += more.size();
          listener.reached(answered[0]);
        },
        listener::isStopped);
    Evaluation evaluation = Evaluation.of(pictures.labels(), answers);
    boolean isWhole = answered[0] == pictures.size();
    if (isWhole) {
      keeper.finish(Summary.json(evaluation, pace.imagesPerSecond()));
    }
    return new EvaluationRun(
        answers, evaluation, earlier.size(), isWhole, pace.imagesPerSecond(), keeper.run());
  }
}
