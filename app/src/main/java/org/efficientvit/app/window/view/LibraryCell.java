package org.efficientvit.app.window.view;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.LibraryItem;
import org.efficientvit.app.window.viewmodel.Thumbnails;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/** A picture small, its name, and what was said about it. */
final class LibraryCell extends ListCell<LibraryItem> {

  /** Of a row, in pixels. */
  static final double HEIGHT = 56;

  private static final double SIDE = 48;

  private final Thumbnails thumbnails;
  private final ImageView image = new ImageView();
  private final Label name = new Label();
  private final Label caption = Controls.caption("");
  private final HBox row;

  LibraryCell(Thumbnails thumbnails) {
    this.thumbnails = thumbnails;
    image.setFitWidth(SIDE);
    image.setFitHeight(SIDE);
    image.setPreserveRatio(true);
    StackPane place = new StackPane(image);
    place.getStyleClass().add("thumbnail");
    place.setMinSize(SIDE, SIDE);
    place.setMaxSize(SIDE, SIDE);
    name.setMinWidth(0);
    caption.setMinWidth(0);
    caption.managedProperty().bind(caption.textProperty().isNotEmpty());
    VBox words = new VBox(2, name, caption);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    row = new HBox(8, place, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    // Long names are cut, and never make the list scroll sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LibraryItem item, boolean empty) {
    LibraryItem before = getItem();
    super.updateItem(item, empty);
    if (before != null && before != item) {
      thumbnails.withdraw(before.file());
    }
    caption.textProperty().unbind();
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(item.name());
    caption.textProperty().bind(item.captionProperty());
    setAccessibleText(item.name() + ", " + item.captionProperty().get());
    if (before != item) {
      image.setImage(null);
      thumbnails.request(item.file(), picture -> show(item.file(), picture));
    }
    setGraphic(row);
  }

  private void show(Path file, Optional<Picture> picture) {
    LibraryItem now = getItem();
    if (now != null && now.file().equals(file)) {
      image.setImage(picture.map(FxImages::of).orElse(null));
    }
  }
}
