package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.util.BitSet;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindSymbolTest {

  private static final int SIDE = 200;
  private static final int AREA = 6400;

  private static BitSet pixels(OperationKind kind) {
    Shape shape = KindSymbol.of(kind, SIDE / 2.0, SIDE / 2.0, AREA);
    BitSet pixels = new BitSet();
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      pixels.set(i, shape.contains(i % SIDE + 0.5, row + 0.5));
    }
    return pixels;
  }

  @ParameterizedTest
  @EnumSource
  void allWeighTheSame(OperationKind kind) {
    assertThat(pixels(kind).cardinality()).isCloseTo(AREA, within(AREA / 50));
  }

  @Test
  void noTwoHaveOneShape() {
    for (OperationKind one : OperationKind.values()) {
      for (OperationKind other : OperationKind.values()) {
        BitSet different = pixels(one);
        different.xor(pixels(other));
        if (one != other) {
          assertThat(different.cardinality()).as("%s and %s", one, other).isGreaterThan(AREA / 7);
        }
      }
    }
  }
}
