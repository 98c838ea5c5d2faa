package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import org.efficientvit.visualizers.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueAxisTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "-0.03, 0.41", "79.4, 81.9", "0, 137", "-3e-5, 2e-5", "12, 12", "0, 0"})
  void everyNumberHasAPlaceBetweenRoundEnds(double least, double most) {
    ValueAxis axis = ValueAxis.of(DoubleStream.of(least, most));
    Rectangle2D area = new Rectangle2D.Double(10, 20, 300, 100);

    assertThat(axis.x(least, area)).isBetween(10 - 1e-6, 310 + 1e-6);
    assertThat(axis.y(most, area)).isBetween(20 - 1e-6, 120 + 1e-6);
    assertThat(axis.ticks()).hasSizeBetween(3, 9).isSorted();
    assertThat(axis.ticks()[0]).isLessThanOrEqualTo(least + 1e-9);
  }

  @Test
  void ticksAreTheNumbersThatTheyLookLike() {
    double[] ticks = ValueAxis.of(DoubleStream.of(0.05, 0.88)).ticks();

    assertThat(DoubleStream.of(ticks).mapToObj(Numbers::plain))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
  }

  @Test
  void moreStandsHigherAndFartherToTheRight() {
    ValueAxis axis = new ValueAxis(0, 10, 2);
    Rectangle2D area = new Rectangle2D.Double(0, 0, 100, 50);

    assertThat(axis.x(7, area)).isEqualTo(70);
    assertThat(axis.y(7, area)).isEqualTo(15);
  }
}
