package org.efficientvit.app.window.view;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.app.window.viewmodel.DetectorChoice;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which detector is asked. */
final class DetectorMenu extends MenuButton {

  private static final double MOST_WIDTH = 320;

  private final DetectViewModel detect;
  private final Opener opener;

  DetectorMenu(DetectViewModel detect, Opener opener) {
    this.detect = detect;
    this.opener = opener;
    setId("detector");
    setAccessibleText("Detector");
    setMnemonicParsing(false);
    setMaxWidth(MOST_WIDTH);
    setTooltip(
        new Tooltip(
            "The detector that comes with the program, the published one, a file's, or random"
                + " weights; the engine is that of the bar above"));
    textProperty().bind(detect.requestProperty().map(DetectorChoice::title));
    // What is fetched may have changed since it was last open.
    setOnShowing(event -> fill());
    fill();
  }

  private void fill() {
    getItems().clear();
    for (DetectorChoice choice : DetectorChoice.all()) {
      MenuItem item = new MenuItem(choice.title());
      item.setMnemonicParsing(false);
      if (!choice.hint().isEmpty()) {
        item.setGraphic(new FontIcon(Feather.DOWNLOAD));
      }
      item.setOnAction(event -> detect.take(choice));
      getItems().add(item);
    }
    MenuItem file = new MenuItem("Open a detector's weights…", new FontIcon(Feather.FILE));
    file.setOnAction(event -> opener.chooseDetector());
    getItems().add(file);
  }
}
