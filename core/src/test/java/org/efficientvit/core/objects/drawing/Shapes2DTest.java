package org.efficientvit.core.objects.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Shapes2DTest {

  @Test
  void aSmoothOutlineGoesThroughItsPoints() {
    double[] corners = {0, 0, 10, 2, 8, 9, -3, 7};
    List<String> ends = new ArrayList<>();
    PathIterator path = Shapes2D.smooth(corners).getPathIterator(null);
    double[] xy = new double[6];
    for (; !path.isDone(); path.next()) {
      if (path.currentSegment(xy) == PathIterator.SEG_CUBICTO) {
        ends.add(xy[4] + " " + xy[5]);
      }
    }
    assertThat(ends).containsExactly("10.0 2.0", "8.0 9.0", "-3.0 7.0", "0.0 0.0");
  }

  @Test
  void whatLiesInAnotherIsAHoleInIt() {
    Shape ring = Shapes2D.together(Shapes2D.circle(0, 0, 10), Shapes2D.circle(0, 0, 6));
    assertThat(ring.contains(8, 0)).isTrue();
    assertThat(ring.contains(0, 0)).isFalse();
  }

  @Test
  void turningIsClockwiseAsSeen() {
    Shape turned = Shapes2D.turned(Shapes2D.box(4, -1, 2, 2, 0), 90, 0, 0);
    assertThat(turned.getBounds2D().getCenterX()).isBetween(-1e-9, 1e-9);
    assertThat(turned.getBounds2D().getCenterY()).isBetween(5 - 1e-9, 5 + 1e-9);
  }
}
