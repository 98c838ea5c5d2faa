package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to do when there is no picture yet. */
final class EmptyView extends StackPane {

  EmptyView(Opener opener) {
    setId("empty");
    setPadding(new Insets(32));
    FontIcon icon = new FontIcon(Feather.IMAGE);
    icon.getStyleClass().add("empty-icon");
    Label title = new Label("Drop a picture here, or press Ctrl+O");
    title.getStyleClass().add(Styles.TITLE_4);
    Label more =
        new Label(
            "PNG, JPEG, WebP, BMP or GIF, or a folder of them; Ctrl+V pastes one."
                + " Weights (.pth, .safetensors) can be dropped too.");
    more.setWrapText(true);
    more.getStyleClass().add(Styles.TEXT_MUTED);
    Button open = new Button("Open pictures…", new FontIcon(Feather.FOLDER));
    open.getStyleClass().add(Styles.ACCENT);
    open.setOnAction(event -> opener.choosePictures());
    VBox column = new VBox(16, icon, new VBox(4, title, more), open);
    ((VBox) column.getChildren().get(1)).setAlignment(Pos.CENTER);
    column.setAlignment(Pos.CENTER);
    column.getStyleClass().add("empty");
    getChildren().add(column);
  }
}
