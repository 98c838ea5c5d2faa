package org.efficientvit.app.window.view;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import org.efficientvit.app.service.Installation;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.InspectViewModel;

/** Everything that has a shortcut. */
final class WindowMenu extends MenuBar {

  WindowMenu(InspectViewModel inspect, Opener opener, TabPane tabs) {
    CheckMenuItem dark = new CheckMenuItem("Dark");
    dark.selectedProperty().bindBidirectional(inspect.display().darkProperty());
    dark.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+L"));
    Menu view = new Menu("View");
    for (int i = 0; i < tabs.getTabs().size(); i++) {
      int index = i;
      view.getItems()
          .add(
              item(
                  tabs.getTabs().get(i).getText(),
                  "Shortcut+" + (i + 1),
                  () -> tabs.getSelectionModel().select(index)));
    }
    view.getItems()
        .addAll(new SeparatorMenuItem(), item("Measure again", "F5", inspect::measure), dark);
    getMenus()
        .addAll(
            new Menu(
                "File",
                null,
                item("Open picture…", "Shortcut+O", opener::choosePicture),
                samples(inspect),
                item("Open weights…", "Shortcut+Shift+O", opener::chooseWeights),
                item("Published weights…", "Shortcut+Shift+W", opener::showCatalogue),
                item(
                    "Demonstration weights",
                    "Shortcut+Shift+D",
                    inspect.model()::openDemonstration),
                item("Random weights", "Shortcut+Shift+R", inspect.model()::openRandom),
                new SeparatorMenuItem(),
                item("Quit", "Shortcut+Q", Platform::exit)),
            new Menu("Edit", null, item("Paste picture", "Shortcut+V", opener::paste)),
            view);
  }

  private static Menu samples(InspectViewModel inspect) {
    Menu menu = new Menu("Sample pictures");
    for (Path file : Installation.samples()) {
      MenuItem sample = new MenuItem(FileNames.of(file));
      sample.setOnAction(event -> inspect.open(file));
      menu.getItems().add(sample);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private static MenuItem item(String text, String keys, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(event -> action.run());
    return item;
  }
}
