package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Shares;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * Which share of the time each kind of operation takes, divided by what bounds it, above its share
 * of the multiply-accumulates: what MACs tell of the time and what not.
 */
public record KindTimeFigure(Profile profile, FigureContext context) implements PickableFigure {

  private static final double WIDTH = 680;
  private static final double NOTE = 18;
  private static final double ROW = 36;
  private static final double BAR = 15;
  private static final double MACS_BAR = 8;
  private static final double NAMES = 148;
  private static final double AXIS = 36;
  private static final double KEY = 14;
  private static final double BEFORE_LABEL = 6;

  /** Half of the number under the last line stands right of it. */
  private static final double LAST_TICK = 12;

  private static final int MOST_STEPS = 8;

  public KindTimeFigure {
    requireNonNull(profile, "profile is null");
    requireNonNull(context, "context is null");
  }

  /** The operations of one kind. */
  private record Kind(OperationKind kind, List<ProfiledOperation> operations) {

    double time() {
      return Words.time(operations);
    }

    long macs() {
      return operations.stream().mapToLong(one -> one.cost().macs()).sum();
    }

    double share(double all) {
      return all > 0 ? time() / all : 0;
    }

    double macsShare(long all) {
      return all > 0 ? (double) macs() / all : 0;
    }
  }

  /** The kinds that occur, that which takes most time first. */
  private List<Kind> kinds() {
    Map<OperationKind, List<ProfiledOperation>> kinds = new EnumMap<>(OperationKind.class);
    for (ProfiledOperation one : profile.operations()) {
      kinds.computeIfAbsent(one.cost().kind(), kind -> new ArrayList<>()).add(one);
    }
    return kinds.entrySet().stream()
        .map(entry -> new Kind(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(Kind::time).reversed())
        .toList();
  }

  private double allTime() {
    return Words.time(profile.operations());
  }

  private long allMacs() {
    return profile.operations().stream().mapToLong(one -> one.cost().macs()).sum();
  }

  @Override
  public String name() {
    return "time-and-macs-by-kind";
  }

  @Override
  public String title() {
    return "Time of each kind of operation beside its MACs · %s, %s MACs"
        .formatted(Words.time(allTime()), Numbers.count(allMacs()));
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + NOTE + kinds().size() * ROW + AXIS + KEY + Canvas.MARGIN;
  }

  /** Where a row's bars lie. */
  private record Layout(double left, double top, double scale) {

    Rectangle2D time(int row, double from, double share) {
      return new Rectangle2D.Double(left + scale * from, top + row * ROW + 4, scale * share, BAR);
    }

    Rectangle2D macs(int row, double share) {
      return new Rectangle2D.Double(left, top + row * ROW + 4 + BAR + 2, scale * share, MACS_BAR);
    }
  }

  /** At the scale at which every label still has room behind its bar. */
  private Layout layout(double width) {
    double left = Canvas.MARGIN + NAMES;
    double room = width - Canvas.MARGIN - left;
    double scale = room - LAST_TICK;
    for (Kind kind : kinds()) {
      scale = Math.min(scale, scale(room, kind.share(allTime()), timeLabel(kind)));
      scale = Math.min(scale, scale(room, kind.macsShare(allMacs()), macsLabel(kind)));
    }
    return new Layout(left, Canvas.HEADER + NOTE, scale);
  }

  private static double scale(double room, double share, String label) {
    double text = Canvas.width(label, Theme.LIGHT.font(Theme.Type.SMALL)) + BEFORE_LABEL;
    return share > 0 ? Math.max(1, room - text) / share : Double.POSITIVE_INFINITY;
  }

  private String timeLabel(Kind kind) {
    return "%s · %s · %s"
        .formatted(
            Numbers.percent(kind.share(allTime())),
            Words.time(kind.time()),
            Words.count(kind.operations.size(), "operation"));
  }

  private String macsLabel(Kind kind) {
    return kind.macs() == 0
        ? "no MACs"
        : "%s · %s MACs"
            .formatted(Numbers.percent(kind.macsShare(allMacs())), Numbers.count(kind.macs()));
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    Layout layout = layout(width);
    List<Kind> kinds = kinds();
    List<Pickable> parts = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      Path2D bars = new Path2D.Double();
      bars.append(layout.time(i, 0, kind.share(allTime())), false);
      if (kind.macs() > 0) {
        bars.append(layout.macs(i, kind.macsShare(allMacs())), false);
      }
      parts.add(
          new Pickable(
              kind.kind.label(),
              Words.names(kind.operations),
              bars,
              "%s\ntime: %s\nMACs: %s"
                  .formatted(kind.kind.label(), timeLabel(kind), macsLabel(kind))));
    }
    return parts;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double room = width - 2 * Canvas.MARGIN;
    canvas.text(
        canvas.fit(Words.setting(profile), Theme.Type.SMALL, room),
        Theme.Type.SMALL,
        theme.muted(),
        Canvas.MARGIN,
        Canvas.HEADER + 4);
    Layout layout = layout(width);
    List<Kind> kinds = kinds();
    axis(canvas, theme, layout, layout.top + kinds.size() * ROW, width - Canvas.MARGIN);
    for (int i = 0; i < kinds.size(); i++) {
      row(canvas, theme, layout, i, kinds.get(i));
    }
    Key.ofBounds()
        .with(
            new Key.Entry(
                "share of the multiply-accumulates",
                18,
                (c, t, x, y) -> c.line(new Rectangle2D.Double(x - 9, y - 4, 18, 8), t.muted(), 1)))
        .draw(canvas, theme, Canvas.MARGIN, layout.top + kinds.size() * ROW + AXIS + 4, room);
  }

  private void axis(Canvas canvas, Theme theme, Layout layout, double bottom, double right) {
    double largest =
        kinds().stream()
            .mapToDouble(kind -> Math.max(kind.share(allTime()), kind.macsShare(allMacs())))
            .max()
            .orElse(1);
    double end = Math.min(1, (right - layout.left) / layout.scale);
    double step = Steps.of(100 * Math.max(largest, end), MOST_STEPS);
    for (double percent = 0; percent <= 100 * end; percent += step) {
      double x = layout.left + layout.scale * percent / 100;
      canvas.line(new Line2D.Double(x, layout.top, x, bottom), theme.grid(), 0.75);
      canvas.text(
          Numbers.plain(percent) + "%",
          Theme.Type.SMALL,
          theme.text(),
          x,
          bottom + 13,
          Align.CENTRE);
    }
    canvas.text(
        "share of all operations",
        Theme.Type.BODY,
        theme.muted(),
        (layout.left + right) / 2,
        bottom + 29,
        Align.CENTRE);
  }

  private void row(Canvas canvas, Theme theme, Layout layout, int row, Kind kind) {
    Rectangle2D time = layout.time(row, 0, kind.share(allTime()));
    double baseline = time.getCenterY() + 4;
    canvas.fill(
        KindSymbol.of(kind.kind, Canvas.MARGIN + 6, time.getCenterY(), 56), theme.of(kind.kind));
    canvas.text(kind.kind.label(), Theme.Type.BODY, theme.text(), Canvas.MARGIN + 18, baseline);
    double from = 0;
    if (kind.time() > 0) {
      Shares shares = Shares.of(kind.operations, Grouping.LIMIT);
      for (Bound bound : Bound.values()) {
        double share = shares.of(bound) * kind.share(allTime());
        Hatch.fill(canvas, theme, bound, layout.time(row, from, share));
        from += share;
      }
    }
    label(canvas, theme, timeLabel(kind), time, theme.text());
    Rectangle2D macs = layout.macs(row, kind.macsShare(allMacs()));
    if (kind.macs() > 0) {
      canvas.fill(macs, theme.background());
      canvas.line(macs, theme.muted(), 1);
    }
    label(canvas, theme, macsLabel(kind), macs, theme.muted());
  }

  private static void label(
      Canvas canvas, Theme theme, String text, Rectangle2D bar, Color colour) {
    double x = bar.getMaxX() + BEFORE_LABEL;
    double width = canvas.width(text, Theme.Type.SMALL);
    canvas.fill(
        new Rectangle2D.Double(x - 2, bar.getCenterY() - 5.5, width + 4, 11), theme.background());
    canvas.text(text, Theme.Type.SMALL, colour, x, bar.getCenterY() + 3.5);
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Kind kind : kinds()) {
      Shares shares =
          kind.time() > 0 ? Shares.of(kind.operations, Grouping.LIMIT) : new Shares(0, 0, 0);
      rows.add(
          List.of(
              kind.kind.label(),
              kind.operations.size(),
              kind.time(),
              kind.share(allTime()),
              shares.memory(),
              shares.compute(),
              shares.overhead(),
              kind.macs(),
              kind.macsShare(allMacs())));
    }
    return new DataTable(
        List.of(
            "kind",
            "operations",
            "time (ns)",
            "share of the time",
            "of that memory",
            "of that compute",
            "of that overhead",
            "multiply-accumulates (1)",
            "share of the multiply-accumulates"),
        rows);
  }
}
