package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.efficientvit.app.service.EvaluationRun;
import org.efficientvit.app.service.EvaluationSource;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.evaluate.Calibration;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code evaluate --json}; a share of no pictures is null.
 *
 * @param images that the network saw
 * @param interval both ends of top-1's 95 % interval
 * @param loss mean cross-entropy, in nats
 * @param confusion a row for each true class, a column for each predicted one; null where there are
 *     more than {@value #MOST_CLASSES} classes, since {@code worstPairs} says the same
 * @param worstPairs every mistake, the most frequent first
 * @param imagesPerSecond of this run: reading, decoding, cropping, network and keeping, without the
 *     first batch; null if nothing was left to do
 * @param resumedImages pictures that an earlier run had answered
 * @param run number in the store; null if nothing was kept
 * @param source of the pictures
 */
record EvaluationReport(
    String model,
    String weights,
    String engine,
    String precision,
    int images,
    @Nullable Double top1,
    @Nullable Double top5,
    @Nullable List<Double> interval,
    @Nullable Double loss,
    CalibrationAnswer calibration,
    List<String> labels,
    @Nullable List<List<Integer>> confusion,
    List<ClassAnswer> perClass,
    List<PairAnswer> worstPairs,
    List<Evaluation.Failure> failed,
    @Nullable Double imagesPerSecond,
    int resumedImages,
    @Nullable Long run,
    Map<String, Object> source,
    List<String> figures) {

  /** The most classes of which the whole matrix is given. */
  static final int MOST_CLASSES = 100;

  /** One class by itself. */
  record ClassAnswer(
      int index, String label, int images, @Nullable Double top1, @Nullable Double top5) {}

  /**
   * One class that was taken for another.
   *
   * @param share of the pictures that show the class
   */
  record PairAnswer(
      int labelIndex,
      String label,
      int predictedIndex,
      String predicted,
      int images,
      double share) {}

  /**
   * Whether the model was right as often as it was sure.
   *
   * @param ece expected calibration error, 0 to 1
   * @param confidence mean share of the likeliest class
   */
  record CalibrationAnswer(
      @Nullable Double ece, @Nullable Double confidence, List<BinAnswer> bins) {}

  /** Pictures whose confidence is above {@code low} and at most {@code high}. */
  record BinAnswer(
      double low, double high, int images, @Nullable Double confidence, @Nullable Double accuracy) {

    static BinAnswer of(Calibration.Bin bin) {
      return new BinAnswer(
          bin.low(), bin.high(), bin.images(), orNull(bin.confidence()), orNull(bin.accuracy()));
    }
  }

  static EvaluationReport of(
      Inspector inspector, EvaluationSource source, EvaluationRun run, List<Path> figures) {
    Model model = inspector.model();
    Evaluation evaluation = run.evaluation();
    ConfusionMatrix confusion = evaluation.confusion();
    return new EvaluationReport(
        model.network().name(),
        model.provenance().description(),
        inspector.engine(),
        inspector.options().precision().toString(),
        evaluation.images(),
        orNull(evaluation.top1()),
        orNull(evaluation.top5()),
        evaluation.interval().map(ends -> List.of(ends.low(), ends.high())).orElse(null),
        orNull(evaluation.loss()),
        calibration(evaluation.calibration()),
        confusion.labels(),
        confusion.classes() <= MOST_CLASSES ? rows(confusion) : null,
        evaluation.perClass().stream()
            .map(
                one ->
                    new ClassAnswer(
                        one.index(),
                        one.label(),
                        one.images(),
                        orNull(one.top1()),
                        orNull(one.top5())))
            .toList(),
        confusion.mistakes().stream().map(pair -> pair(confusion.labels(), pair)).toList(),
        evaluation.failed(),
        orNull(run.imagesPerSecond()),
        run.resumed(),
        run.run().isPresent() ? (Long) run.run().getAsLong() : null,
        source.description(),
        figures.stream().map(Path::toString).toList());
  }

  private static CalibrationAnswer calibration(Calibration calibration) {
    return new CalibrationAnswer(
        orNull(calibration.expectedError()),
        orNull(calibration.confidence()),
        calibration.bins().stream().map(BinAnswer::of).toList());
  }

  private static PairAnswer pair(List<String> labels, ConfusionMatrix.Pair pair) {
    return new PairAnswer(
        pair.label(),
        labels.get(pair.label()),
        pair.predicted(),
        labels.get(pair.predicted()),
        pair.images(),
        pair.share());
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
