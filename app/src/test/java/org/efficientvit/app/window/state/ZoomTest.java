package org.efficientvit.app.window.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.efficientvit.app.window.state.Zoom.Room;
import org.junit.jupiter.api.Test;

class ZoomTest {

  private static final Room WHOLE = new Room(800, 600, 800, 600);
  private static final Room TALL = new Room(800, 900, 800, 600);

  @Test
  void whatIsUnderThePointerStaysThere() {
    Zoom zoom = Zoom.NONE;
    for (double more : new double[] {1.25, 3, 1.1}) {
      double before = zoom.across(500);
      double above = zoom.down(220);
      zoom = zoom.times(more, 500, 220, WHOLE);
      assertThat(zoom.across(500)).isCloseTo(before, within(1e-9));
      assertThat(zoom.down(220)).isCloseTo(above, within(1e-9));
    }
    assertThat(zoom.factor()).isCloseTo(1.25 * 3 * 1.1, within(1e-12));
  }

  @Test
  void nothingIsSeenBesideTheDrawing() {
    Zoom zoom = Zoom.NONE.times(2, 0, 0, WHOLE);
    assertThat(zoom.dragged(100, 100, WHOLE)).isEqualTo(zoom);
    assertThat(zoom.dragged(-5000, -5000, WHOLE)).isEqualTo(new Zoom(2, 800, 600));
    assertThat(Zoom.NONE.dragged(-50, -50, WHOLE)).isEqualTo(Zoom.NONE);
  }

  @Test
  void aDrawingThatIsTallerThanItsViewIsMovedWithoutMagnifying() {
    assertThat(Zoom.NONE.dragged(0, -1000, TALL)).isEqualTo(new Zoom(1, 0, 300));
    assertThat(Zoom.NONE.dragged(0, -1000, TALL).isChanged()).isTrue();
    assertThat(new Zoom(1, 0, 300).within(WHOLE)).isEqualTo(Zoom.NONE);
  }

  @Test
  void thereIsAnEndToMagnifyingAndToMakingSmall() {
    assertThat(Zoom.NONE.times(1000, 10, 10, WHOLE).factor()).isEqualTo(Zoom.MOST);
    assertThat(Zoom.NONE.times(4, 700, 500, WHOLE).times(0.01, 0, 0, WHOLE)).isEqualTo(Zoom.NONE);
  }
}
