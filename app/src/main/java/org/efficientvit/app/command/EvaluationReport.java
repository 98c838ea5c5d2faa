package org.efficientvit.app.command;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code evaluate --json}; a share of no pictures is null.
 *
 * @param interval both ends of top-1's 95 % interval
 * @param confusion a row for each true class, a column for each predicted one
 */
record EvaluationReport(
    String model,
    String weights,
    int images,
    @Nullable Double top1,
    @Nullable Double top5,
    @Nullable List<Double> interval,
    List<String> labels,
    List<List<Integer>> confusion,
    List<ClassAnswer> perClass,
    List<Evaluation.Failure> failed) {

  /** One class by itself. */
  record ClassAnswer(String label, int images, @Nullable Double top1) {}

  static EvaluationReport of(Model model, Evaluation evaluation) {
    return new EvaluationReport(
        model.network().name(),
        model.provenance().description(),
        evaluation.images(),
        orNull(evaluation.top1()),
        orNull(evaluation.top5()),
        evaluation.interval().map(ends -> List.of(ends.low(), ends.high())).orElse(null),
        evaluation.confusion().labels(),
        rows(evaluation.confusion()),
        evaluation.perClass().stream()
            .map(one -> new ClassAnswer(one.label(), one.images(), orNull(one.top1())))
            .toList(),
        evaluation.failed());
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static List<List<Integer>> rows(ConfusionMatrix matrix) {
    return IntStream.range(0, matrix.classes())
        .mapToObj(
            label ->
                IntStream.range(0, matrix.classes())
                    .mapToObj(predicted -> matrix.count(label, predicted))
                    .toList())
        .toList();
  }
}
