package org.efficientvit.app.window.view;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs of the system, each in the folder where the last one ended. */
public final class SystemDialogs implements FileDialogs {

  private final Window owner;
  private @Nullable File folder;

  /** Dialogs in front of a window. */
  public SystemDialogs(Window owner) {
    this.owner = requireNonNull(owner, "owner is null");
  }

  @Override
  public List<Path> openFiles(String title, Sort sort) {
    List<File> files = opening(title, sort).showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().flatMap(file -> kept(file).stream()).toList();
  }

  @Override
  public Optional<Path> openFile(String title, Sort sort) {
    return kept(opening(title, sort).showOpenDialog(owner));
  }

  @Override
  public Optional<Path> openFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder());
    return kept(chooser.showDialog(owner));
  }

  @Override
  public Optional<Path> saveFile(String title, String name, List<Sort> sorts) {
    FileChooser chooser = chooser(title, sorts.stream().map(SystemDialogs::filter));
    chooser.setInitialFileName(name);
    return kept(chooser.showSaveDialog(owner));
  }

  private FileChooser opening(String title, Sort sort) {
    return chooser(title, Stream.of(filter(sort), new ExtensionFilter("All files", "*.*")));
  }

  private FileChooser chooser(String title, Stream<ExtensionFilter> filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(filters.toList());
    chooser.setInitialDirectory(lastFolder());
    return chooser;
  }

  /** A chooser fails where its first folder is gone. */
  private @Nullable File lastFolder() {
    return folder != null && folder.isDirectory() ? folder : null;
  }

  private Optional<Path> kept(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    folder = file.getParentFile();
    return Optional.of(file.toPath());
  }

  private static ExtensionFilter filter(Sort sort) {
    return new ExtensionFilter(
        sort.name(), sort.endings().stream().map(ending -> "*." + ending).toList());
  }
}
