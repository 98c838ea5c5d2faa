package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.state.Action;
import org.efficientvit.app.window.state.Actions;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every action and every setting, found by words and done with Enter. */
final class PaletteView extends StackPane {

  private static final double WIDTH = 560;
  private static final double ROW = 32;
  private static final int ROWS = 12;

  private final TextField words = new TextField();
  private final ListView<Action> found = new ListView<>();
  private final VBox box;
  private Actions actions = new Actions();
  private @Nullable Node before;

  PaletteView() {
    setId("palette");
    getStyleClass().add("palette-ground");
    setVisible(false);
    words.setId("palette-words");
    words.setPromptText("Find an action or a setting");
    words.setAccessibleText("Find an action or a setting");
    words.textProperty().addListener((property, old, now) -> find(now));
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    found.setId("palette-found");
    found.setAccessibleText("Actions that were found");
    found.setFocusTraversable(false);
    found.setFixedCellSize(ROW);
    found.setPrefHeight(ROWS * ROW + 2);
    found.getStyleClass().add(Styles.DENSE);
    found.setPlaceholder(new Label("Nothing is called that; try another word."));
    found.setCellFactory(list -> new ActionCell());
    found.setOnMouseClicked(event -> perform());
    box = new VBox(8, words, found);
    box.getStyleClass().add("palette");
    box.setMaxSize(WIDTH, USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
  }

  /** What can be found. */
  void use(Actions all) {
    actions = all;
  }

  /** Opens it with all actions. */
  void open() {
    before = getScene().getFocusOwner();
    // Only now, so that the start of the window need not style it.
    getChildren().setAll(box);
    words.clear();
    find("");
    setVisible(true);
    words.requestFocus();
  }

  private void close() {
    setVisible(false);
    if (before != null) {
      before.requestFocus();
    }
  }

  private void find(String query) {
    found.getItems().setAll(actions.matching(query));
    found.getSelectionModel().select(0);
    found.scrollTo(0);
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    switch (code) {
      case UP -> found.getSelectionModel().selectPrevious();
      case DOWN -> found.getSelectionModel().selectNext();
      case ENTER -> perform();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    found.scrollTo(Math.max(0, found.getSelectionModel().getSelectedIndex() - ROWS / 2));
    event.consume();
  }

  private void perform() {
    Action action = found.getSelectionModel().getSelectedItem();
    if (action != null) {
      close();
      action.perform();
    }
  }

  /** Its menu, its name, whether it is on, its shortcut. */
  private static final class ActionCell extends ListCell<Action> {

    private final Label menu = Controls.caption("");
    private final Label name = new Label();
    private final FontIcon mark = new FontIcon(Feather.CHECK);
    private final Label keys = Controls.caption("");
    private final HBox row = new HBox(8, menu, name, mark, Controls.spacer(), keys);

    ActionCell() {
      row.setAlignment(Pos.CENTER_LEFT);
      menu.setMinWidth(48);
      name.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Action item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      menu.setText(item.menu());
      name.setText(item.name());
      mark.setVisible(item.isOn());
      keys.setText(
          item.keys().isEmpty() ? "" : KeyCombination.valueOf(item.keys()).getDisplayText());
      setDisable(!Boolean.TRUE.equals(item.enabled().getValue()));
      setGraphic(row);
    }
  }
}
