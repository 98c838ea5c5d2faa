package org.efficientvit.app.window.view;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.viewmodel.FigureSource;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;

/** Copies and saves figures; drawing and writing happen off the screen's thread. */
final class FigureTools {

  private static final String WORK = "figure";

  private final Workbench bench;
  private final Node owner;
  private final Consumer<String> problems;
  private @Nullable File folder;

  /**
   * Tools for all figures of the window.
   *
   * @param owner in whose window files are chosen
   * @param problems hears what fails, in a sentence
   */
  FigureTools(Workbench bench, Node owner, Consumer<String> problems) {
    this.bench = requireNonNull(bench, "bench is null");
    this.owner = requireNonNull(owner, "owner is null");
    this.problems = requireNonNull(problems, "problems is null");
  }

  /** What is selected, in all figures alike. */
  Navigation navigation() {
    return bench.navigation();
  }

  /** Puts a figure on the clipboard as a picture, twice as large as in print. */
  void copy(FigureSource source) {
    Theme theme = bench.inspect().display().theme();
    source
        .figure()
        .ifPresent(
            figure ->
                bench
                    .background()
                    .submit(
                        new Work<>(
                            WORK,
                            "Drawing " + figure.title(),
                            progress -> FigureWriter.of(theme).image(figure),
                            image -> {
                              ClipboardContent content = new ClipboardContent();
                              content.putImage(SwingFXUtils.toFXImage(image, null));
                              Clipboard.getSystemClipboard().setContent(content);
                            },
                            problems)));
  }

  /** Puts the command line that makes a figure on the clipboard. */
  void copyCommand(FigureSource source) {
    ClipboardContent content = new ClipboardContent();
    content.putString(source.command());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Asks for a file, of any format, and writes a figure to it. */
  void save(FigureSource source) {
    source.figure().ifPresent(figure -> save(figure, FigureFormat.PNG));
  }

  /** Asks for a file of a format and writes a figure to it. */
  void save(FigureSource source, FigureFormat format) {
    source.figure().ifPresent(figure -> save(figure, format));
  }

  private void save(Figure figure, FigureFormat usual) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save figure");
    List<FileChooser.ExtensionFilter> filters =
        Arrays.stream(FigureFormat.values()).map(FigureTools::filter).toList();
    chooser.getExtensionFilters().addAll(filters);
    chooser.setSelectedExtensionFilter(filters.get(List.of(FigureFormat.values()).indexOf(usual)));
    chooser.setInitialFileName(figure.name() + "." + usual.extension());
    chooser.setInitialDirectory(folder);
    File file = chooser.showSaveDialog(owner.getScene().getWindow());
    if (file != null) {
      folder = file.getParentFile();
      write(figure, FigureFormat.of(file.getName()), usual, file);
    }
  }

  private static FileChooser.ExtensionFilter filter(FigureFormat format) {
    return new FileChooser.ExtensionFilter(
        format == FigureFormat.CSV ? "CSV (the numbers)" : format.name(),
        "*." + format.extension());
  }

  private void write(Figure figure, Optional<FigureFormat> named, FigureFormat usual, File file) {
    FigureFormat format = named.orElse(usual);
    File target = named.isPresent() ? file : new File(file.getPath() + "." + format.extension());
    write(figure, format, target);
  }

  /** Writes a figure to a file. */
  void write(Figure figure, FigureFormat format, File file) {
    FigureWriter writer = FigureWriter.of(bench.inspect().display().theme());
    bench
        .background()
        .submit(
            new Work<>(
                WORK,
                "Saving " + file.getName(),
                progress -> {
                  writer.writeTo(figure, format, file.toPath());
                  return file;
                },
                saved -> {},
                problems));
  }
}
