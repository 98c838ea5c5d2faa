package org.efficientvit.visualizers.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

  /**
   * Checks the scale.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public FigureWriter {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("no scale: " + scale);
    }
  }

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
    AtomicFile.write(file, stream -> encode(figure, format, stream));
  }

  private void encode(Figure figure, FigureFormat format, OutputStream stream) throws IOException {
    switch (format) {
      case PNG -> PngEncoder.encode(image(figure), scale, stream);
      case SVG -> SvgEncoder.encode(figure, theme, stream);
      case PDF -> PdfEncoder.encode(figure, theme, stream);
      case CSV -> stream.write(figure.data().toCsv().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The figure as pixels. */
  public BufferedImage image(Figure figure) {
    int width = (int) Math.ceil(figure.width() * scale);
    int height = (int) Math.ceil(figure.height() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setColor(theme.background());
      g.fillRect(0, 0, width, height);
      g.scale(scale, scale);
      figure.draw(g, figure.width(), figure.height(), theme);
    } finally {
      g.dispose();
    }
    return image;
  }
}
