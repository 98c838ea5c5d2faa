package org.efficientvit.app.window.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.jspecify.annotations.Nullable;

/** The ways in: file choosers, the clipboard and what is dropped on the window. */
final class Opener {

  private final Workbench bench;
  private final Node owner;
  private final Runnable catalogue;
  private @Nullable File folder;

  Opener(Workbench bench, Node owner, Runnable catalogue) {
    this.bench = bench;
    this.owner = owner;
    this.catalogue = catalogue;
  }

  /** Asks for pictures. */
  void choosePictures() {
    FileChooser chooser = chooser("Open pictures", "Pictures", FileNames.PICTURES);
    open(chooser.showOpenMultipleDialog(window()));
  }

  /** Asks for a folder of pictures. */
  void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open folder of pictures");
    chooser.setInitialDirectory(folder);
    File chosen = chooser.showDialog(window());
    open(chosen == null ? null : List.of(chosen));
  }

  /** Asks for weights. */
  void chooseWeights() {
    choose("Open weights", "Weights", FileNames.WEIGHTS);
  }

  /** Asks for a detector's weights. */
  void chooseDetector() {
    File file =
        chooser("Open a detector's weights", "Weights", FileNames.WEIGHTS).showOpenDialog(window());
    if (file != null) {
      folder = file.getParentFile();
      bench.detect().openWeights(file.toPath());
    }
  }

  /** Asks for a session that was saved. */
  void chooseSession() {
    choose("Open session", "Sessions", List.of(SessionFile.ENDING.substring(1)));
  }

  private void choose(String title, String sort, List<String> endings) {
    File file = chooser(title, sort, endings).showOpenDialog(window());
    open(file == null ? null : List.of(file));
  }

  /** Asks where to save the session. */
  void saveSession() {
    FileChooser chooser =
        chooser("Save session", "Sessions", List.of(SessionFile.ENDING.substring(1)));
    chooser.setInitialFileName("session" + SessionFile.ENDING);
    File file = chooser.showSaveDialog(window());
    if (file != null) {
      folder = file.getParentFile();
      boolean isNamed = FileNames.isSession(file.toPath());
      bench.saveSession(isNamed ? file.toPath() : Path.of(file.getPath() + SessionFile.ENDING));
    }
  }

  /** Shows the published weights. */
  void showCatalogue() {
    catalogue.run();
  }

  private FileChooser chooser(String title, String sort, List<String> endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                sort, endings.stream().map(ending -> "*." + ending).toList()),
            new FileChooser.ExtensionFilter("All files", "*.*"));
    chooser.setInitialDirectory(folder);
    return chooser;
  }

  private Window window() {
    return owner.getScene().getWindow();
  }

  /** Opens the files, or else the picture, that are on the clipboard. */
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      open(clipboard.getFiles());
    } else if (clipboard.hasImage()) {
      Image image = clipboard.getImage();
      bench.paste(() -> FxImages.toPicture(image, "clipboard"));
    }
  }

  /** Says to the system that files may be dropped. */
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

  private boolean open(@Nullable List<File> files) {
    if (files == null || files.isEmpty()) {
      return false;
    }
    folder = files.get(0).getParentFile();
    bench.open(files.stream().map(File::toPath).toList());
    return true;
  }
}
