package org.efficientvit.visualizers.export;

import java.util.List;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.PredictionFigure;

/**
 * The figures of one picture and what they are of.
 *
 * @param engine that ran the network, as a person calls it
 * @param top the likeliest classes, likeliest first
 * @param figures in the order of the page, each with a name of its own
 */
public record Report(
    FigureContext context,
    String engine,
    List<PredictionFigure.Bar> top,
    List<? extends Figure> figures) {

  /**
   * Checks that no figure's file would replace another's.
   *
   * @throws IllegalArgumentException if two figures have one name
   */
  public Report {
    top = List.copyOf(top);
    figures = List.copyOf(figures);
    long names = figures.stream().map(Figure::name).distinct().count();
    if (names < figures.size()) {
      throw new IllegalArgumentException("two figures of a report have one name");
    }
  }
}
