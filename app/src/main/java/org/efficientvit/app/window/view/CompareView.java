package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.window.viewmodel.CompareRow;
import org.efficientvit.app.window.viewmodel.CompareViewModel;
import org.efficientvit.app.window.viewmodel.Display;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** M0 to M5 side by side: speed against accuracy above, all figures below. */
final class CompareView extends BorderPane {

  private static final double ROW = 26;
  private static final double ROWS = 8.7;

  CompareView(CompareViewModel compare, Display display, FigureTools tools) {
    setPadding(new Insets(16));

    FigurePane middle =
        new FigurePane(
            "compare-figure",
            compare.figureProperty(),
            compare,
            display,
            tools,
            "Press Measure to time M0 to M5 here; what is measured is kept, and the chart follows.");
    HBox second = new HBox(8, reading(compare), Controls.spacer(), middle.bar());
    second.setAlignment(Pos.CENTER_LEFT);
    setMinSize(0, 0);
    setTop(new VBox(8, choices(compare), second));
    BorderPane.setMargin(middle, new Insets(8, 0, 8, 0));
    setCenter(middle);
    setBottom(table(compare));
  }

  private static HBox choices(CompareViewModel compare) {
    Button measure = new Button("Measure", new FontIcon(Feather.PLAY));
    measure.setId("compare-measure");
    measure.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    measure.setTooltip(
        new Tooltip("Measure what is missing in this setting: some six seconds a model"));
    measure.disableProperty().bind(compare.missingProperty().not());
    measure.setOnAction(event -> compare.measure());
    HBox row =
        new HBox(
            8,
            Controls.caption("Engine"),
            Controls.segments(
                FXCollections.observableArrayList(Engine.values()),
                compare.engineProperty(),
                engine -> engine == Engine.PYTORCH ? "PyTorch" : "ONNX Runtime",
                "Engine"),
            Controls.caption("Batch"),
            Controls.segments(
                FXCollections.observableArrayList(CompareViewModel.BATCHES),
                compare.batchProperty(),
                count -> Integer.toString(count),
                "Batch"),
            Controls.caption("Threads"),
            Controls.segments(
                FXCollections.observableArrayList(CompareViewModel.threadCounts()),
                compare.threadsProperty(),
                count -> Integer.toString(count),
                "Threads"),
            Controls.spacer(),
            measure);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label reading(CompareViewModel compare) {
    Label reading = Controls.caption("");
    reading.setId("compare-reading");
    reading.textProperty().bind(compare.readingProperty());
    return reading;
  }

  private static TableView<CompareRow> table(CompareViewModel compare) {
    TableView<CompareRow> table = new TableView<>(compare.rows());
    table.setId("compare-table");
    table.setAccessibleText("M0 to M5 in figures");
    table.getStyleClass().add(Styles.DENSE);
    table.setFixedCellSize(ROW);
    table.setPrefHeight(ROWS * ROW);
    table.setMinHeight(ROWS * ROW);
    table.setMinWidth(0);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .addAll(
            List.of(
                column("", 44, "Model", CompareRow::model),
                column("MACs", 60, "Multiply-accumulates of one picture", CompareRow::macs),
                column("Params", 60, "Parameters as trained", CompareRow::parameters),
                column(
                    "Memory",
                    62,
                    "Weights, and what the largest operation reads and writes at this batch",
                    CompareRow::memory),
                column("Top-1 (%)", 104, "On ImageNet", CompareRow::top1),
                group(
                    "Measured here",
                    List.of(
                        column("ms", 56, "Of a pass", CompareRow::milliseconds),
                        column("Img/s", 60, "Images per second", CompareRow::imagesPerSecond),
                        column(
                            "/ GMAC",
                            60,
                            "Images/s over the billions of multiply-accumulates of a picture",
                            CompareRow::perGigaMac),
                        column("/ M0", 48, "Images/s for each one of M0", CompareRow::ratio))),
                group(
                    "Published, over M0's",
                    List.of(
                        column(
                            "V100", 52, "V100, batch 2048; read in the source", CompareRow::v100),
                        column(
                            "Xeon",
                            52,
                            "One thread of a Xeon, batch 16; recalled, not confirmed",
                            CompareRow::xeon),
                        column(
                            "ONNX",
                            52,
                            "ONNX Runtime on a CPU; recalled, not confirmed",
                            CompareRow::onnx)))));
    VBox.setVgrow(table, Priority.NEVER);
    return table;
  }

  private static TableColumn<CompareRow, String> group(
      String title, List<TableColumn<CompareRow, String>> columns) {
    TableColumn<CompareRow, String> group = new TableColumn<>(title);
    group.getColumns().addAll(columns);
    group.setSortable(false);
    group.setReorderable(false);
    return group;
  }

  private static TableColumn<CompareRow, String> column(
      String title, double width, String tip, Function<CompareRow, String> text) {
    TableColumn<CompareRow, String> column = new TableColumn<>();
    Label heading = new Label(title);
    if (!tip.isEmpty()) {
      heading.setTooltip(new Tooltip(tip));
    }
    column.setGraphic(heading);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
