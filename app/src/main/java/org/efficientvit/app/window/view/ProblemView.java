package org.efficientvit.app.window.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One sentence about what failed, where it failed; gone with the next success. */
final class ProblemView extends HBox {

  ProblemView(InspectViewModel inspect) {
    super(8);
    getStyleClass().add("problem");
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(4, 8, 4, 16));
    Label sentence = new Label();
    sentence.setId("problem");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.textProperty().bind(inspect.problemProperty());
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button close = Controls.iconButton(Feather.X, "Dismiss", "Dismiss");
    close.setOnAction(event -> inspect.dismissProblem());
    getChildren().addAll(new FontIcon(Feather.ALERT_CIRCLE), sentence, close);
    visibleProperty().bind(inspect.problemProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
