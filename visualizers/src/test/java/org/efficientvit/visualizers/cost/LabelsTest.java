package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final Rectangle2D PAGE = new Rectangle2D.Double(0, 0, 300, 200);

  private static Rectangle2D mark(double x, double y) {
    return new Rectangle2D.Double(x - 5, y - 5, 10, 10);
  }

  /** Six marks nearly on one another in a corner. */
  @Test
  void numbersOfCrowdedMarksNeverCoverOneAnotherNorLeaveThePage() {
    Labels labels = new Labels(PAGE);
    List<Rectangle2D> places = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      labels.avoid(mark(290 + i / 2.0, 10));
    }
    for (int i = 0; i < 6; i++) {
      places.add(labels.room(mark(290 + i / 2.0, 10)).orElseThrow());
    }

    assertThat(places).allMatch(PAGE::contains);
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(places.get(i).intersects(places.get(j))).isFalse();
      }
    }
  }

  @Test
  void aNumberKeepsOffMarksWhereThereIsOtherRoom() {
    Labels labels = new Labels(PAGE);
    Rectangle2D wall = new Rectangle2D.Double(155, 0, 100, 200);
    labels.avoid(wall);

    assertThat(labels.room(mark(145, 100)).orElseThrow().intersects(wall)).isFalse();
  }

  @Test
  void whereNoRoomIsLeftThereIsNoNumber() {
    Labels labels = new Labels(PAGE);
    labels.forbid(PAGE);

    assertThat(labels.room(mark(100, 100))).isEmpty();
  }
}
