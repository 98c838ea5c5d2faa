package org.efficientvit.app.window.state;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A setting of several values, of which each is an action.
 *
 * @param menu in which it stands
 * @param name what is set: {@code Colour map}
 * @param values that there are now
 * @param text a value as a person reads it
 * @param chosen the value that is set; null where choosing does something and sets nothing
 * @param choose takes a value
 */
public record Choice<T>(
    String menu,
    String name,
    Supplier<List<T>> values,
    Function<T, String> text,
    @Nullable ObservableValue<? extends @Nullable T> chosen,
    Consumer<T> choose)
    implements Actions.Entry {

  private static final ObservableValue<Boolean> ALWAYS =
      new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

  public Choice {
    requireNonNull(menu, "menu is null");
    requireNonNull(name, "name is null");
  }

  /** A setting that is a property. */
  public static <T> Choice<T> of(
      String menu, String name, List<T> values, Function<T, String> text, Property<T> property) {
    return new Choice<>(menu, name, () -> values, text, property, property::setValue);
  }

  /** One action for each value, by the value's name alone. */
  public List<Action> options() {
    return values.get().stream().map(value -> option(text.apply(value), value)).toList();
  }

  /** The same by the names under which they are found: {@code Colour map: ember}. */
  public List<Action> named() {
    return values.get().stream()
        .map(value -> option(name + ": " + text.apply(value), value))
        .toList();
  }

  private Action option(String title, T value) {
    ObservableValue<? extends @Nullable T> now = chosen;
    return new Action(
        menu,
        title,
        "",
        ALWAYS,
        now == null ? null : Bindings.createBooleanBinding(() -> value.equals(now.getValue()), now),
        () -> choose.accept(value));
  }
}
