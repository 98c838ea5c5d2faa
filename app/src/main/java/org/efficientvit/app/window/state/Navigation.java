package org.efficientvit.app.window.state;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * The one selection that all views share, with the way back. Steps from token to token at one place
 * are one stop on that way.
 */
public final class Navigation {

  private final Timeline<Selection> timeline = new Timeline<>(Selection.NONE);

  /** Chooses what follows from what is chosen. */
  public void choose(UnaryOperator<Selection> change) {
    Selection now = timeline.presentProperty().get();
    Selection next = change.apply(now);
    if (next.equals(now)) {
      return;
    }
    boolean isFirst = now.equals(Selection.NONE);
    boolean goesOn = next.isNear(now) && (now.token() != null || now.channel() != null);
    if (isFirst || goesOn) {
      timeline.replace(next);
    } else {
      timeline.add(next);
    }
  }

  /** Chooses a place: an operation, a block or a stage. */
  public void go(String place) {
    choose(selection -> selection.at(place));
  }

  /** Chooses what was chosen before. */
  public void back() {
    timeline.back();
  }

  /** Chooses what was chosen before going back. */
  public void forward() {
    timeline.forward();
  }

  /** What is chosen now. */
  public Selection selection() {
    return timeline.presentProperty().get();
  }

  /** What is chosen now. */
  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return timeline.presentProperty();
  }

  /** Whether there is a way back. */
  public ReadOnlyBooleanProperty canGoBackProperty() {
    return timeline.canGoBackProperty();
  }

  /** Whether there is a way forward. */
  public ReadOnlyBooleanProperty canGoForwardProperty() {
    return timeline.canGoForwardProperty();
  }
}
