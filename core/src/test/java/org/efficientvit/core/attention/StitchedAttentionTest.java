package org.efficientvit.core.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.junit.jupiter.api.Test;

class StitchedAttentionTest {

  /** Each query attends to one key alone, by a rule. */
  private static StitchedAttention oneHot(WindowGrid grid, int keyOfEveryQuery) {
    int tokens = grid.tokens();
    float[] values = new float[grid.windows() * tokens * tokens];
    for (int row = 0; row < grid.windows() * tokens; row++) {
      values[row * tokens + keyOfEveryQuery] = 1;
    }
    return of(grid, values);
  }

  private static StitchedAttention uniform(WindowGrid grid) {
    int tokens = grid.tokens();
    float[] values = new float[grid.windows() * tokens * tokens];
    java.util.Arrays.fill(values, 1f / tokens);
    return of(grid, values);
  }

  private static StitchedAttention of(WindowGrid grid, float[] values) {
    Shape shape = Shape.of(1, grid.windows(), grid.tokens(), grid.tokens());
    return new StitchedAttention(new HeadMaps("block", grid, new Tensor(shape, values)));
  }

  @Test
  void aTokenAttendsInsideItsOwnWindowAtItsPlaceOnTheGrid() {
    // Two by two windows of side 2; every query attends to its window's upper right token.
    Tensor map = oneHot(new WindowGrid(4, 4, 2), 1).query(0, 3, 2);

    assertThat(map.at(2, 3)).isEqualTo(1);
    assertThat(sum(map)).isEqualTo(1);
  }

  @Test
  void severalTokensAttendWhereTheyAttendOnTheMean() {
    // Two windows beside one another; each query attends to its window's upper right token.
    StitchedAttention attention = oneHot(new WindowGrid(2, 4, 2), 1);

    Tensor map = attention.queries(0, 0, 4, 7);

    assertThat(map.at(0, 1)).isEqualTo(2 / 3f);
    assertThat(map.at(0, 3)).isEqualTo(1 / 3f);
    assertThat(sum(map)).isEqualTo(1, within(1e-6));
    assertThatThrownBy(() -> attention.queries(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attentionThatFallsOnPaddingIsMissingFromTheMap() {
    // A grid of 3x3 in windows of 2: the lower right window holds one token and three of padding.
    Tensor map = uniform(new WindowGrid(3, 3, 2)).query(0, 2, 2);

    assertThat(map.at(2, 2)).isEqualTo(0.25f);
    assertThat(sum(map)).isEqualTo(0.25);
  }

  @Test
  void aLeadingTokenHasNoCellButAsksAsTheOthersDo() {
    WindowGrid grid = new WindowGrid(2, 2, 2, 1);
    StitchedAttention toFirstCell = oneHot(grid, 1);

    assertThat(toFirstCell.query(0, 1, 1).values()).containsExactly(1, 0, 0, 0);
    assertThat(toFirstCell.leadingQuery(0, 0).values()).containsExactly(1, 0, 0, 0);
    assertThat(toFirstCell.received(0).values()).containsExactly(5, 0, 0, 0);
    assertThat(oneHot(grid, 0).received(0).values()).containsOnly(0);
    assertThat(sum(oneHot(grid, 0).query(0, 0, 0))).isZero();
    assertThat(uniform(grid).received(0).values())
        .containsExactly(new float[] {1, 1, 1, 1}, within(1e-6f));
  }

  @Test
  void aLeadingTokensQueryIsItsOwnRow() {
    WindowGrid grid = new WindowGrid(1, 1, 1, 2);
    StitchedAttention attention =
        of(grid, new float[] {0, 0, 1, 0.5f, 0.25f, 0.25f, 0, 0.9f, 0.1f});

    assertThat(attention.leadingQuery(0, 0).values()).containsExactly(1);
    assertThat(attention.leadingQuery(0, 1).values()).containsExactly(0.25f);
    assertThat(attention.query(0, 0, 0).values()).containsExactly(0.1f);
    assertThatThrownBy(() -> attention.leadingQuery(0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void uniformAttentionGivesEveryTokenOne() {
    Tensor map = uniform(new WindowGrid(14, 14, 7)).received(0);

    for (float value : map.values()) {
      assertThat(value).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void paddedQueriesGiveNoAttention() {
    // The lower right window has a single real query, so its token gets 1/4 and no more.
    assertThat(uniform(new WindowGrid(3, 3, 2)).received(0).at(2, 2)).isEqualTo(0.25f);
  }

  @Test
  void aTokenThatAllAttendToGetsTheWholeWindow() {
    Tensor map = oneHot(new WindowGrid(4, 4, 2), 3).received(0);

    assertThat(map.at(1, 1)).isEqualTo(4);
    assertThat(map.at(3, 3)).isEqualTo(4);
    assertThat(sum(map)).isEqualTo(16);
  }

  @Test
  void entropyIsOfEachTokenThatAsks() {
    // The upper left token attends to itself, all others uniformly.
    WindowGrid grid = new WindowGrid(3, 3, 2);
    StitchedAttention attention =
        new StitchedAttention(
            HandMade.maps(
                grid,
                1,
                (head, window, query, key) ->
                    window == 0 && query == 0 ? HandMade.oneIf(key == 0) : 0.25));

    assertThat(attention.entropy(0).values())
        .containsExactly(new float[] {0, 1, 1, 1, 1, 1, 1, 1, 1}, within(1e-6f));
    assertThat(attention.entropy(0).shape()).isEqualTo(Shape.of(3, 3));
  }

  @Test
  void theShareOnPaddingGrowsTowardsTheEdge() {
    assertThat(uniform(new WindowGrid(3, 3, 2)).padding(0).values())
        .containsExactly(0, 0, 0.5f, 0, 0, 0.5f, 0.5f, 0.5f, 0.75f);
    assertThat(uniform(new WindowGrid(2, 2, 2, 1)).padding(0).values()).containsOnly(0);
  }

  @Test
  void theMatrixOfAWindowHoldsEveryWeight() {
    WindowGrid grid = new WindowGrid(4, 4, 2);
    HandMade.Rule rule =
        (head, window, query, key) -> head * 1000 + window * 100 + query * 10 + key;
    StitchedAttention attention = new StitchedAttention(HandMade.maps(grid, 2, rule));

    Tensor matrix = attention.matrix(1, 3);

    assertThat(matrix.shape()).isEqualTo(Shape.of(4, 4));
    assertThat(matrix.at(2, 1)).isEqualTo(1321);
    assertThatThrownBy(() -> attention.matrix(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> attention.matrix(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aTokenOutsideTheGridIsRefused() {
    StitchedAttention attention = uniform(new WindowGrid(3, 3, 2));

    assertThatThrownBy(() -> attention.query(0, 3, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void mapsOfAnotherGridAreRefused() {
    Tensor values = new Tensor(Shape.of(1, 1, 4, 4), new float[16]);

    assertThatThrownBy(
            () -> new StitchedAttention(new HeadMaps("block", new WindowGrid(3, 3, 3), values)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double sum(Tensor map) {
    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    return sum;
  }
}
