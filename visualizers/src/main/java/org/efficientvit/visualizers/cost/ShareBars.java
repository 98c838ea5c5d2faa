package org.efficientvit.visualizers.cost;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Shares;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.Theme;

/** Bars of one length, divided by what bounds the time of some operations, once by each rule. */
record ShareBars(List<Row> rows, List<Grouping> groupings) {

  private static final double ROW = 25;
  private static final double BAR = 18;
  private static final double HEAD = 20;
  private static final double AXIS = 20;
  private static final double GAP = 10;
  private static final double BETWEEN = 22;
  private static final double RULE = 7;

  /**
   * One bar.
   *
   * @param remark beside its name: how long they took
   * @param names of the operations, for who points at it
   * @param isApart whether it stands apart from those above it
   */
  record Row(
      String name,
      String remark,
      List<ProfiledOperation> operations,
      Set<String> names,
      boolean isApart) {

    Shares shares(Grouping grouping) {
      return Shares.of(operations, grouping);
    }
  }

  /** A part of a bar. */
  private record Part(Row row, Grouping grouping, Bound bound, double share, Rectangle2D area) {}

  static String rule(Grouping grouping) {
    return switch (grouping) {
      case LIMIT -> "by the largest of three limits";
      case PAPER -> "by sort of operation, as in the paper";
    };
  }

  double height() {
    long apart = rows.stream().filter(Row::isApart).count();
    return HEAD + rows.size() * ROW + apart * RULE + AXIS;
  }

  private double names() {
    return widest(rows.stream().map(Row::name).toList(), Theme.Type.BODY);
  }

  private double remarks() {
    return widest(rows.stream().map(Row::remark).toList(), Theme.Type.SMALL);
  }

  private static double widest(List<String> texts, Theme.Type type) {
    return texts.stream()
        .mapToDouble(text -> Canvas.width(text, Theme.LIGHT.font(type)))
        .max()
        .orElse(0);
  }

  private double panel(double width) {
    double room = width - names() - GAP - remarks() - GAP;
    return (room - BETWEEN * (groupings.size() - 1)) / groupings.size();
  }

  private double left(int grouping, double x, double width) {
    return x + names() + GAP + remarks() + GAP + grouping * (panel(width) + BETWEEN);
  }

  private double[] tops(double y) {
    double[] tops = new double[rows.size()];
    double next = y + HEAD;
    for (int i = 0; i < tops.length; i++) {
      next += rows.get(i).isApart() ? RULE : 0;
      tops[i] = next + (ROW - BAR) / 2;
      next += ROW;
    }
    return tops;
  }

  private List<Part> parts(double x, double y, double width) {
    double[] tops = tops(y);
    List<Part> parts = new ArrayList<>();
    for (int panel = 0; panel < groupings.size(); panel++) {
      Grouping grouping = groupings.get(panel);
      for (int i = 0; i < tops.length; i++) {
        Shares shares = rows.get(i).shares(grouping);
        double left = left(panel, x, width);
        for (Bound bound : Bound.values()) {
          double share = shares.of(bound);
          double length = share * panel(width);
          Rectangle2D area = new Rectangle2D.Double(left, tops[i], length, BAR);
          if (share > 0) {
            parts.add(new Part(rows.get(i), grouping, bound, share, area));
          }
          left += length;
        }
      }
    }
    return parts;
  }

  /** The parts of the bars when they are drawn there. */
  List<Pickable> pickables(double x, double y, double width) {
    return parts(x, y, width).stream()
        .map(
            part ->
                new Pickable(
                    part.row.name(),
                    part.row.names().isEmpty() ? Set.of() : names(part),
                    part.area,
                    "%s\n%s bound: %s of %s\n%s"
                        .formatted(
                            part.row.name(),
                            part.bound.label(),
                            Numbers.percent(part.share),
                            Words.time(Words.time(part.row.operations())),
                            rule(part.grouping))))
        .toList();
  }

  /** The operations of a part. */
  private static Set<String> names(Part part) {
    return Words.names(
        part.row.operations().stream().filter(one -> part.grouping.of(one) == part.bound).toList());
  }

  /** Draws names, bars and axes. */
  void draw(Canvas canvas, Theme theme, double x, double y, double width) {
    double[] tops = tops(y);
    for (int i = 0; i < tops.length; i++) {
      Row row = rows.get(i);
      double baseline = tops[i] + BAR / 2 + 4;
      canvas.text(row.name(), Theme.Type.BODY, theme.text(), x, baseline);
      canvas.text(
          row.remark(),
          Theme.Type.SMALL,
          theme.muted(),
          x + names() + GAP + remarks(),
          baseline - 0.5,
          Align.RIGHT);
      if (row.isApart()) {
        double rule = tops[i] - (ROW - BAR) / 2 - RULE / 2;
        canvas.line(new Line2D.Double(x, rule, x + width, rule), theme.grid(), 0.75);
      }
    }
    double bottom = y + height() - AXIS;
    for (int panel = 0; panel < groupings.size(); panel++) {
      axis(canvas, theme, groupings.get(panel), left(panel, x, width), y, width, bottom);
    }
    for (Part part : parts(x, y, width)) {
      Hatch.fill(canvas, theme, part.bound, part.area);
      Hatch.text(
          canvas,
          theme,
          part.bound,
          part.area,
          String.format(Locale.ROOT, "%.0f%%", 100 * part.share));
      canvas.line(
          new Line2D.Double(
              part.area.getMaxX(), part.area.getMinY(), part.area.getMaxX(), part.area.getMaxY()),
          theme.background(),
          1);
    }
  }

  private void axis(
      Canvas canvas,
      Theme theme,
      Grouping grouping,
      double left,
      double y,
      double width,
      double bottom) {
    double length = panel(width);
    canvas.text(
        canvas.fit(rule(grouping), Theme.Type.BODY, length),
        Theme.Type.BODY,
        theme.text(),
        left,
        y + 11);
    for (int percent : Arrays.asList(0, 25, 50, 75, 100)) {
      double at = left + length * percent / 100;
      canvas.line(new Line2D.Double(at, y + HEAD, at, bottom), theme.grid(), 0.75);
      canvas.text(
          percent + "%",
          Theme.Type.SMALL,
          theme.muted(),
          at,
          bottom + 13,
          percent == 0 ? Align.LEFT : percent == 100 ? Align.RIGHT : Align.CENTRE);
    }
  }

  /** Rows of the table: name, rule, share of each bound, time. */
  List<List<Object>> table() {
    List<List<Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      for (Grouping grouping : groupings) {
        Shares shares = row.shares(grouping);
        cells.add(
            List.of(
                row.name(),
                grouping.toString(),
                shares.memory(),
                shares.compute(),
                shares.overhead(),
                Words.time(row.operations())));
      }
    }
    return cells;
  }
}
