package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.evaluate.AttentionInBoxes.BlockResult;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;
import org.junit.jupiter.api.Test;

class AttentionInBoxesTest {

  private static final int SIZE = 64;
  private static final WindowGrid GRID = new WindowGrid(2, 2, 2);

  /** Tokens receive 4 × these shares. */
  private static final HeadMaps ONE_HEAD = heads(new float[][] {{0.4f, 0.3f, 0.2f, 0.1f}});

  @Test
  void aBoxOverOneTokenComparesItWithTheMeanOfTheOthers() {
    assertThat(ratio(ONE_HEAD, new Box(0, 0, 32, 32)))
        .isCloseTo(0.4 / ((0.3 + 0.2 + 0.1) / 3), within(1e-6));
    assertThat(ratio(ONE_HEAD, new Box(32, 32, 32, 32)))
        .isCloseTo(0.1 / ((0.4 + 0.3 + 0.2) / 3), within(1e-6));
  }

  @Test
  void aTokenBelongsToTheBoxByTheShareOfItsCell() {
    // A quarter of the first cell and a quarter of the second.
    Box box = new Box(24, 0, 16, 16);
    double inside = (0.125 * 0.4 + 0.125 * 0.3) / 0.25;
    double outside = (0.875 * 0.4 + 0.875 * 0.3 + 0.2 + 0.1) / 3.75;

    assertThat(ratio(ONE_HEAD, box)).isCloseTo(inside / outside, within(1e-6));
  }

  @Test
  void uniformAttentionGivesOneForAnyBox() {
    HeadMaps uniform = heads(new float[][] {{0.25f, 0.25f, 0.25f, 0.25f}});

    assertThat(ratio(uniform, new Box(5, 17, 33, 40))).isCloseTo(1, within(1e-6));
  }

  @Test
  void headsAreAveraged() {
    HeadMaps two = heads(new float[][] {{0.4f, 0.3f, 0.2f, 0.1f}, {0.1f, 0.2f, 0.3f, 0.4f}});

    assertThat(ratio(two, new Box(0, 0, 32, 32))).isCloseTo(1, within(1e-6));
  }

  @Test
  void aBoxWithNothingInsideOrOutsideHasNoRatio() {
    StitchedAttention attention = new StitchedAttention(ONE_HEAD);

    assertThat(AttentionInBoxes.ratio(attention, new Box(0, 0, SIZE, SIZE), SIZE)).isEmpty();
    assertThat(AttentionInBoxes.ratio(attention, new Box(-50, 0, 40, 64), SIZE)).isEmpty();
  }

  @Test
  void scenesAreAveragedWithAnIntervalAroundTheMean() {
    AttentionInBoxes attention = new AttentionInBoxes(SIZE);
    Trace trace =
        new Trace(
            "none",
            null,
            Map.of(),
            Map.of(Tap.Kind.ATTENTION, Map.of("blocks1.0", ONE_HEAD)),
            Map.of(),
            List.of(),
            1);

    attention.add(trace, new Box(0, 0, 32, 32));
    attention.add(trace, new Box(32, 32, 32, 32));
    attention.add(trace, new Box(0, 0, SIZE, SIZE));

    BlockResult result = attention.results().get(0);
    assertThat(result.block()).isEqualTo("blocks1.0");
    assertThat(result.scenes()).isEqualTo(2);
    assertThat(result.ratio()).isCloseTo((2 + 1 / 3.0) / 2, within(1e-6));
    assertThat(result.interval().low()).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(result.interval().high()).isCloseTo(2, within(1e-6));
  }

  private static double ratio(HeadMaps maps, Box box) {
    OptionalDouble ratio = AttentionInBoxes.ratio(new StitchedAttention(maps), box, SIZE);
    return ratio.orElseThrow();
  }

  /** Every query of a head attends as this row says. */
  private static HeadMaps heads(float[][] rows) {
    float[] values = new float[rows.length * 16];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / 16][i % 4];
    }
    return new HeadMaps("blocks1.0", GRID, new Tensor(Shape.of(rows.length, 1, 4, 4), values));
  }
}
