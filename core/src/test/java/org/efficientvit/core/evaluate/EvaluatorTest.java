package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

  private static final Preprocessing PLAIN =
      new Preprocessing(2, 2, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
  private static final int CLASSES = 7;

  /** Each picture's red level is its number. */
  private record Numbered(int size) implements LabelledPictures {

    @Override
    public List<String> labels() {
      return IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList();
    }

    @Override
    public LabelledPicture get(int epoch, int index) {
      if (index == 3) {
        throw new InspectorException("picture 3 is damaged.");
      }
      byte[] rgb = new byte[12];
      Arrays.fill(rgb, (byte) index);
      return new LabelledPicture(new Picture("n", 2, 2, rgb), index % CLASSES);
    }
  }

  /** Answers with a function of the picture's number. */
  private record Answers(Function<Integer, float[]> logits) implements NetworkRunner {

    @Override
    public String engine() {
      return "none";
    }

    @Override
    public List<Trace> run(Tensor images, Taps taps) {
      List<Trace> traces = new ArrayList<>();
      for (int i = 0; i < images.shape().dimension(0); i++) {
        int number = Math.round(255 * images.at(i, 0, 0, 0));
        Tensor answer = new Tensor(Shape.of(CLASSES), logits.apply(number));
        traces.add(new Trace("none", answer, Map.of(), Map.of(), Map.of(), List.of(), 1));
      }
      return traces;
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 2", "64, 3"})
  void anOracleIsAlwaysRightWhateverTheBatch(int batch, int threads) {
    Evaluation evaluation = evaluate(20, batch, threads, number -> peak(number % CLASSES));

    assertThat(evaluation.images()).isEqualTo(19);
    assertThat(evaluation.top1()).hasValue(1);
    assertThat(evaluation.top5()).hasValue(1);
    assertThat(evaluation.failed())
        .containsExactly(new Evaluation.Failure("picture 3", "picture 3 is damaged."));
  }

  @Test
  void mistakesStandInTheRowOfTheTruthAndTheColumnOfTheAnswer() {
    Evaluation evaluation = evaluate(20, 4, 2, number -> peak((number + 1) % CLASSES));

    assertThat(evaluation.top1()).hasValue(0);
    assertThat(evaluation.confusion().count(0, 1)).isEqualTo(3);
    assertThat(evaluation.confusion().count(6, 0)).isEqualTo(2);
    assertThat(evaluation.confusion().count(3, 4)).isEqualTo(2);
  }

  @Test
  void theFiveLikeliestAreCountedByRankAndTiesGoToTheFirst() {
    // All equal: classes 0 to 4 are the first five, and class 0 is the answer.
    Evaluation equal = evaluate(3 + 18, 4, 2, number -> new float[CLASSES]);

    assertThat(equal.images()).isEqualTo(20);
    assertThat(equal.confusion().correct()).isEqualTo(3);
    assertThat(equal.top5().orElseThrow()).isCloseTo(14 / 20.0, within(1e-9));
  }

  @Test
  void progressCountsPicturesThatFailedToo() {
    List<Integer> told = new ArrayList<>();

    Evaluation unused =
        evaluator(4, 2, number -> peak(0)).evaluate(new Numbered(10), told::add, () -> false);

    assertThat(told).containsExactly(4, 8, 10);
  }

  @Test
  void stoppedItAnswersWithWhatIsDone() {
    List<Integer> told = new ArrayList<>();

    Evaluation evaluation =
        evaluator(4, 2, number -> peak(0))
            .evaluate(new Numbered(100), told::add, () -> told.size() == 2);

    assertThat(evaluation.images() + evaluation.failed().size()).isEqualTo(8);
  }

  @Test
  void anAnswerThatIsNoNumberIsRefusedInASentence() {
    assertThatThrownBy(() -> evaluate(3, 4, 1, number -> filled(Float.NaN)))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("The network's answer to picture 0 is not finite;");
  }

  @Test
  void picturesThatAreAnsweredAreNotReadAgainAndTheRestGivesTheSame() {
    Function<Integer, float[]> logits = number -> peak(number * number % CLASSES);
    List<Answer> all = answers(20, 4, index -> false, logits);
    List<Answer> first = all.subList(0, 7);
    Set<Integer> done = first.stream().map(Answer::index).collect(Collectors.toSet());

    List<Answer> rest = answers(20, 16, done::contains, logits);

    assertThat(rest).containsExactlyElementsOf(all.subList(7, 20));
    List<Answer> together = new ArrayList<>(rest);
    together.addAll(first);
    List<String> labels = new Numbered(20).labels();
    assertThat(Evaluation.of(labels, together).summedLoss())
        .isEqualTo(Evaluation.of(labels, all).summedLoss());
  }

  @Test
  void answersComeBatchByBatchInTheOrderOfThePictures() {
    List<List<Answer>> batches = new ArrayList<>();

    evaluator(4, 2, number -> peak(0))
        .answer(new Numbered(10), index -> index == 0, batches::add, () -> false);

    assertThat(batches).extracting(List::size).containsExactly(4, 4, 1);
    assertThat(batches.stream().flatMap(List::stream).map(Answer::index))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(batches.get(0).get(2))
        .isEqualTo(new Answer.Unreadable(3, "picture 3", "picture 3 is damaged."));
  }

  @Test
  void anAnswerHoldsRankConfidenceAndLoss() {
    float[] logits = {1, 3, 2, 0, -1, -2, -3};
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }

    Answer.Seen answer = (Answer.Seen) answers(3, 1, index -> index < 2, number -> logits).get(0);

    assertThat(answer.label()).isEqualTo(2);
    assertThat(answer.predicted()).isEqualTo(1);
    assertThat(answer.rank()).isEqualTo(1);
    assertThat(answer.confidence()).isCloseTo((float) (Math.exp(3) / sum), within(1e-6f));
    assertThat(answer.loss()).isCloseTo(Math.log(sum) - 2, within(1e-9));
  }

  @Test
  void whereNothingIsLeftTheNetworkIsNotAsked() {
    List<Answer> none =
        answers(
            5,
            4,
            index -> true,
            number -> {
              throw new IllegalStateException("asked");
            });

    assertThat(none).isEmpty();
  }

  private static List<Answer> answers(
      int size, int batch, IntPredicate isAnswered, Function<Integer, float[]> logits) {
    List<Answer> answers = new ArrayList<>();
    evaluator(batch, 2, logits)
        .answer(new Numbered(size), isAnswered, answers::addAll, () -> false);
    return answers;
  }

  private static Evaluation evaluate(
      int size, int batch, int threads, Function<Integer, float[]> logits) {
    return evaluator(batch, threads, logits).evaluate(new Numbered(size), done -> {}, () -> false);
  }

  private static Evaluator evaluator(int batch, int threads, Function<Integer, float[]> logits) {
    return new Evaluator(new Answers(logits), PLAIN, batch, threads);
  }

  private static float[] peak(int label) {
    float[] logits = filled(-1);
    logits[label] = 2;
    return logits;
  }

  private static float[] filled(float value) {
    float[] logits = new float[CLASSES];
    Arrays.fill(logits, value);
    return logits;
  }
}
