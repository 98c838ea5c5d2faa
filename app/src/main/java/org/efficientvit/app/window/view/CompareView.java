package org.efficientvit.app.window.view;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.window.viewmodel.CompareViewModel;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.visualizers.Pickable;

/** Networks side by side: speed against accuracy above, all figures below. */
final class CompareView extends BorderPane {

  /** The chart's part of the height at first. */
  private static final double CHART = 0.7;

  private static final double LEAST_HEIGHT = 460;

  CompareView(CompareViewModel compare, Display display, FigureTools tools) {
    setPadding(new Insets(16));
    FigurePane middle =
        new FigurePane(
            "compare-figure",
            compare.figureProperty(),
            compare,
            display,
            tools,
            "Press Measure to time these networks here; what is measured is kept, and the chart"
                + " follows.",
            new NetworkMarking(compare));
    MeasureBar measure =
        new MeasureBar(
            "compare-measure",
            "Measure what is missing in this setting: some six seconds a network",
            compare.measurement(),
            compare.missingProperty(),
            compare::measure,
            compare::stop);
    HBox second = new HBox(8, reading(compare), Controls.spacer(), middle.bar(), measure);
    second.setAlignment(Pos.CENTER_LEFT);
    setMinSize(0, 0);
    setTop(new VBox(8, choices(compare), second));
    SplitPane both = new SplitPane(middle, new CompareTable(compare));
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(CHART);
    Node room = Controls.scrolled(both, LEAST_HEIGHT);
    BorderPane.setMargin(room, new Insets(8, 0, 0, 0));
    setCenter(room);
  }

  /** Brings out the chosen network, and chooses the network of a point. */
  private record NetworkMarking(CompareViewModel compare) implements Marking {

    @Override
    public ObservableValue<String> marked() {
      return compare.markedProperty();
    }

    @Override
    public void pick(Pickable part) {
      compare.markedProperty().set(part.name());
    }
  }

  private static FlowPane choices(CompareViewModel compare) {
    FlowPane row =
        new FlowPane(
            12,
            8,
            group("Networks", new NetworksMenu(compare)),
            group(
                "Engine",
                Controls.segments(
                    FXCollections.observableArrayList(Engine.values()),
                    compare.engineProperty(),
                    engine -> engine == Engine.PYTORCH ? "PyTorch" : "ONNX",
                    "Engine")),
            group(
                "Batch",
                Controls.segments(
                    FXCollections.observableArrayList(CompareViewModel.BATCHES),
                    compare.batchProperty(),
                    count -> Integer.toString(count),
                    "Batch")),
            group(
                "Threads",
                Controls.segments(
                    FXCollections.observableArrayList(CompareViewModel.threadCounts()),
                    compare.threadsProperty(),
                    count -> Integer.toString(count),
                    "Threads")));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    return row;
  }

  private static HBox group(String name, Node control) {
    HBox group = new HBox(8, Controls.caption(name), control);
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }

  private static Label reading(CompareViewModel compare) {
    Label reading = Controls.caption("");
    reading.setId("compare-reading");
    reading.setMinWidth(0);
    reading.textProperty().bind(compare.readingProperty());
    return reading;
  }
}
