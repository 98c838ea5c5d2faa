package org.efficientvit.app.window.view;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.viewmodel.FigureSource;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;

/** Copies and saves figures; drawing and writing happen off the screen's thread. */
final class FigureTools {

  private static final String WORK = "figure";

  private final Workbench bench;
  private final FileDialogs dialogs;
  private final Consumer<String> problems;

  /**
   * Tools for all figures of the window.
   *
   * @param dialogs ask where to save
   * @param problems hears what fails, in a sentence
   */
  FigureTools(Workbench bench, FileDialogs dialogs, Consumer<String> problems) {
    this.bench = requireNonNull(bench, "bench is null");
    this.dialogs = requireNonNull(dialogs, "dialogs is null");
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
                    .runners()
                    .files()
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
    List<FileDialogs.Sort> sorts =
        Stream.concat(Stream.of(usual), Arrays.stream(FigureFormat.values()))
            .distinct()
            .map(FigureTools::sort)
            .toList();
    dialogs
        .saveFile("Save figure", figure.name() + "." + usual.extension(), sorts)
        .ifPresent(file -> write(figure, FigureFormat.of(file.toString()), usual, file));
  }

  private static FileDialogs.Sort sort(FigureFormat format) {
    return new FileDialogs.Sort(
        format == FigureFormat.CSV ? "CSV (the numbers)" : format.name(),
        List.of(format.extension()));
  }

  private void write(Figure figure, Optional<FigureFormat> named, FigureFormat usual, Path file) {
    FigureFormat format = named.orElse(usual);
    write(figure, format, named.isPresent() ? file : Path.of(file + "." + format.extension()));
  }

  /** Writes a figure to a file. */
  void write(Figure figure, FigureFormat format, Path file) {
    FigureWriter writer = FigureWriter.of(bench.inspect().display().theme());
    bench
        .runners()
        .files()
        .submit(
            new Work<>(
                WORK,
                "Saving " + file.getFileName(),
                progress -> {
                  writer.writeTo(figure, format, file);
                  return file;
                },
                saved -> {},
                problems));
  }
}
