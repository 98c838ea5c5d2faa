package org.efficientvit.core.objects.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TurntableTest {

  private static final Studio STUDIO = new Studio(new SplittableRandom(1), -1, 0);

  private static Rectangle2D boundsOf(Drawing drawing) {
    return drawing.bounds(new AffineTransform());
  }

  @Test
  void whatStandsFillsTheSquareAndTouchesTheGround() {
    Turntable turntable = new Turntable(STUDIO).fill(Shapes2D.box(10, 70, 40, 20, 3), Color.RED);
    Rectangle2D flat = boundsOf(turntable.standing(Shapes2D.pose(0, false)));
    assertThat(flat.getMinX()).isCloseTo(-0.5, within(2e-3));
    assertThat(flat.getWidth()).isCloseTo(1, within(2e-3));
    assertThat(flat.getMaxY()).isCloseTo(0.5, within(2e-3));
    Rectangle2D turned = boundsOf(turntable.standing(Shapes2D.pose(90, false)));
    assertThat(turned.getHeight()).isCloseTo(1, within(2e-3));
    assertThat(turned.getMaxY()).isCloseTo(0.5, within(2e-3));
  }

  @Test
  void whatFloatsIsInTheMiddle() {
    Rectangle2D box =
        boundsOf(
            new Turntable(STUDIO)
                .fill(Shapes2D.ellipse(7, 3, 50, 10), Color.RED)
                .floating(Shapes2D.pose(0, true)));
    assertThat(box.getCenterX()).isCloseTo(0, within(2e-3));
    assertThat(box.getCenterY()).isCloseTo(0, within(2e-3));
  }

  @Test
  void theLightStaysWhereItIsWhenTheObjectIsMirrored() {
    Turntable turntable =
        new Turntable(STUDIO).fill(Shapes2D.circle(0, 0, 9), Material.shaded(Color.GRAY, 1));
    for (boolean mirrored : new boolean[] {false, true}) {
      Part part = turntable.standing(Shapes2D.pose(0, mirrored)).parts().get(0);
      assertThat(part.paint()).isInstanceOf(LinearGradientPaint.class);
      LinearGradientPaint paint = (LinearGradientPaint) part.paint();
      assertThat(paint.getStartPoint().getX()).isLessThan(paint.getEndPoint().getX());
    }
  }

  @Test
  void whatIsLiftedMovesTowardsTheLight() {
    Material red = Material.plain(Color.RED);
    Drawing drawing =
        new Turntable(STUDIO)
            .fill(Shapes2D.circle(0, 0, 50), red)
            .lifted(Shapes2D.circle(0, 0, 10), red, 20)
            .floating(Shapes2D.pose(30, false));
    Rectangle2D lifted = drawing.parts().get(1).shape().getBounds2D();
    assertThat(lifted.getCenterX()).isCloseTo(-0.2, within(2e-3));
    assertThat(lifted.getCenterY()).isCloseTo(0, within(2e-3));
  }
}
