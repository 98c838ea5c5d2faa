package org.efficientvit.visualizers.export;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;

/**
 * Writes a page, {@code index.html}, that shows the figures of one picture.
 *
 * @param theme of the figures that bear their plain names; the page follows the reader's screen and
 *     shows the other theme's where that suits it
 * @param formats to write each figure in; PNG, which the page shows, is always among them
 */
public record ReportWriter(Theme theme, Set<FigureFormat> formats) {

  private static final String PAGE = "index.html";
  private static final String FIGURES = "figures";

  public ReportWriter {
    requireNonNull(theme, "theme is null");
    EnumSet<FigureFormat> all = EnumSet.of(FigureFormat.PNG);
    all.addAll(formats);
    formats = all;
  }

  /**
   * Writes the page and the files that it shows.
   *
   * @param folder for all of them, made if it is not there
   * @param written is told of each figure once its files are there
   * @return the files of the figures in this theme
   * @throws InspectorException if something cannot be written
   */
  public List<Path> write(Report report, Path folder, Consumer<Figure> written) {
    Path figures = folder.resolve(FIGURES);
    List<Path> files = new ArrayList<>();
    for (Figure figure : report.figures()) {
      for (FigureFormat format : formats) {
        files.add(FigureWriter.of(theme).write(figure, format, figures));
      }
      Theme other = theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT;
      Path file = figures.resolve(ReportPage.stem(figure, theme, other) + ".png");
      FigureWriter.of(other).writeTo(figure, FigureFormat.PNG, file);
      written.accept(figure);
    }
    String html = new ReportPage(report, theme, FIGURES, formats).html();
    // Last, so that a page never shows figures that are not there.
    AtomicFile.write(page(folder), stream -> stream.write(html.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  /** Where the page of a folder lies. */
  public static Path page(Path folder) {
    return folder.resolve(PAGE);
  }
}
