package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.efficientvit.app.window.viewmodel.CompareRow;
import org.efficientvit.app.window.viewmodel.CompareRow.Reading;
import org.efficientvit.app.window.viewmodel.CompareViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The compared networks in figures, sorted by any column; the chosen one is brought out in the
 * figure.
 */
final class CompareTable extends TableView<CompareRow> {

  private static final double ROW = 26;
  private static final double LEAST_ROWS = 5.2;

  /** A narrower column would cut its numbers. */
  private static final double LEAST_SHARE = 0.85;

  private final CompareViewModel compare;
  private boolean isFollowing;

  CompareTable(CompareViewModel compare) {
    this.compare = compare;
    setId("compare-table");
    setAccessibleText("The compared networks in figures");
    getStyleClass().add(Styles.DENSE);
    setFixedCellSize(ROW);
    SortedList<CompareRow> sorted = new SortedList<>(compare.rows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setPlaceholder(new Label("Looking up what is known."));
    setMinSize(0, LEAST_ROWS * ROW);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<CompareRow, Reading> ratio =
        column("", 52, "Images/s for each one of the first network", CompareRow::ratio);
    if (ratio.getGraphic() instanceof Label heading) {
      heading.textProperty().bind(compare.baseProperty().map(base -> "/ " + base));
    }
    getColumns()
        .addAll(
            List.of(
                models(),
                column("MACs", 56, "Multiply-accumulates of one picture", CompareRow::macs),
                column("Params", 56, "Parameters as trained", CompareRow::parameters),
                column(
                    "Memory",
                    58,
                    "Weights, and what the largest operation reads and writes at this batch",
                    CompareRow::memory),
                group(
                    "Top-1 (%), ImageNet",
                    List.of(
                        column("Here", 46, "Measured here", CompareRow::measuredTop1),
                        column("Printed", 54, "As its authors published it", CompareRow::top1),
                        column(
                            "timm", 46, "Of timm's weights, by timm's results", CompareRow::timm))),
                group(
                    "Measured here",
                    List.of(
                        column("ms", 56, "Milliseconds of a pass", CompareRow::milliseconds),
                        column("Img/s", 50, "Images per second", CompareRow::imagesPerSecond),
                        column(
                            "/ GMAC",
                            58,
                            "Images/s over the billions of multiply-accumulates of a picture",
                            CompareRow::perGigaMac),
                        ratio)),
                group(
                    "Printed, over the first's",
                    List.of(
                        column(
                            "V100", 50, "V100, batch 2048; read in the source", CompareRow::v100),
                        column(
                            "Xeon",
                            48,
                            "One thread of a Xeon, batch 16; recalled, not confirmed",
                            CompareRow::xeon),
                        column(
                            "ONNX",
                            50,
                            "ONNX Runtime on a CPU; recalled, not confirmed",
                            CompareRow::onnx)))));
    compare.rows().addListener((ListChangeListener<CompareRow>) change -> follow());
    compare.markedProperty().addListener((property, old, now) -> follow());
    getSelectionModel().selectedItemProperty().addListener((property, old, now) -> mark(now));
    follow();
  }

  private void mark(@Nullable CompareRow row) {
    if (row != null && !isFollowing) {
      compare.markedProperty().set(row.id());
    }
  }

  private void follow() {
    isFollowing = true;
    getSelectionModel().clearSelection();
    getItems().stream()
        .filter(row -> row.id().equals(compare.markedProperty().get()))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
    isFollowing = false;
  }

  private static TableColumn<CompareRow, Reading> group(
      String title, List<TableColumn<CompareRow, Reading>> columns) {
    TableColumn<CompareRow, Reading> group = new TableColumn<>(title);
    group.getColumns().addAll(columns);
    group.setSortable(false);
    group.setReorderable(false);
    return group;
  }

  private static TableColumn<CompareRow, String> models() {
    TableColumn<CompareRow, String> models = new TableColumn<>("Network");
    models.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().model()));
    models.setMinWidth(56);
    models.setPrefWidth(84);
    models.setReorderable(false);
    return models;
  }

  private static TableColumn<CompareRow, Reading> column(
      String title, double width, String tip, Function<CompareRow, Reading> reading) {
    TableColumn<CompareRow, Reading> column = new TableColumn<>();
    Label heading = new Label(title);
    heading.setTooltip(new Tooltip(tip));
    heading.setMinWidth(Region.USE_PREF_SIZE);
    column.setGraphic(heading);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(reading.apply(row.getValue())));
    column.setMinWidth(LEAST_SHARE * width);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.getStyleClass().add("number");
    return column;
  }
}
