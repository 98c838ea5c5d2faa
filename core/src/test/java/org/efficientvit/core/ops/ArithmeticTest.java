package org.efficientvit.core.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

  private static final Shape MAPS = Shape.of(2, 8, 5, 7);
  private static final int NUMBERS = 2 * 8 * 5 * 7;

  @ParameterizedTest
  @CsvSource({
    "RELU, 1",
    "RELU6, 2",
    "SIGMOID, 4",
    "HARD_SIGMOID, 4",
    "SILU, 4",
    "HARD_SWISH, 5",
    "GELU, 5"
  })
  void anActivationCountsEachStepOfItsFormula(Function function, int steps) {
    assertThat(arithmetic(new Activation("act", function), MAPS)).isEqualTo((long) steps * NUMBERS);
  }

  @Test
  void sumsAndProductsOfNumbersCountOneForEachOfTheResult() {
    Shape factors = Shape.of(2, 8, 1, 1);
    Shape scores = Shape.of(6, 4, 4);

    assertThat(arithmetic(new Add("add"), MAPS, MAPS)).isEqualTo(NUMBERS);
    assertThat(arithmetic(new Residual("residual"), MAPS, MAPS)).isEqualTo(NUMBERS);
    assertThat(arithmetic(new Gate("gate"), MAPS, factors)).isEqualTo(NUMBERS);
    assertThat(arithmetic(new PositionBias("bias", "table", 0, 3, 2), scores)).isEqualTo(6 * 16);
    assertThat(arithmetic(new Average("mean"), Shape.of(2, 10), Shape.of(2, 10))).isEqualTo(2 * 20);
  }

  @Test
  void normalisationAndSoftmaxCountWhatTheirFormulasNeed() {
    assertThat(arithmetic(BatchNorm.of("norm", 8), MAPS)).isEqualTo(2 * NUMBERS);
    assertThat(arithmetic(new LayerNorm("norm", 8, 1e-6), MAPS)).isEqualTo(7 * NUMBERS);
    assertThat(arithmetic(new Softmax("softmax"), Shape.of(6, 4, 4))).isEqualTo(5 * 6 * 16);
    assertThat(arithmetic(new GlobalPool("pool"), MAPS)).isEqualTo(NUMBERS + 2 * 8);
  }

  @Test
  void aBiasIsAddedToEachNumberOfTheResultAndIsNoMultiplyAccumulate() {
    ConvNorm layer = ConvNorm.of("conv", 8, 16, 3, 2, 1);
    int results = 2 * 16 * 3 * 4;

    assertThat(arithmetic(layer.folded(), MAPS)).isEqualTo(results);
    assertThat(arithmetic(layer.convolution(), MAPS)).isZero();
    assertThat(layer.folded().macs(List.of(MAPS))).isEqualTo(results * 8L * 9);
    assertThat(arithmetic(new Linear("l", "w", "b", 10, 3), Shape.of(2, 4, 10)))
        .isEqualTo(2 * 4 * 3);
  }

  @Test
  void theScaleOfAProductCountsWhereItIsCheapest() {
    Shape narrow = Shape.of(6, 49, 16);
    Shape wide = Shape.of(6, 49, 64);

    assertThat(arithmetic(new MatMul("scores", true, 0.25), narrow, narrow)).isEqualTo(6 * 49 * 16);
    assertThat(arithmetic(new MatMul("scores", true, 0.25), wide, wide)).isEqualTo(6 * 49 * 49);
    assertThat(arithmetic(new MatMul("sum", true, 1), narrow, narrow)).isZero();
  }

  @Test
  void whatOnlyMovesNumbersCountsNothing() {
    WindowGrid grid = new WindowGrid(5, 7, 3);

    assertThat(arithmetic(new Concat("concat"), MAPS, MAPS)).isZero();
    assertThat(arithmetic(new Windows("windows", grid), MAPS)).isZero();
    assertThat(arithmetic(new Slice("slice", 0, 2), MAPS)).isZero();
    assertThat(arithmetic(new Tokens("tokens"), MAPS)).isZero();
  }

  private static long arithmetic(Operation operation, Shape... inputs) {
    return operation.arithmetic(List.of(inputs));
  }
}
