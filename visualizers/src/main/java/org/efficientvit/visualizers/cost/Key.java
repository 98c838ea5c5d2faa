package org.efficientvit.visualizers.cost;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/** What marks mean, in lines as long as there is room. */
record Key(List<Entry> entries) {

  private static final double LINE = 16;
  private static final double SYMBOL_AREA = 56;
  private static final double GAP = 5;
  private static final double BETWEEN = 4;
  private static final double AFTER = 15;

  /** Draws a sign around a point. */
  @FunctionalInterface
  interface Sign {
    void draw(Canvas canvas, Theme theme, double x, double y);
  }

  /**
   * A sign and what it means.
   *
   * @param size width of the sign, in points
   */
  record Entry(String label, double size, Sign sign) {

    double width() {
      return size + GAP + Canvas.width(label, Theme.LIGHT.font(Theme.Type.SMALL));
    }
  }

  /** Kinds of operation by shape and colour. */
  static Key ofKinds(Collection<OperationKind> kinds) {
    return new Key(new TreeSet<>(kinds).stream().map(Key::kind).toList());
  }

  private static Entry kind(OperationKind kind) {
    return new Entry(
        kind.label(),
        10,
        (canvas, theme, x, y) ->
            canvas.fill(KindSymbol.of(kind, x, y, SYMBOL_AREA), theme.of(kind)));
  }

  /** What bounds operations. */
  static Key ofBounds() {
    return new Key(Arrays.stream(Bound.values()).map(Key::bound).toList());
  }

  private static Entry bound(Bound bound) {
    return new Entry(
        bound.label() + " bound",
        18,
        (canvas, theme, x, y) ->
            Hatch.fill(canvas, theme, bound, new Rectangle2D.Double(x - 9, y - 5, 18, 10)));
  }

  /** These and one more. */
  Key with(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Key(more);
  }

  /** With another below. */
  double height(double room, Key below) {
    return height(room) + BETWEEN + below.height(room);
  }

  /** Draws this and another below. */
  void draw(Canvas canvas, Theme theme, double x, double y, double room, Key below) {
    draw(canvas, theme, x, y, room);
    below.draw(canvas, theme, x, y + height(room) + BETWEEN, room);
  }

  private List<List<Entry>> lines(double room) {
    List<List<Entry>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      if (used + entry.width() > room) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(entry);
      used += entry.width() + AFTER;
    }
    return lines;
  }

  double height(double room) {
    return LINE * lines(room).size();
  }

  void draw(Canvas canvas, Theme theme, double x, double y, double room) {
    double middle = y + LINE / 2;
    for (List<Entry> line : lines(room)) {
      double left = x;
      for (Entry entry : line) {
        entry.sign.draw(canvas, theme, left + entry.size / 2, middle);
        canvas.text(
            entry.label, Theme.Type.SMALL, theme.text(), left + entry.size + GAP, middle + 3.5);
        left += entry.width() + AFTER;
      }
      middle += LINE;
    }
  }
}
