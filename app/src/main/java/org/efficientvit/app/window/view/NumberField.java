package org.efficientvit.app.window.view;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A whole number that is typed or stepped; what is no number is not taken. */
final class NumberField extends Spinner<Integer> {

  /** Held here, since a binding holds it weakly. */
  private final ObjectProperty<Integer> boxed;

  /**
   * A field.
   *
   * @param name for those who cannot see it
   * @param digits that it has room for
   */
  NumberField(
      String id, String name, IntegerProperty value, int least, int most, int step, int digits) {
    SpinnerValueFactory.IntegerSpinnerValueFactory values =
        new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, value.get(), step);
    values.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer number) {
            return number == null ? "" : number.toString();
          }

          @Override
          public Integer fromString(String text) {
            try {
              return Math.max(least, Math.min(most, Integer.parseInt(text.strip())));
            } catch (NumberFormatException e) {
              return value.get();
            }
          }
        });
    setValueFactory(values);
    boxed = value.asObject();
    values.valueProperty().bindBidirectional(boxed);
    setId(id);
    setEditable(true);
    setAccessibleText(name);
    getEditor().setAccessibleText(name);
    getEditor().setPrefColumnCount(digits);
    setMinWidth(USE_PREF_SIZE);
    focusedProperty()
        .addListener(
            (property, old, now) -> {
              if (!now) {
                commitValue();
                // What was no number gives way to the one that counts.
                getEditor().setText(values.getConverter().toString(getValue()));
              }
            });
  }
}
