package org.efficientvit.app.window.view;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** What tables of several views have in common. */
final class Tables {

  private Tables() {}

  /** A column of words. */
  static <T> TableColumn<T, String> column(String title, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  /** A column of numbers, at the right as what they are. */
  static <T> TableColumn<T, String> numbers(String title, double width, Function<T, String> text) {
    TableColumn<T, String> column = column(title, width, text);
    column.getStyleClass().add("number");
    return column;
  }

  /** Does something with the row that is clicked, or that Enter is pressed on. */
  static <T> void onChosen(TableView<T> table, Consumer<T> action) {
    table.setRowFactory(
        made -> {
          TableRow<T> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                  action.accept(row.getItem());
                }
              });
          return row;
        });
    table.setOnKeyPressed(
        event -> {
          T chosen = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            action.accept(chosen);
          }
        });
  }
}
