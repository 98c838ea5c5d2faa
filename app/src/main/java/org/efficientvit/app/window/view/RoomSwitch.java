package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The switch between views, and the way back and forward through what was selected. */
final class RoomSwitch extends HBox {

  /**
   * In a narrower window the buttons are words alone. The window's width counts, not that of the
   * row, so that they stay where they are while panels beside them come and go.
   */
  private static final double WIDTH_FOR_ICONS = 1400;

  RoomSwitch(Workbench bench, List<Room> rooms, SidePanels panels) {
    super(8);
    getStyleClass().add("room-switch");
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(8, 8, 8, 8));
    Navigation navigation = bench.navigation();
    Button back =
        Controls.iconButton(Feather.ARROW_LEFT, "Back", "What was selected before (Alt+Left)");
    back.setId("back");
    back.disableProperty().bind(navigation.canGoBackProperty().not());
    back.setOnAction(event -> navigation.back());
    Button forward =
        Controls.iconButton(Feather.ARROW_RIGHT, "Forward", "What was selected after (Alt+Right)");
    forward.setId("forward-button");
    forward.disableProperty().bind(navigation.canGoForwardProperty().not());
    forward.setOnAction(event -> navigation.forward());
    HBox switches = new HBox();
    for (int i = 0; i < rooms.size(); i++) {
      ToggleButton button = button(bench, rooms, i);
      button
          .contentDisplayProperty()
          .bind(
              sceneProperty()
                  .flatMap(Scene::widthProperty)
                  .map(
                      width ->
                          width.doubleValue() < WIDTH_FOR_ICONS
                              ? ContentDisplay.TEXT_ONLY
                              : ContentDisplay.LEFT)
                  .orElse(ContentDisplay.TEXT_ONLY));
      switches.getChildren().add(button);
    }
    getChildren()
        .addAll(
            new HBox(panels.picturesButton(), back, forward),
            switches,
            Controls.spacer(),
            panels.answersButton());
  }

  private static ToggleButton button(Workbench bench, List<Room> rooms, int index) {
    Room room = rooms.get(index);
    ToggleButton button = new ToggleButton(room.title(), new FontIcon(room.icon()));
    button.setId("room-" + room.id());
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("%s (Ctrl+%d)".formatted(room.title(), index + 1)));
    button
        .getStyleClass()
        .add(
            index == 0
                ? Styles.LEFT_PILL
                : index == rooms.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
    button.setSelected(room.id().equals(bench.roomProperty().get()));
    bench
        .roomProperty()
        .addListener((property, old, now) -> button.setSelected(room.id().equals(now)));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          bench.roomProperty().set(room.id());
        });
    return button;
  }
}
