package org.efficientvit.app.window.view;

import java.util.List;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;

/** The views of the window, in their order: one more is one more entry. */
final class Rooms {

  private Rooms() {}

  static List<Room> of(Workbench bench, FigureTools tools, Opener opener) {
    return List.of(
        new Room(
            "inspect",
            "Inspect",
            Feather.EYE,
            () -> new InspectView(bench, tools, opener),
            bench.figures(),
            () -> {}),
        new Room(
            "heads",
            "Heads",
            Feather.GRID,
            () -> new HeadMeasuresView(bench, tools),
            bench.heads(),
            () -> {}),
        new Room(
            "cost",
            "Cost",
            Feather.CLOCK,
            () -> new CostView(bench, tools),
            bench.cost(),
            () -> {}),
        new Room(
            "compare",
            "Compare",
            Feather.BAR_CHART_2,
            () -> new CompareView(bench.compare(), bench.inspect().display(), tools),
            bench.compare(),
            bench.compare()::refresh),
        new Room(
            "evaluate",
            "Evaluate",
            Feather.TARGET,
            () -> new LearningView(bench, tools, opener),
            bench.learning(),
            bench.learning()::refresh),
        new Room(
            "claims",
            "Claims",
            Feather.CHECK_SQUARE,
            () -> new ClaimsView(bench, tools),
            bench.claims(),
            bench.claims()::refresh),
        new Room(
            Workbench.DETECT_ROOM,
            "Detect",
            Feather.MAXIMIZE,
            () -> new DetectView(bench, tools, opener),
            bench.detect(),
            () -> {},
            true));
  }
}
