package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import picocli.CommandLine.Option;

/** How a command writes figures. */
final class FigureOptions {

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "png",
      paramLabel = "FORMAT",
      description = "Any of png, svg, pdf, csv; png is always written (default: png).",
      order = 3)
  private Set<FigureFormat> formats = Set.of();

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "light",
      description = "On white or on near-black (default: ${DEFAULT-VALUE}).",
      order = 4)
  private Ground ground = Ground.LIGHT;

  /** PNG, and the formats that were named. */
  Set<FigureFormat> formats() {
    Set<FigureFormat> all = EnumSet.of(FigureFormat.PNG);
    all.addAll(formats);
    return all;
  }

  /**
   * Draws figures into a folder.
   *
   * @return the files
   */
  List<Path> write(List<? extends Figure> drawn, Path folder) {
    FigureWriter writer = FigureWriter.of(ground.theme());
    List<Path> files = new ArrayList<>();
    for (Figure figure : drawn) {
      for (FigureFormat format : formats()) {
        files.add(writer.write(figure, format, folder));
      }
    }
    return files;
  }

  Theme theme() {
    return ground.theme();
  }
}
