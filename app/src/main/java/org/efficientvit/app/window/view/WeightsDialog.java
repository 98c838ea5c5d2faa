package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.efficientvit.app.window.viewmodel.WeightsRow.State;
import org.efficientvit.app.window.viewmodel.WeightsViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The published weights beside the window, which goes on working while they are fetched. */
public final class WeightsDialog {

  private static final double WIDTH = 880;
  private static final double HEIGHT = 664;
  private static final double DETAILS = 120;

  private final Stage owner;
  private final WeightsViewModel weights;
  private final Consumer<Path> shower;
  private @Nullable Stage stage;

  /**
   * A dialog that is made when it is first shown.
   *
   * @param shower shows a folder to the person
   */
  public WeightsDialog(Stage owner, WeightsViewModel weights, Consumer<Path> shower) {
    this.owner = owner;
    this.weights = weights;
    this.shower = shower;
  }

  /** Shows it, or brings it to the front. */
  public void show() {
    weights.refresh();
    if (stage == null) {
      stage = build();
    }
    stage.show();
    stage.toFront();
  }

  private Stage build() {
    Stage made = new Stage();
    made.initOwner(owner);
    made.setTitle("Published weights");
    WeightsTable table = new WeightsTable(weights);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox root = new VBox(8, table, details(), problem(), buttons(made));
    root.setPadding(new Insets(16));
    root.getStyleClass().add("weights-dialog");
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(owner.getScene().getStylesheets());
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            made.hide();
          }
        });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            useOrFetch(made);
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            useOrFetch(made);
          }
        });
    made.setScene(scene);
    made.setMinWidth(WIDTH);
    made.setMinHeight(HEIGHT - DETAILS);
    return made;
  }

  private void useOrFetch(Stage shown) {
    if (weights.use()) {
      shown.hide();
    } else {
      weights.fetch();
    }
  }

  /** Text that can be copied, since it holds an address and a fingerprint. */
  private TextArea details() {
    TextArea text = new TextArea();
    text.setId("weights-details");
    text.setAccessibleText("About the selected weights");
    text.textProperty().bind(weights.detailsProperty());
    text.setEditable(false);
    text.setMinHeight(DETAILS);
    text.setPrefHeight(DETAILS);
    text.setMaxHeight(DETAILS);
    text.getStyleClass().add(Controls.CAPTION);
    return text;
  }

  private HBox problem() {
    Label sentence = new Label();
    sentence.setId("weights-problem");
    sentence.setWrapText(true);
    sentence.setMinHeight(Label.USE_PREF_SIZE);
    sentence.textProperty().bind(weights.problemProperty());
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox box = new HBox(8, new FontIcon(Feather.ALERT_CIRCLE), sentence);
    box.getStyleClass().add("problem");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setPadding(new Insets(8));
    box.visibleProperty().bind(weights.problemProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private HBox buttons(Stage made) {
    Button fetch = button("fetch", "Fetch", "Download, check and keep the selected weights");
    enableIn(fetch, State.ABSENT);
    fetch.setOnAction(event -> weights.fetch());
    Button cancel = button("cancel-fetch", "Cancel", "Stop; what came is kept and gone on with");
    enableIn(cancel, State.WAITING, State.FETCHING);
    cancel.setOnAction(event -> weights.cancel());
    Button use = button("use-weights", "Use", "Open the selected weights in the window");
    use.getStyleClass().add(Styles.ACCENT);
    enableIn(use, State.READY);
    use.setOnAction(event -> useOrFetch(made));
    Button folder = button("weights-folder", "Show folder", "Open the folder of fetched weights");
    folder.setOnAction(event -> weights.folder().ifPresent(shower));
    return new HBox(8, folder, Controls.spacer(), fetch, cancel, use);
  }

  private void enableIn(Button button, State... states) {
    button.disableProperty().bind(weights.isSelectedIn(states).map(isIn -> !isIn));
  }

  private static Button button(String id, String text, String tip) {
    Button button = new Button(text);
    button.setId(id);
    button.setTooltip(new Tooltip(tip));
    return button;
  }
}
