package org.efficientvit.core.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.junit.jupiter.api.Test;

class CascadeFlowTest {

  /** Two tokens by one, one channel, two heads. */
  private static HeadMaps heads(float... values) {
    WindowGrid grid = new WindowGrid(1, 2, 2);
    int channels = values.length / (2 * 4);
    return new HeadMaps("block", grid, new Tensor(Shape.of(2, 1, channels, 2, 2), values));
  }

  /** The two lower cells are padding. */
  private static HeadMaps ofTwoTokens(float a, float b, float c, float d) {
    return heads(a, b, 100, 100, c, d, 100, 100);
  }

  private static CascadeFlow.Head second(HeadMaps splits, HeadMaps inputs, HeadMaps outputs) {
    return CascadeFlow.of(splits, inputs, outputs).heads().get(1);
  }

  @Test
  void normsAreOfThePicturesTokensAlone() {
    CascadeFlow flow =
        CascadeFlow.of(ofTwoTokens(3, 4, 5, 12), ofTwoTokens(3, 4, 5, 12), ofTwoTokens(6, 8, 0, 1));

    assertThat(flow.block()).isEqualTo("block");
    assertThat(flow.heads())
        .containsExactly(new CascadeFlow.Head(5, 0, 0, 10), new CascadeFlow.Head(13, 0, 0, 1));
  }

  @Test
  void whatIsAddedIsTheInputLessTheSplit() {
    HeadMaps splits = ofTwoTokens(0, 0, 1, 0);
    CascadeFlow.Head head = second(splits, ofTwoTokens(0, 0, 1, 2), splits);

    assertThat(head.added()).isEqualTo(2);
    assertThat(head.ratio()).isEqualTo(2);
    assertThat(head.cosine()).isZero();
  }

  @Test
  void theCosineSaysWhetherTheSplitIsStrengthenedOrTakenAway() {
    HeadMaps splits = ofTwoTokens(0, 0, 3, 4);

    assertThat(second(splits, ofTwoTokens(0, 0, 6, 8), splits).cosine())
        .isCloseTo(1, within(1e-12));
    assertThat(second(splits, ofTwoTokens(0, 0, 0, 0), splits).cosine())
        .isCloseTo(-1, within(1e-12));
    assertThat(second(splits, ofTwoTokens(0, 0, 4, 4), splits).cosine())
        .isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aSplitOfNothingHasNoShare() {
    HeadMaps nothing = ofTwoTokens(0, 0, 0, 0);

    assertThat(second(nothing, ofTwoTokens(0, 0, 1, 1), nothing).ratio()).isZero();
    assertThat(second(nothing, ofTwoTokens(0, 0, 1, 1), nothing).cosine()).isZero();
  }

  @Test
  void valuesOfOtherShapesAreRefused() {
    HeadMaps one = ofTwoTokens(1, 1, 1, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CascadeFlow.of(one, heads(new float[16]), one));
  }
}
