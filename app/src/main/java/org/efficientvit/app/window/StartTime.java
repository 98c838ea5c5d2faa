package org.efficientvit.app.window;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * How long the window takes, from the start of Java: until it begins to be put together, until it
 * is on the screen, until it can be used, and until it shows its first predictions.
 *
 * <p>It can be used as soon as the screen's thread, having painted it, takes the next event: a
 * click or a key would have been that event.
 */
final class StartTime {

  private final Scene scene;
  private final ObservableValue<?> result;
  private final long begun;
  private long shown;
  private long usable;

  /**
   * A start that is under way.
   *
   * @param begun when the window began to be put together, in milliseconds since 1970
   * @param result null until there are predictions
   */
  StartTime(long begun, Scene scene, ObservableValue<?> result) {
    this.begun = begun;
    this.scene = requireNonNull(scene, "scene is null");
    this.result = requireNonNull(result, "result is null");
  }

  /** Says all times in one line when they are known, and then ends the program. */
  void say(Consumer<String> line) {
    Pulses.whenPainted(
        scene,
        () -> {
          shown = System.currentTimeMillis();
          Platform.runLater(() -> usable = System.currentTimeMillis());
        });
    result.addListener(
        (property, old, now) ->
            Pulses.whenPainted(
                scene,
                () -> {
                  line.accept(sentence(System.currentTimeMillis()));
                  Platform.exit();
                }));
  }

  private String sentence(long predicted) {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return String.format(
        Locale.ROOT,
        "Toolkit after %d ms, window after %d ms, usable after %d ms, predictions after %d ms.",
        begun - started,
        // Where predictions are painted with the window, there is one time for all.
        (shown == 0 ? predicted : shown) - started,
        (usable == 0 ? predicted : usable) - started,
        predicted - started);
  }
}
