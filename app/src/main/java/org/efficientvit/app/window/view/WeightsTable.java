package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.efficientvit.app.window.viewmodel.WeightsRow;
import org.efficientvit.app.window.viewmodel.WeightsViewModel;
import org.jspecify.annotations.Nullable;

/** The catalogue, a row for each published file. */
final class WeightsTable extends TableView<WeightsRow> {

  WeightsTable(WeightsViewModel weights) {
    setId("weights-table");
    setAccessibleText("Published weights");
    getStyleClass().addAll(Styles.DENSE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    TableColumn<WeightsRow, WeightsRow> state = new TableColumn<>("State");
    state.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    state.setCellFactory(column -> new StateCell());
    state.setMinWidth(240);
    getColumns().add(column("Model", 72, row -> row.entry().variant().name()));
    getColumns().add(column("Source", 136, row -> row.entry().source().label()));
    getColumns().add(column("Published top-1", 144, WeightsRow::top1));
    getColumns().add(column("Size", 120, WeightsRow::size));
    getColumns().add(column("Licence", 80, row -> row.entry().licence()));
    getColumns().add(state);
    getColumns().forEach(column -> column.setSortable(false));
    getColumns().forEach(column -> column.setReorderable(false));
    getItems().setAll(weights.rows());
    getSelectionModel().select(weights.selectedProperty().get());
    getSelectionModel()
        .selectedItemProperty()
        .addListener((property, old, now) -> weights.selectedProperty().set(now));
  }

  private static TableColumn<WeightsRow, String> column(
      String title, double width, Function<WeightsRow, String> text) {
    TableColumn<WeightsRow, String> column = Tables.column(title, width, text);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    return column;
  }

  /** A bar while a file comes, and words beside it or alone. */
  private static final class StateCell extends TableCell<WeightsRow, WeightsRow> {

    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final HBox box = new HBox(8, bar, words);

    StateCell() {
      bar.setPrefWidth(96);
      bar.setMinWidth(96);
      bar.setAccessibleText("Progress");
      bar.managedProperty().bind(bar.visibleProperty());
      box.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable WeightsRow row, boolean empty) {
      super.updateItem(row, empty);
      bar.progressProperty().unbind();
      bar.visibleProperty().unbind();
      words.textProperty().unbind();
      if (row == null || empty) {
        setGraphic(null);
        return;
      }
      bar.progressProperty().bind(row.progressProperty());
      bar.visibleProperty().bind(row.stateProperty().isEqualTo(WeightsRow.State.FETCHING));
      words.textProperty().bind(row.statusProperty());
      setGraphic(box);
    }
  }
}
