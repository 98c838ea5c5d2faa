package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Numbers;
import org.jspecify.annotations.Nullable;

/** The numbers of a figure as a table that can be sorted by any column. */
final class DataView extends TableView<List<Object>> {

  private static final double WIDTH = 120;

  DataView() {
    getStyleClass().addAll(Styles.DENSE, "data-view");
    setAccessibleText("The numbers behind the figure");
    setVisible(false);
  }

  /** Shows another table, or none. */
  void show(@Nullable DataTable table) {
    getColumns().clear();
    getItems().clear();
    if (table != null) {
      for (int i = 0; i < table.header().size(); i++) {
        getColumns().add(column(table.header().get(i), i));
      }
      getItems().setAll(table.rows());
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

  /** Numbers stand at the right, with the digits that count. */
  private static final class NumberCell extends TableCell<List<Object>, Object> {

    @Override
    protected void updateItem(@Nullable Object item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setText(null);
        return;
      }
      boolean isNumber = item instanceof Number;
      setText(
          item instanceof Double || item instanceof Float
              ? Numbers.plain(((Number) item).doubleValue())
              : item.toString());
      setStyle(isNumber ? "-fx-alignment: center-right;" : "-fx-alignment: center-left;");
    }
  }
}
