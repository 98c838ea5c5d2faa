package org.efficientvit.app.window.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {

  private final Timeline<String> timeline = new Timeline<>("a");

  @Test
  void goesBackAndForwardThroughWhatWasAdded() {
    timeline.add("b");
    timeline.add("c");
    timeline.back();
    timeline.back();
    assertThat(timeline.presentProperty().get()).isEqualTo("a");
    assertThat(timeline.canGoBackProperty().get()).isFalse();
    timeline.forward();
    assertThat(timeline.presentProperty().get()).isEqualTo("b");
    assertThat(timeline.canGoForwardProperty().get()).isTrue();
  }

  @Test
  void somethingNewEndsTheFuture() {
    timeline.add("b");
    timeline.back();
    timeline.add("c");
    timeline.forward();
    assertThat(timeline.presentProperty().get()).isEqualTo("c");
    timeline.back();
    assertThat(timeline.presentProperty().get()).isEqualTo("a");
  }

  @Test
  void whatIsReplacedIsNoStopOnTheWayBack() {
    timeline.add("b");
    timeline.replace("c");
    timeline.back();
    assertThat(timeline.presentProperty().get()).isEqualTo("a");
  }

  @Test
  void theSameAgainIsNoStep() {
    timeline.add("a");
    assertThat(timeline.canGoBackProperty().get()).isFalse();
  }

  @Test
  void thePastHasAnEnd() {
    for (int i = 0; i < 1000; i++) {
      timeline.add("step " + i);
    }
    int steps = 0;
    while (timeline.canGoBackProperty().get()) {
      timeline.back();
      steps++;
    }
    assertThat(steps).isEqualTo(200);
  }
}
