package org.efficientvit.visualizers;

import java.nio.file.Path;
import java.util.EnumSet;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.export.Report;
import org.efficientvit.visualizers.export.ReportWriter;
import org.efficientvit.visualizers.map.FeatureFigure;

/** Draws every figure in both themes, to be looked at. */
public final class Look {

  private Look() {}

  /** Writes {@code LIGHT}, {@code DARK} and {@code report} under a folder. */
  public static void main(String[] args) {
    for (Theme theme : Theme.values()) {
      Path folder = Path.of(args[0]).resolve(theme.name());
      for (Figure figure : Samples.figures()) {
        new FigureWriter(theme, figure instanceof FeatureFigure ? 1.2 : 1.4)
            .write(figure, FigureFormat.PNG, folder);
      }
    }
    Report report = new Report(Samples.CONTEXT, "PyTorch", Samples.top(5), Samples.figures());
    var unused =
        new ReportWriter(Theme.LIGHT, EnumSet.allOf(FigureFormat.class))
            .write(report, Path.of(args[0], "report"), figure -> {});
  }
}
