package org.efficientvit.app.window.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.Workbench;

/** The ways in: file dialogs, the clipboard and what is dropped on the window. */
final class Opener {

  private static final FileDialogs.Sort PICTURES =
      new FileDialogs.Sort("Pictures", FileNames.PICTURES);
  private static final FileDialogs.Sort WEIGHTS =
      new FileDialogs.Sort("Weights", FileNames.WEIGHTS);
  private static final FileDialogs.Sort SESSIONS =
      new FileDialogs.Sort("Sessions", List.of(SessionFile.ENDING.substring(1)));

  private final Workbench bench;
  private final FileDialogs dialogs;
  private final Runnable catalogue;

  Opener(Workbench bench, FileDialogs dialogs, Runnable catalogue) {
    this.bench = bench;
    this.dialogs = dialogs;
    this.catalogue = catalogue;
  }

  /** Asks for pictures. */
  void choosePictures() {
    open(dialogs.openFiles("Open pictures", PICTURES));
  }

  /** Asks for a folder of pictures. */
  void chooseFolder() {
    open(dialogs.openFolder("Open folder of pictures").stream().toList());
  }

  /** Asks for weights. */
  void chooseWeights() {
    open(dialogs.openFile("Open weights", WEIGHTS).stream().toList());
  }

  /** Asks for a detector's weights. */
  void chooseDetector() {
    dialogs.openFile("Open a detector's weights", WEIGHTS).ifPresent(bench.detect()::openWeights);
  }

  /** Asks for a session that was saved. */
  void chooseSession() {
    open(dialogs.openFile("Open session", SESSIONS).stream().toList());
  }

  /** Asks where to save the session. */
  void saveSession() {
    dialogs
        .saveFile("Save session", "session" + SessionFile.ENDING, List.of(SESSIONS))
        .map(file -> FileNames.isSession(file) ? file : Path.of(file + SessionFile.ENDING))
        .ifPresent(bench::saveSession);
  }

  /** Shows the published weights. */
  void showCatalogue() {
    catalogue.run();
  }

  /** Opens the files, or else the picture, that are on the clipboard. */
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      open(paths(clipboard.getFiles()));
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
    event.setDropCompleted(open(paths(event.getDragboard().getFiles())));
    event.consume();
  }

  private boolean open(List<Path> files) {
    if (!files.isEmpty()) {
      bench.open(files);
    }
    return !files.isEmpty();
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
