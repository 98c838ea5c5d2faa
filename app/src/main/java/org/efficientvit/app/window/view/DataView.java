package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Numbers;
import org.jspecify.annotations.Nullable;

/** The numbers of a figure as a table, sorted by any column, of the rows that hold some words. */
final class DataView extends VBox {

  private static final double WIDTH = 120;
  private static final double SEARCH_WIDTH = 240;

  private final ObservableList<List<Object>> all = FXCollections.observableArrayList();
  private final FilteredList<List<Object>> shown = new FilteredList<>(all);
  private final TableView<List<Object>> table = new TableView<>();
  private final TextField words = new TextField();

  DataView() {
    super(8);
    getStyleClass().add("data-view");
    table.getStyleClass().add(Styles.DENSE);
    table.setAccessibleText("The numbers behind the figure");
    table.setPlaceholder(new Label("No row holds these words."));
    SortedList<List<Object>> sorted = new SortedList<>(shown);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    VBox.setVgrow(table, Priority.ALWAYS);
    words.getStyleClass().addAll(Styles.SMALL, "data-filter");
    words.setPromptText("Rows with these words");
    words.setAccessibleText("Show the rows that hold these words");
    words.setPrefWidth(SEARCH_WIDTH);
    words.textProperty().addListener((property, old, now) -> shown.setPredicate(holding(now)));
    Label count = Controls.caption("");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "%d of %d rows".formatted(shown.size(), all.size()), shown, all));
    HBox row = new HBox(8, words, count);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(row, table);
    setVisible(false);
  }

  /** The rows in which each word stands somewhere, in capitals or not. */
  static Predicate<List<Object>> holding(String text) {
    List<String> wanted =
        Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).toList();
    return row -> {
      List<String> cells = row.stream().map(one -> text(one).toLowerCase(Locale.ROOT)).toList();
      return wanted.stream().allMatch(word -> cells.stream().anyMatch(cell -> cell.contains(word)));
    };
  }

  /** Shows another table, or none. */
  void show(@Nullable DataTable data) {
    table.getColumns().clear();
    all.clear();
    if (data != null) {
      for (int i = 0; i < data.header().size(); i++) {
        table.getColumns().add(column(data.header().get(i), i));
      }
      all.setAll(data.rows());
    }
  }

  private static TableColumn<List<Object>, Object> column(String title, int index) {
    TableColumn<List<Object>, Object> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
    column.setCellFactory(made -> new NumberCell());
    column.setComparator(DataView::compare);
    column.setPrefWidth(WIDTH);
    return column;
  }

  private static int compare(Object one, Object other) {
    return one instanceof Number a && other instanceof Number b
        ? Double.compare(a.doubleValue(), b.doubleValue())
        : Comparator.<String>naturalOrder().compare(one.toString(), other.toString());
  }

  private static String text(Object item) {
    return item instanceof Double || item instanceof Float
        ? Numbers.plain(((Number) item).doubleValue())
        : item.toString();
  }

  /** Numbers stand at the right, with the digits that count. */
  private static final class NumberCell extends TableCell<List<Object>, Object> {

    @Override
    protected void updateItem(@Nullable Object item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setText(null);
        return;
      }
      setText(text(item));
      setStyle(
          item instanceof Number ? "-fx-alignment: center-right;" : "-fx-alignment: center-left;");
    }
  }
}
