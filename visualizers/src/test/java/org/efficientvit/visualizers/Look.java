package org.efficientvit.visualizers;

import java.nio.file.Path;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.FeatureFigure;

/** Draws every figure in both themes, to be looked at. */
public final class Look {

  private Look() {}

  /** Writes {@code light} and {@code dark} under a folder. */
  public static void main(String[] args) {
    for (Theme theme : Theme.values()) {
      Path folder = Path.of(args[0]).resolve(theme.name());
      for (Figure figure : Samples.figures()) {
        for (FigureFormat format : FigureFormat.values()) {
          new FigureWriter(theme, figure instanceof FeatureFigure ? 1.2 : 1.4)
              .write(figure, format, folder);
        }
      }
    }
  }
}
