package org.efficientvit.app.window.view;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeSet;
import javafx.beans.value.ObservableValue;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.state.Selection;
import org.efficientvit.visualizers.Pickable;

/** Brings out the selected place of the network, and selects the place that a part shows. */
final class PlaceMarking implements Marking {

  private final Navigation navigation;

  PlaceMarking(Navigation navigation) {
    this.navigation = requireNonNull(navigation, "navigation is null");
  }

  @Override
  public ObservableValue<String> marked() {
    return navigation.selectionProperty().map(Selection::place);
  }

  /** Selects the operation that a part shows, or what all of its operations lie in. */
  @Override
  public void pick(Pickable part) {
    if (!part.operations().isEmpty()) {
      navigation.go(common(List.copyOf(new TreeSet<>(part.operations()))));
    }
  }

  private static String common(List<String> sorted) {
    String first = sorted.get(0);
    String last = sorted.get(sorted.size() - 1);
    if (first.equals(last)) {
      return first;
    }
    int end = 0;
    while (end < first.length() && end < last.length() && first.charAt(end) == last.charAt(end)) {
      end++;
    }
    boolean isWhole = end == first.length() || end == last.length();
    int dot = isWhole ? end : first.lastIndexOf('.', end);
    return dot <= 0 ? first : first.substring(0, dot);
  }
}
