package org.efficientvit.app.window.view;

import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.efficientvit.app.window.viewmodel.CompareViewModel;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;

/** Which networks are compared: EfficientViT's six, all families, or any of them. */
final class NetworksMenu extends MenuButton {

  NetworksMenu(CompareViewModel compare) {
    setId("compare-networks");
    setAccessibleText("Networks");
    setTooltip(new Tooltip("The networks that are compared"));
    setMinWidth(USE_PREF_SIZE);
    textProperty().bind(compare.choiceProperty());
    MenuItem own = new MenuItem("EfficientViT");
    own.setOnAction(event -> compare.networksProperty().set(CompareViewModel.OWN));
    MenuItem all = new MenuItem("All families");
    all.setOnAction(event -> compare.networksProperty().set(Designs.all()));
    getItems().addAll(own, all);
    String family = "";
    for (Design design : Designs.all()) {
      if (!family.equals(design.family())) {
        getItems().add(new SeparatorMenuItem());
        family = design.family();
      }
      getItems().add(item(compare, design));
    }
  }

  /** Stays open when it is clicked, so that several can be chosen at once. */
  private static CustomMenuItem item(CompareViewModel compare, Design design) {
    CheckBox box = new CheckBox(design.displayName());
    box.setId("compare-" + design.id());
    box.setMnemonicParsing(false);
    Runnable show = () -> box.setSelected(compare.networksProperty().get().contains(design));
    compare.networksProperty().addListener((property, old, now) -> show.run());
    show.run();
    box.setOnAction(
        event -> {
          compare.choose(design, box.isSelected());
          show.run();
        });
    return new CustomMenuItem(box, false);
  }
}
