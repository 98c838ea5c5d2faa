package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.efficientvit.app.window.viewmodel.EngineViewModel;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.trace.Timing;

/** One line: what runs, how long a pass takes, on what, and what the network sees. */
final class StatusView extends HBox {

  /** What is over sooner needs no bar and no way out. */
  private static final Duration LONG = Duration.seconds(1);

  StatusView(Workbench bench) {
    super(8);
    InspectViewModel inspect = bench.inspect();
    getStyleClass().add("status");
    setPadding(new Insets(0, 16, 0, 16));
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(32);
    setPrefHeight(32);
    LatestRunner runner = inspect.runner();
    Label running = Controls.caption("");
    running.setId("running");
    running
        .textProperty()
        .bind(
            Bindings.when(runner.runningProperty().isEmpty())
                .then("Ready")
                .otherwise(runner.runningProperty().concat(" …")));
    Runners runners = bench.runners();
    HBox slow = slow(bench);

    Label forward = Controls.caption("");
    forward.setId("forward");
    forward.setTooltip(new Tooltip("Median of a whole pass that brings back the logits alone"));
    forward
        .textProperty()
        .bind(
            Bindings.createStringBinding(() -> forward(inspect), inspect.times().timingProperty()));
    Label engine = Controls.caption("");
    engine.setId("on-engine");
    engine.textProperty().bind(inspect.engine().optionsProperty().map(EngineViewModel::words));
    Label crop = Controls.caption("");
    crop.setId("crop");
    crop.textProperty()
        .bind(Bindings.createStringBinding(() -> crop(inspect), inspect.inspectedProperty()));
    crop.setMinWidth(0);
    getChildren()
        .addAll(
            running,
            slow,
            lasting(runners.measuring(), runners.measuring()::cancelAll),
            lasting(runners.evaluating(), bench.learning().evaluate()::cancel),
            lasting(runners.training(), bench.learning().train()::stop),
            Controls.spacer(),
            crop,
            line(),
            forward,
            line(),
            engine);
  }

  private static HBox slow(Workbench bench) {
    LatestRunner runner = bench.runners().models();
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(96);
    bar.progressProperty().bind(runner.progressProperty());
    bar.setAccessibleText("Progress");
    Button cancel = new Button("Cancel");
    cancel.setId("cancel");
    cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    cancel.setOnAction(event -> bench.cancel());
    HBox slow = new HBox(8, bar, cancel);
    slow.setAlignment(Pos.CENTER_LEFT);
    slow.setVisible(false);
    PauseTransition wait = new PauseTransition(LONG);
    wait.setOnFinished(event -> slow.setVisible(!runner.runningProperty().get().isEmpty()));
    runner
        .runningProperty()
        .addListener(
            (property, old, now) -> {
              if (now.isEmpty()) {
                wait.stop();
                slow.setVisible(false);
              } else if (old.isEmpty()) {
                wait.playFromStart();
              }
            });
    if (!runner.runningProperty().get().isEmpty()) {
      // Weights are read while the window is put together.
      wait.playFromStart();
    }
    return slow;
  }

  /**
   * What lasts and leaves the rest of the window free.
   *
   * @param end ends it with what it has come to
   */
  private static HBox lasting(LatestRunner runner, Runnable end) {
    Label title = Controls.caption("");
    title.textProperty().bind(runner.runningProperty());
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(72);
    bar.progressProperty().bind(runner.progressProperty());
    bar.accessibleTextProperty().bind(runner.runningProperty().concat(", progress"));
    Button stop = new Button("Stop");
    stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    stop.accessibleTextProperty().bind(Bindings.concat("Stop ", runner.runningProperty()));
    stop.setOnAction(event -> end.run());
    HBox row = new HBox(8, line(), title, bar, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(runner.runningProperty().isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private static Separator line() {
    Separator line = new Separator(Orientation.VERTICAL);
    line.setMaxHeight(16);
    return line;
  }

  private static String forward(InspectViewModel inspect) {
    Timing timing = inspect.times().timingProperty().get();
    return timing == null
        ? "forward –"
        : String.format(Locale.ROOT, "forward %.1f ms", timing.milliseconds());
  }

  private static String crop(InspectViewModel inspect) {
    Inspected shown = inspect.inspectedProperty().get();
    return shown == null ? "no picture" : shown.cropLine();
  }
}
