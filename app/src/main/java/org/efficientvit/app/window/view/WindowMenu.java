package org.efficientvit.app.window.view;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.efficientvit.app.window.state.Action;
import org.efficientvit.app.window.state.Actions;
import org.efficientvit.app.window.state.Choice;

/** All actions in menus, with their shortcuts. */
final class WindowMenu extends MenuBar {

  WindowMenu(Actions actions) {
    actions.menus().forEach((name, entries) -> getMenus().add(menu(name, entries)));
  }

  private static Menu menu(String name, List<Actions.Entry> entries) {
    Menu menu = new Menu(name);
    menu.setMnemonicParsing(false);
    entries.forEach(entry -> menu.getItems().add(item(entry)));
    return menu;
  }

  private static MenuItem item(Actions.Entry entry) {
    if (entry instanceof Action action) {
      return item(action);
    }
    return entry instanceof Choice<?> choice ? choice(choice) : new SeparatorMenuItem();
  }

  private static Menu choice(Choice<?> choice) {
    Menu menu = new Menu(choice.name());
    menu.setMnemonicParsing(false);
    choice.options().forEach(option -> menu.getItems().add(item(option)));
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private static MenuItem item(Action action) {
    MenuItem item = action.on() == null ? new MenuItem() : check(action);
    item.setText(action.name());
    // Else the first underscore of a file's name would be taken for a mnemonic.
    item.setMnemonicParsing(false);
    if (!action.keys().isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(action.keys()));
    }
    item.setDisable(!action.enabled().getValue());
    action.enabled().addListener((property, old, now) -> item.setDisable(!now));
    item.setOnAction(event -> action.perform());
    return item;
  }

  private static CheckMenuItem check(Action action) {
    CheckMenuItem item = new CheckMenuItem();
    item.setSelected(action.isOn());
    if (action.on() != null) {
      action.on().addListener((property, old, now) -> item.setSelected(now));
      // A click that chooses what is chosen already must not take the mark away.
      item.selectedProperty().addListener((property, old, now) -> item.setSelected(action.isOn()));
    }
    return item;
  }
}
