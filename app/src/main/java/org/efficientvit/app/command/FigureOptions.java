package org.efficientvit.app.command;

import java.util.EnumSet;
import java.util.Set;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
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

  Theme theme() {
    return ground.theme();
  }
}
