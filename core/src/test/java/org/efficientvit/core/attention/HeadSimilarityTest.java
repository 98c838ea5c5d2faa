package org.efficientvit.core.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.core.attention.HandMade.oneIf;

import java.util.List;
import org.assertj.core.data.Offset;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.junit.jupiter.api.Test;

class HeadSimilarityTest {

  private static final Offset<Double> CLOSE = within(1e-6);
  private static final WindowGrid WHOLE = new WindowGrid(2, 2, 2);
  private static final WindowGrid FOUR_WINDOWS = new WindowGrid(4, 4, 2);

  private static void assertFigures(
      Similarity actual, double meanPairwise, double meanOfMax, double maxOfMax) {
    assertThat(actual.meanPairwise()).isCloseTo(meanPairwise, CLOSE);
    assertThat(actual.meanOfMax()).isCloseTo(meanOfMax, CLOSE);
    assertThat(actual.maxOfMax()).isCloseTo(maxOfMax, CLOSE);
  }

  @Test
  void identicalHeadsHaveACosineOfOneAndNoDivergence() {
    HeadMaps maps =
        HandMade.maps(FOUR_WINDOWS, 3, (head, window, query, key) -> (key + window + 1) / 10.0);

    Similarity figures = HeadSimilarity.ofMaps(maps).figures();

    assertFigures(figures, 1, 1, 1);
    assertThat(figures.jensenShannon()).hasValueCloseTo(0.0, CLOSE);
  }

  @Test
  void headsThatAttendToDifferentTokensAreOrthogonalAndABitApart() {
    HeadMaps maps = HandMade.maps(WHOLE, 4, (head, window, query, key) -> oneIf(key == head));

    Similarity figures = HeadSimilarity.ofMaps(maps).figures();

    assertFigures(figures, 0, 0, 0);
    assertThat(figures.jensenShannon()).hasValueCloseTo(1.0, CLOSE);
  }

  @Test
  void theThreeCosinesDifferWhereTwoHeadsOfThreeAreTheSame() {
    HeadMaps maps = HandMade.maps(WHOLE, 3, (head, window, query, key) -> oneIf(key == head / 2));

    Similarity figures = HeadSimilarity.ofMaps(maps).figures();

    assertFigures(figures, 1.0 / 3, 2.0 / 3, 1);
    assertThat(figures.jensenShannon()).hasValueCloseTo(2.0 / 3, CLOSE);
  }

  @Test
  void uniformAttentionAndOneTokenAreAsFarApartAsTheFormulasSay() {
    HeadMaps maps =
        HandMade.maps(WHOLE, 2, (head, window, query, key) -> head == 0 ? 0.25 : oneIf(key == 3));

    HeadSimilarity similarity = HeadSimilarity.ofMaps(maps);

    // cos = (1/N) / (1/sqrt(N)) = 1/2; the mixture is 5/8 and three times 1/8.
    double mixture = -(5 / 8.0 * log2(5 / 8.0) + 3 / 8.0 * log2(1 / 8.0));
    assertThat(similarity.cosines().at(0, 1)).isCloseTo(0.5, CLOSE);
    assertThat(similarity.divergences().orElseThrow().at(0, 1))
        .isCloseTo(mixture - log2(4) / 2, CLOSE);
  }

  @Test
  void windowsInAnotherOrderForAllHeadsChangeNothing() {
    int[] order = {2, 0, 3, 1};
    HandMade.Rule rule =
        (head, window, query, key) -> (1 + (3 * head + 5 * window + query + 7 * key) % 11) / 30.0;
    HeadMaps maps = HandMade.maps(FOUR_WINDOWS, 3, rule);
    HeadMaps permuted =
        HandMade.maps(
            FOUR_WINDOWS,
            3,
            (head, window, query, key) -> rule.weight(head, order[window], query, key));

    Similarity before = HeadSimilarity.ofMaps(maps).figures();
    Similarity after = HeadSimilarity.ofMaps(permuted).figures();

    assertThat(before.meanPairwise()).isLessThan(0.99);
    assertFigures(after, before.meanPairwise(), before.meanOfMax(), before.maxOfMax());
    assertThat(after.jensenShannon()).hasValueCloseTo(before.jensenShannon().orElseThrow(), CLOSE);
  }

  @Test
  void windowsInAnotherOrderForOneHeadMakeItAnotherHead() {
    // In each window a head attends to the token of the window's number; the other to the next's.
    HeadMaps maps =
        HandMade.maps(
            FOUR_WINDOWS, 2, (head, window, query, key) -> oneIf(key == (window + head) % 4));

    Similarity figures = HeadSimilarity.ofMaps(maps).figures();

    assertFigures(figures, 0, 0, 0);
    assertThat(figures.jensenShannon()).hasValueCloseTo(1.0, CLOSE);
  }

  @Test
  void whatPaddingAsksForDoesNotCount() {
    WindowGrid padded = new WindowGrid(3, 3, 2);
    HeadMaps maps =
        HandMade.maps(
            padded,
            2,
            (head, window, query, key) ->
                padded.isOnPicture(window, query) ? 0.25 : oneIf(key == head));

    Similarity figures = HeadSimilarity.ofMaps(maps).figures();

    assertFigures(figures, 1, 1, 1);
    assertThat(figures.jensenShannon()).hasValueCloseTo(0.0, CLOSE);
  }

  @Test
  void whatAClassTokenAsksForCounts() {
    WindowGrid grid = new WindowGrid(1, 1, 1, 1);
    HeadMaps maps =
        HandMade.maps(grid, 2, (head, window, query, key) -> oneIf(key == (query == 0 ? head : 1)));

    assertThat(HeadSimilarity.ofMaps(maps).cosines().at(0, 1)).isCloseTo(0.5, CLOSE);
  }

  @Test
  void betweenTwoPicturesTheFirstHeadIsOfTheOneAndTheSecondOfTheOther() {
    HeadMaps one = HandMade.maps(WHOLE, 2, (head, window, query, key) -> oneIf(key == head));
    HeadMaps other = HandMade.maps(WHOLE, 2, (head, window, query, key) -> oneIf(key == 1 - head));

    HeadSimilarity shuffled = HeadSimilarity.ofMaps(one, other);

    assertFigures(shuffled.figures(), 1, 1, 1);
    assertThat(shuffled.figures().jensenShannon()).hasValueCloseTo(0.0, CLOSE);
    assertThat(shuffled.cosines().at(0, 0)).isZero();
    assertThat(HeadSimilarity.ofMaps(one).cosines().at(0, 1)).isZero();
  }

  @Test
  void outputsMayBeOppositeAndHaveNoDivergence() {
    Shape shape = Shape.of(3, 1, 1, 2, 2);
    Tensor values = new Tensor(shape, new float[] {1, 2, 3, 4, -2, -4, -6, -8, 0, 0, 0, 0});

    HeadSimilarity similarity = HeadSimilarity.ofOutputs(new HeadMaps("block", WHOLE, values));

    assertThat(similarity.cosines().at(0, 1)).isCloseTo(-1, CLOSE);
    assertThat(similarity.cosines().at(0, 2)).as("nothing is like nothing").isZero();
    assertThat(similarity.divergences()).isEmpty();
    assertThat(similarity.figures().jensenShannon()).isEmpty();
    assertThat(similarity.figures().meanPairwise()).isCloseTo(-1.0 / 3, CLOSE);
  }

  @Test
  void outputsOfPaddingDoNotCount() {
    WindowGrid padded = new WindowGrid(1, 1, 2);
    Shape shape = Shape.of(2, 1, 2, 2, 2);
    float[] values = {1, 9, 9, 9, 1, 9, 9, 9, 1, -9, -9, -9, 1, -9, -9, -9};

    HeadMaps outputs = new HeadMaps("block", padded, new Tensor(shape, values));

    assertThat(HeadSimilarity.ofOutputs(outputs).cosines().at(0, 1)).isCloseTo(1, CLOSE);
  }

  @Test
  void outputsOfTokensAreComparedWhole() {
    WindowGrid grid = new WindowGrid(1, 1, 1, 1);
    Tensor values = new Tensor(Shape.of(2, 1, 2, 2), new float[] {1, 1, 0, 0, 1, 1, 1, 1});

    HeadMaps outputs = new HeadMaps("block", grid, values);

    assertThat(HeadSimilarity.ofOutputs(outputs).cosines().at(0, 1))
        .isCloseTo(Math.sqrt(0.5), CLOSE);
  }

  @Test
  void figuresOfBlocksAreAveraged() {
    HeadMaps same = HandMade.uniform(WHOLE, 2);
    HeadMaps apart = HandMade.maps(WHOLE, 2, (head, window, query, key) -> oneIf(key == head));

    Similarity mean =
        Similarity.mean(
            List.of(HeadSimilarity.ofMaps(same).figures(), HeadSimilarity.ofMaps(apart).figures()));

    assertFigures(mean, 0.5, 0.5, 0.5);
    assertThat(mean.jensenShannon()).hasValueCloseTo(0.5, CLOSE);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
