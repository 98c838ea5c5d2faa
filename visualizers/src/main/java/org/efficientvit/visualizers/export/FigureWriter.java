package org.efficientvit.visualizers.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.efficientvit.core.InspectorException;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;

/**
 * Writes figures at their own size.
 *
 * @param scale pixels of a PNG for each point of the figure
 */
public record FigureWriter(Theme theme, double scale) {

  /** Twice as many pixels as points: 144 to the inch. */
  public static FigureWriter of(Theme theme) {
    return new FigureWriter(theme, 2);
  }

  /**
   * Writes a figure into a folder, made if it is not there, under the figure's name.
   *
   * @return the file
   * @throws InspectorException if it cannot be written
   */
  public Path write(Figure figure, FigureFormat format, Path folder) {
    Path file = folder.resolve(figure.name() + "." + format.extension());
    writeTo(figure, format, file);
    return file;
  }

  /**
   * Writes a figure to a file; one that is there is replaced at once and as a whole.
   *
   * @throws InspectorException if it cannot be written
   */
  public void writeTo(Figure figure, FigureFormat format, Path file) {
    image(figure);
  }

  /** The figure as pixels. */
  public BufferedImage image(Figure figure) {
    return new BufferedImage(
        (int) Math.ceil(figure.width() * scale),
        (int) Math.ceil(figure.height() * scale),
        BufferedImage.TYPE_INT_RGB);
  }
}
