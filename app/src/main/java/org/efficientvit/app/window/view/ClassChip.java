package org.efficientvit.app.window.view;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import org.efficientvit.app.window.viewmodel.ClassCount;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.visualizers.map.DetectionBoxes;

/** A class, its colour and how often it was found; pressed, it is filtered for. */
final class ClassChip extends ToggleButton {

  private static final double SWATCH = 10;

  ClassChip(DetectViewModel detect, ClassCount of) {
    super("%s  %d".formatted(of.name(), of.count()));
    setId("class-" + of.name());
    getStyleClass().add("class-chip");
    setMnemonicParsing(false);
    setGraphic(swatch(of.label()));
    setSelected(of.isChosen());
    setTooltip(new Tooltip("Show " + of.name() + " alone, or beside other pressed classes"));
    setAccessibleText(
        "%s, %d found%s".formatted(of.name(), of.count(), of.isChosen() ? ", filtered for" : ""));
    setOnAction(event -> detect.toggle(of.name()));
  }

  /** The colour of a class's boxes. */
  static Rectangle swatch(int label) {
    Rectangle swatch = new Rectangle(SWATCH, SWATCH, FxImages.of(DetectionBoxes.colour(label)));
    swatch.getStyleClass().add("swatch");
    return swatch;
  }
}
