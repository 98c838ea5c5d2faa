package org.efficientvit.core.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.attention.InterventionEffect.ClassChange;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;
import org.junit.jupiter.api.Test;

class InterventionEffectTest {

  private static final WindowGrid TWO = new WindowGrid(1, 2, 2);

  /** One head over two tokens; the two lower cells of the window are padding and attend to all. */
  private static HeadMaps maps(float... firstTwoRows) {
    float[] values = new float[16];
    java.util.Arrays.fill(values, 0.25f);
    System.arraycopy(firstTwoRows, 0, values, 0, 8);
    return new HeadMaps("block", TWO, new Tensor(Shape.of(1, 1, 4, 4), values));
  }

  private static final HeadMaps ONE_HOT = maps(1, 0, 0, 0, 0, 1, 0, 0);
  private static final HeadMaps SWAPPED = maps(0, 1, 0, 0, 1, 0, 0, 0);
  private static final HeadMaps UNIFORM =
      maps(0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f);

  private static Trace trace(HeadMaps maps, float... logits) {
    return new Trace(
        "tiny",
        new Tensor(Shape.of(logits.length), logits),
        Map.of(),
        Map.of(Tap.Kind.ATTENTION, Map.of(maps.block(), maps)),
        Map.of(),
        List.of(),
        1);
  }

  @Test
  void theSameMapsHaveNotChanged() {
    assertThat(MapChange.between(UNIFORM, UNIFORM).heads()).containsExactly(0.0);
  }

  @Test
  void attentionThatWentElsewhereAltogetherChangedByOne() {
    assertThat(MapChange.between(ONE_HOT, SWAPPED).heads()).containsExactly(1.0);
  }

  @Test
  void oneOfFourKeysKeepsAQuarter() {
    assertThat(MapChange.between(ONE_HOT, UNIFORM).mean()).isEqualTo(0.75);
  }

  @Test
  void mapsOfOtherBlocksAreRefused() {
    Trace one = trace(UNIFORM, 0, 0);
    Trace other = trace(new HeadMaps("other", TWO, UNIFORM.values()), 0, 0);

    assertThatIllegalArgumentException().isThrownBy(() -> InterventionEffect.between(one, other));
  }

  @Test
  void anEffectTellsThePredictionAndEachClass() {
    float three = (float) Math.log(3);

    InterventionEffect effect =
        InterventionEffect.between(trace(ONE_HOT, three, 0, 0), trace(SWAPPED, 0, three, 0));

    assertThat(effect.predicted()).isZero();
    assertThat(effect.predictedAfter()).isEqualTo(1);
    assertThat(effect.isPredictionChanged()).isTrue();
    ClassChange first = effect.classes().get(0);
    assertThat(first.logitChange()).isCloseTo(-Math.log(3), within(1e-6));
    assertThat(first.probability()).isCloseTo(0.6, within(1e-6));
    assertThat(first.probabilityChange()).isCloseTo(-0.4, within(1e-6));
    assertThat(effect.meanLogitChange()).isCloseTo(2 * Math.log(3) / 3, within(1e-6));
    assertThat(effect.likeliest(2)).extracting(ClassChange::index).containsExactly(0, 1);
    assertThat(effect.maps()).extracting(MapChange::mean).containsExactly(1.0);
  }
}
