package org.efficientvit.visualizers.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void aSharedScaleReachesOverAllTensorsAndSkipsWhatIsNoNumber() {
    assertThat(Scale.of(tensor(1, Float.NaN, 3), tensor(-2, Float.POSITIVE_INFINITY, 0)))
        .isEqualTo(new Scale(-2, 3));
    assertThat(Scale.of(tensor(Float.NaN))).isEqualTo(new Scale(0, 0));
  }

  @Test
  void fractionsRunFromEndToEndAndAreClipped() {
    Scale scale = new Scale(-2, 6);

    assertThat(scale.fraction(-2)).isZero();
    assertThat(scale.fraction(0)).isEqualTo(0.25);
    assertThat(scale.fraction(6)).isEqualTo(1);
    assertThat(scale.fraction(100)).isEqualTo(1);
    assertThat(scale.fraction(Double.NaN)).isNaN();
  }

  @Test
  void zeroIsTheMiddleOfAScaleAroundZero() {
    assertThat(new Scale(-1, 3).aroundZero()).isEqualTo(new Scale(-3, 3));
    assertThat(new Scale(-3, 3).fraction(0)).isEqualTo(0.5);
    assertThat(new Scale(0, 0).aroundZero().fraction(0)).isEqualTo(0.5);
  }

  @Test
  void aScaleHasTwoEndsInOrder() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scale(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Scale(Double.NaN, 0));
  }

  private static Tensor tensor(float... values) {
    return new Tensor(Shape.of(values.length), values);
  }
}
