package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.TimesViewModel;
import org.efficientvit.visualizers.chart.OperationTimeFigure;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How long each operation takes. */
final class TimesView extends BorderPane {

  TimesView(InspectViewModel inspect, FigureTools tools) {
    TimesViewModel times = inspect.times();
    setPadding(new Insets(16));
    HBox views =
        Controls.segments(
            FXCollections.observableArrayList(OperationTimeFigure.View.values()),
            times.viewProperty(),
            TimesView::name,
            "View");
    Button again = new Button("Measure again", new FontIcon(Feather.REFRESH_CW));
    again.setId("measure");
    again.getStyleClass().add(Styles.SMALL);
    again.setTooltip(new Tooltip("Measure the open model again (F5)"));
    again.setOnAction(event -> inspect.measure());
    Label reading = Controls.caption("");
    reading.textProperty().bind(times.readingProperty());

    FigurePane pane =
        new FigurePane(
            "times",
            times.figureProperty(),
            times,
            inspect.display(),
            tools,
            "Choose a picture: its operations are then timed one by one, on PyTorch.");
    HBox first = new HBox(8, views, Controls.spacer(), pane.bar(), again);
    first.setAlignment(Pos.CENTER_LEFT);
    setTop(new VBox(8, first, reading));
    BorderPane.setMargin(pane, new Insets(8, 0, 0, 0));
    setCenter(pane);
  }

  private static String name(OperationTimeFigure.View view) {
    return view.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
