package org.efficientvit.app.window.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.PictureSource;
import org.jspecify.annotations.Nullable;

/** The ways in: file choosers, the clipboard and what is dropped on the window. */
final class Opener {

  private final InspectViewModel inspect;
  private final Node owner;
  private final Runnable catalogue;
  private @Nullable File folder;

  Opener(InspectViewModel inspect, Node owner, Runnable catalogue) {
    this.inspect = inspect;
    this.owner = owner;
    this.catalogue = catalogue;
  }

  /** Asks for a picture. */
  void choosePicture() {
    choose(
        "Open picture",
        new FileChooser.ExtensionFilter(
            "Pictures", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.bmp", "*.gif"));
  }

  /** Asks for weights. */
  void chooseWeights() {
    choose(
        "Open weights",
        new FileChooser.ExtensionFilter(
            "Weights", FileNames.WEIGHTS.stream().map(ending -> "*." + ending).toList()));
  }

  /** Shows the published weights. */
  void showCatalogue() {
    catalogue.run();
  }

  private void choose(String title, FileChooser.ExtensionFilter filter) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(filter, new FileChooser.ExtensionFilter("All files", "*.*"));
    chooser.setInitialDirectory(folder);
    File file = chooser.showOpenDialog(owner.getScene().getWindow());
    if (file != null) {
      folder = file.getParentFile();
      inspect.open(file.toPath());
    }
  }

  /** Opens the file, or else the picture, that is on the clipboard. */
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      open(clipboard.getFiles());
    } else if (clipboard.hasImage()) {
      Image image = clipboard.getImage();
      inspect.open(new PictureSource("clipboard", () -> FxImages.toPicture(image, "clipboard")));
    }
  }

  /** Says to the system that a file may be dropped. */
  boolean accepts(DragEvent event) {
    boolean accepted = event.getDragboard().hasFiles();
    if (accepted) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    return accepted;
  }

  /** Opens what was dropped. */
  void drop(DragEvent event) {
    event.setDropCompleted(open(event.getDragboard().getFiles()));
    event.consume();
  }

  private boolean open(List<File> files) {
    if (files.isEmpty()) {
      return false;
    }
    Path file = files.get(0).toPath();
    inspect.open(file);
    return true;
  }
}
