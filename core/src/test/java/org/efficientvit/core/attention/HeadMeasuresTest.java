package org.efficientvit.core.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.core.attention.HandMade.oneIf;

import org.assertj.core.data.Offset;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.junit.jupiter.api.Test;

class HeadMeasuresTest {

  private static final Offset<Double> CLOSE = within(1e-6);
  private static final double STEP = 16;
  private static final WindowGrid FOUR_WINDOWS = new WindowGrid(4, 4, 2);

  private static HeadMeasures of(HeadMaps maps) {
    return HeadMeasures.of(maps, STEP).get(0);
  }

  @Test
  void uniformAttentionHasAllEntropyAndTheMeanDistanceOfItsWindow() {
    HeadMeasures measures = of(HandMade.uniform(FOUR_WINDOWS, 1));

    assertThat(measures.entropy()).isCloseTo(1, CLOSE);
    assertThat(measures.distance()).isCloseTo(STEP * (2 + Math.sqrt(2)) / 4, CLOSE);
    assertThat(measures.selfShare()).isCloseTo(0.25, CLOSE);
    assertThat(measures.borderShare()).isCloseTo(1, CLOSE);
    assertThat(measures.paddingShare()).isZero();
  }

  @Test
  void attentionToOneselfHasNoEntropyAndNoDistance() {
    HeadMeasures measures =
        of(HandMade.maps(FOUR_WINDOWS, 1, (head, window, query, key) -> oneIf(query == key)));

    assertThat(measures.entropy()).isZero();
    assertThat(measures.distance()).isZero();
    assertThat(measures.selfShare()).isEqualTo(1);
  }

  @Test
  void twoTokensOfFourAreHalfOfTheEntropy() {
    HeadMeasures measures =
        of(HandMade.maps(FOUR_WINDOWS, 1, (head, window, query, key) -> oneIf(key < 2) / 2));

    assertThat(measures.entropy()).isCloseTo(0.5, CLOSE);
  }

  @Test
  void distanceIsOfTheTokenThatIsAttendedTo() {
    // Every query of a row of three attends to the next, the last to the first.
    WindowGrid grid = new WindowGrid(3, 3, 3);
    HeadMeasures measures =
        of(
            HandMade.maps(
                grid,
                1,
                (head, window, query, key) -> oneIf(key == query / 3 * 3 + (query % 3 + 1) % 3)));

    assertThat(measures.distance()).isCloseTo(STEP * (1 + 1 + 2) / 3, CLOSE);
    assertThat(measures.selfShare()).isZero();
  }

  @Test
  void theMiddleOfAWindowIsNotItsBorder() {
    WindowGrid grid = new WindowGrid(3, 3, 3);

    assertThat(of(HandMade.uniform(grid, 1)).borderShare()).isCloseTo(8.0 / 9, CLOSE);
    assertThat(
            of(HandMade.maps(grid, 1, (head, window, query, key) -> oneIf(key == 4))).borderShare())
        .isZero();
    assertThat(
            of(HandMade.maps(grid, 1, (head, window, query, key) -> oneIf(key == 5))).borderShare())
        .isEqualTo(1);
  }

  @Test
  void eachHeadHasItsOwnFigures() {
    HeadMaps maps =
        HandMade.maps(
            FOUR_WINDOWS, 2, (head, window, query, key) -> head == 0 ? 0.25 : oneIf(query == key));

    assertThat(HeadMeasures.of(maps, STEP))
        .extracting(HeadMeasures::selfShare)
        .containsExactly(0.25, 1.0);
    assertThat(HeadMeasures.mean(HeadMeasures.of(maps, STEP)).selfShare()).isEqualTo(0.625);
  }

  @Test
  void windowsInAnotherOrderChangeNothing() {
    HandMade.Rule rule =
        (head, window, query, key) -> (1 + (5 * window + query + 7 * key) % 11) / 30.0;
    HeadMaps maps = HandMade.maps(FOUR_WINDOWS, 1, rule);
    HeadMaps permuted =
        HandMade.maps(
            FOUR_WINDOWS,
            1,
            (head, window, query, key) -> rule.weight(head, 3 - window, query, key));

    assertThat(of(permuted))
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
        .isEqualTo(of(maps));
  }

  @Test
  void attentionOnPaddingIsCountedAndItsDistanceIsNot() {
    // On 3x3 in windows of 2: four queries meet no padding, four meet two of four cells, one three.
    HeadMeasures measures = of(HandMade.uniform(new WindowGrid(3, 3, 2), 1));

    assertThat(measures.paddingShare()).isCloseTo((4 * 0 + 4 * 0.5 + 0.75) / 9, CLOSE);
    assertThat(measures.borderShare()).isCloseTo(1 - measures.paddingShare(), CLOSE);
    double whole = 4 * (2 + Math.sqrt(2)) / 4;
    double half = 4 * 0.25;
    assertThat(measures.distance())
        .isCloseTo(STEP * (whole + half) / (9 * (1 - measures.paddingShare())), CLOSE);
    assertThat(measures.entropy()).isCloseTo(1, CLOSE);
  }

  @Test
  void aHeadThatLooksAtPaddingAloneHasNoDistance() {
    WindowGrid grid = new WindowGrid(1, 1, 2);
    HeadMeasures measures =
        of(HandMade.maps(grid, 1, (head, window, query, key) -> oneIf(key == 3)));

    assertThat(measures.paddingShare()).isEqualTo(1);
    assertThat(measures.distance()).isZero();
  }

  @Test
  void aClassTokenIsAttendedToButStandsNowhere() {
    WindowGrid grid = new WindowGrid(2, 2, 2, 1);
    HeadMeasures toClass =
        of(HandMade.maps(grid, 1, (head, window, query, key) -> oneIf(key == 0)));
    HeadMeasures uniform = of(HandMade.uniform(grid, 1));

    assertThat(toClass.distance()).isZero();
    assertThat(toClass.paddingShare()).isZero();
    assertThat(toClass.borderShare()).isZero();
    assertThat(uniform.distance()).isCloseTo(STEP * (2 + Math.sqrt(2)) / 4, CLOSE);
    assertThat(uniform.selfShare()).isCloseTo(0.2, CLOSE);
    assertThat(uniform.borderShare()).isCloseTo(0.8, CLOSE);
  }

  @Test
  void theOnlyTokenOfAWindowIsAttendedToUniformly() {
    HeadMeasures measures = of(HandMade.uniform(new WindowGrid(2, 2, 1), 1));

    assertThat(measures.entropy()).isEqualTo(1);
    assertThat(measures.distance()).isZero();
    assertThat(measures.selfShare()).isEqualTo(1);
  }
}
