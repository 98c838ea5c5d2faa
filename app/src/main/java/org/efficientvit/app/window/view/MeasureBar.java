package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.efficientvit.app.window.viewmodel.MeasurementViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that measures; while it does, how far it is and a button that stops it. */
final class MeasureBar extends HBox {

  private static final double WIDTH = 96;

  private final Button measure = new Button("Measure", new FontIcon(Feather.PLAY));
  private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));

  /**
   * A bar over what is measured.
   *
   * @param id of the button; that of the other ends in {@code -stop}
   * @param tip what is measured, and how long it takes
   * @param missing whether anything is left to be measured
   */
  MeasureBar(
      String id,
      String tip,
      MeasurementViewModel measurement,
      ObservableValue<Boolean> missing,
      Runnable start,
      Runnable end) {
    super(8);
    setAlignment(Pos.CENTER_RIGHT);
    measure.setId(id);
    measure.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    measure.setMinWidth(Region.USE_PREF_SIZE);
    measure.setTooltip(new Tooltip(tip));
    measure.disableProperty().bind(missing.map(is -> !is));
    measure.setOnAction(event -> start.run());
    stop.setId(id + "-stop");
    stop.getStyleClass().add(Styles.SMALL);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setTooltip(new Tooltip("Stop; what was measured is kept, and Measure goes on from there"));
    stop.setOnAction(event -> end.run());
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(WIDTH);
    bar.setMinWidth(WIDTH / 2);
    bar.setAccessibleText("Progress");
    bar.progressProperty().bind(measurement.progressProperty());
    Label words = Controls.caption("");
    words.textProperty().bind(measurement.wordsProperty());
    ObservableValue<Boolean> running = measurement.runningProperty();
    for (Region one : new Region[] {words, bar, stop}) {
      one.visibleProperty().bind(running);
      one.managedProperty().bind(one.visibleProperty());
    }
    measure.visibleProperty().bind(running.map(is -> !is));
    measure.managedProperty().bind(measure.visibleProperty());
    getChildren().addAll(words, bar, stop, measure);
  }
}
