package org.efficientvit.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {

  private record Point(String name, double speed, double accuracy) {}

  private static List<String> front(Point... points) {
    return ParetoFront.of(List.of(points), Point::speed, Point::accuracy).stream()
        .map(Point::name)
        .toList();
  }

  @Test
  void whatAnotherIsSuperiorToInBothIsNotOnIt() {
    assertThat(
            front(
                new Point("fast", 9, 1),
                new Point("inferior", 4, 4),
                new Point("middle", 5, 5),
                new Point("right", 1, 9)))
        .containsExactly("right", "middle", "fast");
  }

  @Test
  void whatIsAsGoodInOneAndWorseInTheOtherIsNotOnIt() {
    assertThat(front(new Point("a", 2, 5), new Point("b", 3, 5))).containsExactly("b");
    assertThat(front(new Point("a", 2, 5), new Point("b", 2, 6))).containsExactly("b");
  }

  @Test
  void thoseThatAreTheSameAreBothOnIt() {
    assertThat(front(new Point("a", 2, 5), new Point("b", 2, 5))).containsExactly("a", "b");
    assertThat(front(new Point("alone", 1, 1))).containsExactly("alone");
    assertThat(front()).isEmpty();
  }
}
