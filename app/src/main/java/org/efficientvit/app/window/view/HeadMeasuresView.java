package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.efficientvit.app.window.viewmodel.HeadMeasuresViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What heads attend to and how alike they are, measured over one picture or many. */
final class HeadMeasuresView extends ChartRoom {

  HeadMeasuresView(Workbench bench, FigureTools tools) {
    this(
        bench,
        new FigurePane(
            "head-measures",
            bench.heads().figureProperty(),
            bench.heads(),
            bench.inspect().display(),
            tools,
            "Press Measure to see how evenly and how far heads attend, and how alike they are."));
  }

  private HeadMeasuresView(Workbench bench, FigurePane pane) {
    super(
        List.of(
            ChartRoom.chooser(
                "heads-chart",
                "Figure",
                List.of(HeadMeasuresViewModel.Chart.values()),
                bench.heads().chartProperty(),
                HeadMeasuresViewModel.Chart::title),
            ChartRoom.chooser(
                "heads-scope",
                "Pictures",
                List.of(HeadMeasuresViewModel.Scope.values()),
                bench.heads().scopeProperty(),
                HeadMeasuresViewModel.Scope::words)),
        pane,
        List.of(measure(bench)),
        bench.heads().readingProperty());
  }

  private static Button measure(Workbench bench) {
    Button measure = new Button("Measure", new FontIcon(Feather.PLAY));
    measure.setId("measure-heads");
    measure.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    measure.setTooltip(new Tooltip("Measure the heads of the open network on these pictures"));
    measure.disableProperty().bind(Bindings.isEmpty(bench.inspect().heads().blocks()));
    measure.setOnAction(event -> bench.heads().measure());
    return measure;
  }
}
