package org.efficientvit.visualizers.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;

/** Writes a page, {@code index.html}, that shows the figures of one picture. */
public final class ReportWriter {

  private static final String PAGE = "index.html";
  private static final String FIGURES = "figures";

  private ReportWriter() {}

  /**
   * Writes the page and the files that it shows.
   *
   * @param folder for all of them, made if it is not there
   * @param formats to write each figure in; the page shows PNG, which is always written
   * @return the page
   * @throws InspectorException if something cannot be written
   */
  public static Path write(Report report, Path folder, Set<FigureFormat> formats) {
    Set<FigureFormat> all = EnumSet.of(FigureFormat.PNG);
    all.addAll(formats);
    Path figures = folder.resolve(FIGURES);
    FigureWriter light = FigureWriter.of(Theme.LIGHT);
    FigureWriter dark = FigureWriter.of(Theme.DARK);
    for (Figure figure : report.figures()) {
      all.forEach(format -> light.write(figure, format, figures));
      String name = figure.name() + ReportPage.DARK + "." + FigureFormat.PNG.extension();
      dark.writeTo(figure, FigureFormat.PNG, figures.resolve(name));
    }
    Path page = folder.resolve(PAGE);
    String html = new ReportPage(report, FIGURES, all).html();
    // Last, so that a page never shows figures that are not there.
    AtomicFile.write(page, stream -> stream.write(html.getBytes(StandardCharsets.UTF_8)));
    return page;
  }
}
