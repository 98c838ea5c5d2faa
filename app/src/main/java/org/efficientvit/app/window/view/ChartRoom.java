package org.efficientvit.app.window.view;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A view of one figure: what is chosen and done above it, and a line that says what it is of. */
class ChartRoom extends BorderPane {

  /**
   * A view.
   *
   * @param first what is chosen and done, from the left; the figure's own tools follow
   * @param last what stands at the right end
   * @param reading what was measured, in words
   */
  ChartRoom(List<Node> first, FigurePane pane, List<Node> last, ObservableValue<String> reading) {
    setPadding(new Insets(16));
    setMinSize(0, 0);
    HBox row = new HBox(8);
    row.getChildren().addAll(first);
    row.getChildren().addAll(Controls.spacer(), pane.bar());
    row.getChildren().addAll(last);
    row.setAlignment(Pos.CENTER_LEFT);
    Label words = Controls.caption("");
    words.setMinWidth(0);
    words.getStyleClass().add("reading");
    words.textProperty().bind(reading);
    setTop(new VBox(8, row, words));
    BorderPane.setMargin(pane, new Insets(8, 0, 0, 0));
    setCenter(pane);
  }

  /** A chooser of one of many figures. */
  static <T> ComboBox<T> chooser(
      String id, String name, List<T> values, Property<T> chosen, Function<T, String> text) {
    ComboBox<T> chooser = new ComboBox<>();
    chooser.setId(id);
    chooser.getItems().setAll(values);
    chooser.setVisibleRowCount(values.size());
    chooser.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : text.apply(value);
          }

          @Override
          public T fromString(String typed) {
            throw new UnsupportedOperationException(typed);
          }
        });
    chooser.valueProperty().bindBidirectional(chosen);
    chooser.setMinWidth(Region.USE_PREF_SIZE);
    chooser.setAccessibleText(name);
    return chooser;
  }
}
