package org.efficientvit.app.window;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells when a scene has been drawn. */
final class Pulses {

  private Pulses() {}

  /**
   * Runs a step when what the scene shows now is on the screen; called on the screen's thread. What
   * is laid out in one pulse is on the screen before the next one begins.
   */
  static void whenPainted(Scene scene, Runnable step) {
    onPulse(scene, () -> onPulse(scene, step));
  }

  private static void onPulse(Scene scene, Runnable step) {
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
