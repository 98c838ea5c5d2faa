package org.efficientvit.app.window;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * How long the window takes from the start of Java until it is on the screen, and until it shows
 * its first predictions.
 */
final class StartTime {

  private final Scene scene;
  private final ObservableValue<?> result;

  /**
   * A start that is under way.
   *
   * @param result null until there are predictions
   */
  StartTime(Scene scene, ObservableValue<?> result) {
    this.scene = requireNonNull(scene, "scene is null");
    this.result = requireNonNull(result, "result is null");
  }

  /** Says both times in one line when they are known, and then ends the program. */
  void say(Consumer<String> line) {
    long[] shown = new long[1];
    whenPainted(() -> shown[0] = System.currentTimeMillis());
    result.addListener(
        (property, old, now) ->
            whenPainted(
                () -> {
                  long predicted = System.currentTimeMillis();
                  long started = ManagementFactory.getRuntimeMXBean().getStartTime();
                  line.accept(
                      String.format(
                          Locale.ROOT,
                          "Window after %d ms, predictions after %d ms.",
                          shown[0] - started,
                          predicted - started));
                  Platform.exit();
                }));
  }

  /** What is laid out in one pulse is on the screen before the next one begins. */
  private void whenPainted(Runnable step) {
    onPulse(() -> onPulse(step));
  }

  private void onPulse(Runnable step) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            step.run();
          }
        });
    Platform.requestNextPulse();
  }
}
