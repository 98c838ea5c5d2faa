package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Labels;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.model.WeightsFingerprint;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.FigureContext;

/**
 * An evaluation, finished or not, with all that a person looks at of it.
 *
 * @param plan what was evaluated
 * @param evaluation of the pictures that are answered
 * @param worst the mistakes of which the model was surest, the surest first
 * @param imagesPerSecond of the last run; empty where nobody knows
 * @param run number in the store; empty if nothing was kept
 * @param context which network, pictures and weights
 * @param pictures that the answers are to; empty where they are not there any more
 */
public record EvaluationOutcome(
    EvaluationPlan plan,
    Evaluation evaluation,
    List<Mistake> worst,
    OptionalDouble imagesPerSecond,
    OptionalLong run,
    FigureContext context,
    Optional<PicturesRequest> pictures) {

  private static final int MISTAKES = 60;

  public EvaluationOutcome {
    requireNonNull(plan, "plan is null");
    requireNonNull(evaluation, "evaluation is null");
    worst = List.copyOf(worst);
    requireNonNull(imagesPerSecond, "imagesPerSecond is null");
    requireNonNull(run, "run is null");
    requireNonNull(context, "context is null");
    requireNonNull(pictures, "pictures is null");
  }

  /** What came of an evaluation on pictures that are open. */
  public static EvaluationOutcome of(
      Model model,
      EvaluationPlan plan,
      EvaluationRun run,
      PicturesRequest asked,
      LabelledPictures pictures) {
    return new EvaluationOutcome(
        plan,
        run.evaluation(),
        Mistake.worst(run.answers(), Optional.of(pictures), pictures.labels(), MISTAKES),
        run.imagesPerSecond(),
        run.run(),
        context(model, plan),
        Optional.of(asked));
  }

  /**
   * What a store kept of an evaluation.
   *
   * @param open a model that lends its labels and its name where it is the one that was evaluated
   */
  public static EvaluationOutcome read(RunStore store, Run run, Optional<Model> open) {
    EvaluationPlan plan = EvaluationPlan.read(run.plan());
    Optional<Model> same =
        open.filter(model -> WeightsFingerprint.of(model.weights()).equals(plan.weights()));
    List<String> labels = same.map(Model::labels).orElseGet(() -> labels(plan));
    List<Answer> answers = store.answers(run);
    Optional<PicturesRequest> request = PicturesRequest.of(plan, labels);
    List<Mistake> worst = worst(answers, request, plan, labels);
    return new EvaluationOutcome(
        plan,
        Evaluation.of(labels, answers),
        worst,
        StoredEvaluation.of(store, run).imagesPerSecond(),
        OptionalLong.of(run.id()),
        same.map(model -> context(model, plan)).orElseGet(() -> context(plan)),
        request);
  }

  private static List<Mistake> worst(
      List<Answer> answers,
      Optional<PicturesRequest> request,
      EvaluationPlan plan,
      List<String> labels) {
    if (request.isPresent()) {
      try (EvaluationSource source = request.get().open(labels, plan.preprocessing().imageSize())) {
        return Mistake.worst(answers, Optional.of(source.pictures()), labels, MISTAKES);
      } catch (InspectorException e) {
        // They were there a moment ago: the table goes without them.
      }
    }
    return Mistake.worst(answers, Optional.empty(), labels, MISTAKES);
  }

  /** The names of the classes, as far as the number of classes and what was learned tell. */
  private static List<String> labels(EvaluationPlan plan) {
    List<String> objects = ObjectKind.labels();
    boolean isOfObjects =
        plan.classes() == objects.size()
            && (plan.origin() == Provenance.Kind.DEMONSTRATION || plan.isRendered());
    if (isOfObjects) {
      return objects;
    }
    List<String> imageNet = Labels.imageNet();
    return plan.classes() == imageNet.size() ? imageNet : Labels.numbered(plan.classes());
  }

  /** What a figure of an evaluation is of. */
  public static FigureContext context(Model model, EvaluationPlan plan) {
    FigureContext context = FigureContext.of(model, null);
    return new FigureContext(
        context.network(), plan.pictureWords(), context.weights(), context.isRandom());
  }

  private static FigureContext context(EvaluationPlan plan) {
    return new FigureContext(
        FigureContext.display(plan.network()),
        plan.pictureWords(),
        plan.weightsWords(),
        plan.origin() == Provenance.Kind.RANDOM);
  }

  /** How many pictures are answered, those among them that could not be read. */
  public int answered() {
    return evaluation.images() + evaluation.failed().size();
  }

  /** Whether every picture is answered. */
  public boolean isWhole() {
    return answered() >= plan.pictures();
  }

  /**
   * One of the pictures.
   *
   * @param index its number, from 0
   * @throws InspectorException in one sentence, if it cannot be read any more
   */
  public Picture picture(int index) {
    PicturesRequest asked =
        pictures.orElseThrow(
            () ->
                new InspectorException(
                    "The pictures of this evaluation have changed or are not there any more; evaluate again."));
    try (EvaluationSource source =
        asked.open(evaluation.confusion().labels(), plan.preprocessing().imageSize())) {
      return source.pictures().get(0, index).picture();
    }
  }
}
