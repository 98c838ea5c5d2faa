package org.efficientvit.app.window.state;

import static java.util.Objects.requireNonNull;

import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person can do, declared once for menus, shortcuts and the palette.
 *
 * @param menu in which it stands: {@code File}
 * @param name what it does: {@code Open pictures…}
 * @param keys its shortcut as {@code Shortcut+O}, or empty
 * @param enabled whether it can be done now
 * @param on whether it is switched on now; null for what is no switch
 * @param run does it
 */
public record Action(
    String menu,
    String name,
    String keys,
    ObservableValue<Boolean> enabled,
    @Nullable ObservableValue<Boolean> on,
    Runnable run)
    implements Actions.Entry {

  public Action {
    requireNonNull(menu, "menu is null");
    requireNonNull(name, "name is null");
    requireNonNull(keys, "keys is null");
    requireNonNull(enabled, "enabled is null");
    requireNonNull(run, "run is null");
  }

  /** Whether it is a switch that is on. */
  public boolean isOn() {
    ObservableValue<Boolean> state = on;
    return state != null && Boolean.TRUE.equals(state.getValue());
  }

  /** Does it, if it can be done now. */
  public void perform() {
    if (Boolean.TRUE.equals(enabled.getValue())) {
      run.run();
    }
  }
}
