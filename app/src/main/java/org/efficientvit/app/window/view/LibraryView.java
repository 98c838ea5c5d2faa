package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.LibraryItem;
import org.efficientvit.app.window.viewmodel.LibraryViewModel;
import org.efficientvit.app.window.viewmodel.Thumbnails;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pictures at hand: click or arrow keys choose one, Shift and Ctrl mark several. */
final class LibraryView extends VBox {

  private static final double WIDTH = 232;

  private final ListView<LibraryItem> list = new ListView<>();
  private boolean isFollowing;

  LibraryView(LibraryViewModel library, Thumbnails thumbnails, Opener opener) {
    super(8);
    getStyleClass().add("library");
    setPadding(new Insets(8, 0, 0, 0));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);

    list.setId("library");
    list.setItems(library.visible());
    list.setAccessibleText("Pictures");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setFixedCellSize(LibraryCell.HEIGHT);
    list.setCellFactory(view -> new LibraryCell(thumbnails));
    Label none = new Label("No picture is called that, and none shows that.");
    none.setWrapText(true);
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, old, now) -> choose(library, now));
    library.chosenProperty().addListener((property, old, now) -> follow(now));
    library.visible().addListener((ListChangeListener<LibraryItem>) change -> again(library));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            library.remove(marked());
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(header(library, opener), search(library), list);
    follow(library.chosenProperty().get());
  }

  private static HBox header(LibraryViewModel library, Opener opener) {
    Label title = new Label("Pictures");
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Label count = Controls.caption("");
    count.textProperty().bind(Bindings.size(library.visible()).asString());
    Button open = Controls.iconButton(Feather.PLUS, "Open pictures", "Open pictures (Ctrl+O)");
    open.setId("open");
    open.setOnAction(event -> opener.choosePictures());
    Button folder =
        Controls.iconButton(
            Feather.FOLDER, "Open folder", "Open a folder of pictures (Ctrl+Shift+P)");
    folder.setOnAction(event -> opener.chooseFolder());
    HBox header = new HBox(8, title, count, Controls.spacer(), open, folder);
    header.setAlignment(Pos.CENTER_LEFT);
    header.setPadding(new Insets(0, 8, 0, 16));
    return header;
  }

  private static HBox search(LibraryViewModel library) {
    TextField words = new TextField();
    words.setId("library-filter");
    words.setPromptText("Name or class");
    words.setAccessibleText("Show pictures of this name or class");
    words.textProperty().bindBidirectional(library.filterProperty());
    words.getStyleClass().add(Styles.SMALL);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.setPadding(new Insets(0, 16, 0, 16));
    return row;
  }

  /** The pictures that are marked, in the order of the list. */
  List<LibraryItem> marked() {
    return List.copyOf(list.getSelectionModel().getSelectedItems());
  }

  private void choose(LibraryViewModel library, @Nullable LibraryItem item) {
    if (item != null && !isFollowing) {
      library.chosenProperty().set(item);
    }
  }

  private void follow(@Nullable LibraryItem item) {
    if (item == null || item.equals(list.getSelectionModel().getSelectedItem())) {
      return;
    }
    isFollowing = true;
    list.getSelectionModel().clearSelection();
    list.getSelectionModel().select(item);
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
    isFollowing = false;
  }

  /** A list that is changed marks what now stands where the marked picture stood. */
  private void again(LibraryViewModel library) {
    LibraryItem chosen = library.chosenProperty().get();
    isFollowing = true;
    list.getSelectionModel().clearSelection();
    if (chosen != null && library.visible().contains(chosen)) {
      list.getSelectionModel().select(chosen);
    }
    isFollowing = false;
  }
}
