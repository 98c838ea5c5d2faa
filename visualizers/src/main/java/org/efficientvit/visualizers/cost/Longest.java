package org.efficientvit.visualizers.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.Theme;

/**
 * The few operations that take most time: a number beside the mark of each, and below the figure
 * what the numbers stand for, where long names are in nobody's way.
 *
 * @param operations the longest first
 * @param time of all operations of the pass, in nanoseconds
 */
record Longest(List<ProfiledOperation> operations, double time) {

  private static final int COUNT = 6;

  static Longest of(List<ProfiledOperation> drawn, double time) {
    return new Longest(
        drawn.stream()
            .sorted(
                Comparator.comparingDouble((ProfiledOperation one) -> one.nanoseconds().value())
                    .reversed())
            .limit(COUNT)
            .toList(),
        time);
  }

  /** What the numbers stand for. */
  Key key() {
    List<Key.Entry> entries = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      ProfiledOperation one = operations.get(i);
      int number = i + 1;
      entries.add(
          new Key.Entry(
              "%s  %s%s"
                  .formatted(
                      one.name(),
                      Numbers.percent(one.nanoseconds().value() / time),
                      i == 0 ? " of the time" : ""),
              Labels.BADGE,
              (canvas, theme, x, y) -> Labels.badge(canvas, theme, number, x, y)));
    }
    return new Key(entries);
  }

  /** Draws the numbers beside the marks. */
  void draw(Canvas canvas, Theme theme, Labels labels, List<Pickable> marks) {
    for (int i = 0; i < operations.size(); i++) {
      for (Pickable mark : marks) {
        if (mark.name().equals(operations.get(i).name())) {
          labels.beside(canvas, theme, mark.outline().getBounds2D(), i + 1);
        }
      }
    }
  }
}
