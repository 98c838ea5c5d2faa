package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointNamesTest {

  private static final Rectangle2D PAGE = new Rectangle2D.Double(0, 0, 600, 200);

  private static Rectangle2D mark(double x, double y) {
    return new Rectangle2D.Double(x - 6, y - 6, 12, 12);
  }

  @Test
  void aPointWithRoomAllAroundHasItsNameBesideItAndNoLine() {
    Rectangle2D mark = mark(300, 100);

    Rectangle2D name = new PointNames(PAGE, List.of(mark), List.of()).places(List.of(40.0)).get(0);

    assertThat(name.getX()).isBetween(mark.getCenterX(), mark.getMaxX() + 2);
    assertThat(name.getMaxY()).isBetween(mark.getY(), mark.getCenterY());
    assertThat(PointNames.leader(mark, name)).isEmpty();
  }

  /** Ten networks of nearly one speed and one accuracy. */
  @Test
  void namesOfCrowdedPointsLieOverNoOtherAndOverNoPoint() {
    List<Rectangle2D> marks =
        IntStream.range(0, 10).mapToObj(i -> mark(280 + 7 * i, 90 + 5 * (i % 4))).toList();

    List<Rectangle2D> names =
        new PointNames(PAGE, marks, List.of()).places(Collections.nCopies(10, 70.0));

    for (int i = 0; i < names.size(); i++) {
      Rectangle2D name = names.get(i);
      assertThat(PAGE.contains(name)).isTrue();
      assertThat(names.subList(i + 1, names.size())).noneMatch(name::intersects);
      for (int other = 0; other < marks.size(); other++) {
        assertThat(other != i && name.intersects(marks.get(other))).isFalse();
      }
    }
    assertThat(IntStream.range(0, 10))
        .anyMatch(i -> PointNames.leader(marks.get(i), names.get(i)).isPresent());
  }

  @Test
  void aNameKeepsOffALineWhereThereIsOtherRoom() {
    Rectangle2D line = new Rectangle2D.Double(0, 80, 600, 16);
    Rectangle2D mark = mark(300, 100);

    Rectangle2D name =
        new PointNames(PAGE, List.of(mark), List.of(line)).places(List.of(40.0)).get(0);

    assertThat(name.intersects(line)).isFalse();
  }

  /** Beside the right edge there is room at the left alone. */
  @Test
  void aNameStaysOnThePage() {
    Rectangle2D mark = mark(592, 100);

    Rectangle2D name = new PointNames(PAGE, List.of(mark), List.of()).places(List.of(80.0)).get(0);

    assertThat(PAGE.contains(name)).isTrue();
  }
}
