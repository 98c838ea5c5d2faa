package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the network costs: counted, timed, and beside this machine's ceilings. */
final class CostView extends ChartRoom {

  CostView(Workbench bench, FigureTools tools) {
    this(
        bench,
        new FigurePane(
            "cost",
            bench.cost().figureProperty(),
            bench.cost(),
            bench.inspect().display(),
            tools,
            "Press Measure to see each operation's time; single operations are timed on PyTorch, and"
                + " profiled on both engines."));
  }

  private CostView(Workbench bench, FigurePane pane) {
    super(
        List.of(
            ChartRoom.chooser(
                "cost-chart",
                "Figure",
                List.of(CostViewModel.Chart.values()),
                bench.cost().chartProperty(),
                CostViewModel.Chart::title)),
        pane,
        List.of(measure(bench.cost())),
        bench.cost().readingProperty());
  }

  private static Button measure(CostViewModel cost) {
    Button measure = new Button("Measure", new FontIcon(Feather.PLAY));
    measure.setId("measure");
    measure.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    measure.setTooltip(new Tooltip("Measure what this figure needs (F5 times the operations)"));
    measure
        .disableProperty()
        .bind(cost.chartProperty().map(chart -> chart.needs() == CostViewModel.Needs.NOTHING));
    measure.setOnAction(event -> cost.measure());
    return measure;
  }
}
