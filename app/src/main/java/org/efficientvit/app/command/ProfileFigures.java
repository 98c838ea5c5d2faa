package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.OperationTimeFigure;

/** The figures of profiles. */
final class ProfileFigures {

  private ProfileFigures() {}

  static List<Figure> of(Profiling.Result result) {
    List<Figure> figures = new ArrayList<>();
    for (ProfiledNetwork network : result.networks()) {
      List<OperationTime> times =
          network.profile().operations().stream()
              .map(
                  one ->
                      new OperationTime(
                          one.name(), one.cost().kind(), Math.round(one.nanoseconds().value())))
              .toList();
      figures.add(
          new OperationTimeFigure(times, OperationTimeFigure.View.IN_ORDER, context(network)));
    }
    return figures;
  }

  private static FigureContext context(ProfiledNetwork network) {
    String name = network.profile().cost().network();
    return new FigureContext(
        Designs.find(name).map(Design::displayName).orElse(name),
        null,
        network.weights(),
        network.isRandom());
  }
}
