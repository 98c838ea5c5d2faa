package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
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
 * How long each operation takes, in the order in which they run, and how much of that the machine's
 * limits account for: the full part of a bar is the operation's limit, the pale part what it takes
 * beyond it.
 *
 * <p>Below, each kind of operation has a lane of its own, so that kinds are told by place and not
 * by colour alone.
 */
public record OperationOrderFigure(Profile profile, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 760;
  private static final double PLOT = 230;
  private static final double LEAST_PLOT = 140;
  private static final double NOTE = 30;
  private static final double LANE = 13;
  private static final double LANES_GAP = 12;
  private static final double BELOW = 22;
  private static final double NAMES = 132;
  private static final double SHARES = 42;
  private static final double HEADROOM = 1.06;
  private static final int PALE = 140;
  private static final int MOST_STEPS = 8;
  private static final double BETWEEN_STAGES = 8;

  /** A limit that lies nearly on the axis has no tick. */
  private static final double LEAST_TICK = 1.5;

  private static final double GAP_SHARE = 0.12;

  public OperationOrderFigure {
    requireNonNull(profile, "profile is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "operations-in-order";
  }

  @Override
  public String title() {
    return "Time of each of %d operations, and its limit · %s in all"
        .formatted(profile.operations().size(), Words.time(Words.time(profile.operations())));
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + NOTE + PLOT + LANES_GAP + LANE * kinds().size() + BELOW + Canvas.MARGIN;
  }

  @Override
  public double leastHeight() {
    return height() - PLOT + LEAST_PLOT;
  }

  private List<OperationKind> kinds() {
    return List.copyOf(
        new TreeSet<>(profile.operations().stream().map(one -> one.cost().kind()).toList()));
  }

  /**
   * Where everything lies.
   *
   * @param column width of one operation's place
   * @param longest time at the upper edge, in nanoseconds
   * @param lanes upper edge of the lanes
   */
  private record Layout(
      double left, double top, double bottom, double column, double longest, double lanes) {

    double x(int operation) {
      return left + operation * column;
    }

    double y(double time) {
      return bottom - (bottom - top) * Math.min(time, longest) / longest;
    }

    Rectangle2D bar(int operation, double time) {
      double gap = column > 4 ? column * GAP_SHARE : 0;
      return new Rectangle2D.Double(
          x(operation) + gap, y(time), column - 2 * gap, bottom - y(time));
    }

    Rectangle2D cell(int operation, int lane) {
      Rectangle2D bar = bar(operation, 0);
      return new Rectangle2D.Double(bar.getX(), lanes + lane * LANE + 2, bar.getWidth(), LANE - 4);
    }
  }

  private Layout layout(double width, double height) {
    double lanes = height - Canvas.MARGIN - BELOW - LANE * kinds().size();
    double left = Canvas.MARGIN + NAMES;
    double longest =
        profile.operations().stream()
            .mapToDouble(one -> Math.max(time(one), one.limit().nanoseconds()))
            .max()
            .orElse(0);
    return new Layout(
        left,
        Canvas.HEADER + NOTE,
        lanes - LANES_GAP,
        (width - Canvas.MARGIN - SHARES - left) / Math.max(1, profile.operations().size()),
        longest > 0 ? longest * HEADROOM : 1,
        lanes);
  }

  private static double time(ProfiledOperation one) {
    return one.nanoseconds().value();
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    Layout layout = layout(width, height);
    List<OperationKind> kinds = kinds();
    double all = Words.time(profile.operations());
    List<Pickable> parts = new ArrayList<>();
    for (int i = 0; i < profile.operations().size(); i++) {
      ProfiledOperation one = profile.operations().get(i);
      Path2D outline = new Path2D.Double();
      outline.append(layout.bar(i, time(one)), false);
      outline.append(layout.cell(i, kinds.indexOf(one.cost().kind())), false);
      parts.add(
          new Pickable(one.name(), Words.names(List.of(one)), outline, Words.tooltip(one, all)));
    }
    return parts;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    Layout layout = layout(width, height);
    double right = width - Canvas.MARGIN - SHARES;
    note(canvas, theme, width);
    axis(canvas, theme, layout, right);
    stages(canvas, theme, layout, right);
    bars(canvas, theme, layout);
    lanes(canvas, theme, layout, right);
    canvas.text(
        "operations in the order in which they run",
        Theme.Type.BODY,
        theme.muted(),
        (layout.left + right) / 2,
        height - Canvas.MARGIN,
        Align.CENTRE);
  }

  private void note(Canvas canvas, Theme theme, double width) {
    Key key =
        new Key(
            List.of(
                new Key.Entry("limit", 10, (c, t, x, y) -> swatch(c, t, x, y, 255)),
                new Key.Entry("beyond it", 10, (c, t, x, y) -> swatch(c, t, x, y, PALE))));
    double keyWidth = key.entries().stream().mapToDouble(Key.Entry::width).sum() + 20;
    double keyLeft = width - Canvas.MARGIN - keyWidth;
    key.draw(canvas, theme, keyLeft, Canvas.HEADER - 5, keyWidth);
    canvas.text(
        canvas.fit(setting(), Theme.Type.SMALL, keyLeft - Canvas.MARGIN - NOTE),
        Theme.Type.SMALL,
        theme.muted(),
        Canvas.MARGIN,
        Canvas.HEADER + 6);
  }

  /** What is measured of the operations one by one beside what a pass takes undisturbed. */
  private String setting() {
    return "%s; untimed pass %s"
        .formatted(Words.setting(profile), Words.time(profile.pass().value()));
  }

  private static void swatch(Canvas canvas, Theme theme, double x, double y, int alpha) {
    canvas.fill(
        new Rectangle2D.Double(x - 5, y - 5, 10, 10),
        pale(theme.of(OperationKind.CONVOLUTION_1X1), alpha));
  }

  private static Color pale(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  private static void axis(Canvas canvas, Theme theme, Layout layout, double right) {
    double unit = layout.longest < 1e6 ? 1e3 : 1e6;
    double step = Steps.of(layout.longest / unit, MOST_STEPS);
    for (double value = 0; value * unit <= layout.longest; value += step) {
      double y = layout.y(value * unit);
      canvas.line(new Line2D.Double(layout.left, y, right, y), theme.grid(), 0.75);
      canvas.text(
          Numbers.plain(value),
          Theme.Type.SMALL,
          theme.text(),
          layout.left - 6,
          y + 3.5,
          Align.RIGHT);
    }
    canvas.turned(
        unit == 1e3 ? "time (µs)" : "time (ms)",
        Theme.Type.BODY,
        theme.muted(),
        layout.left - 44,
        (layout.top + layout.bottom) / 2,
        Align.CENTRE,
        -Math.PI / 2);
  }

  /** A line where a stage begins, and its name above. */
  private void stages(Canvas canvas, Theme theme, Layout layout, double right) {
    List<String> stages = Stages.of(profile.operations());
    int start = 0;
    double free = layout.left;
    for (int i = 1; i <= stages.size(); i++) {
      String stage = stages.get(start);
      if (i < stages.size() && stage.equals(stages.get(i))) {
        continue;
      }
      double from = layout.x(start);
      double to = layout.x(i);
      double half = canvas.width(stage, Theme.Type.SMALL) / 2;
      double centre = Math.min(Math.max((from + to) / 2, free + half), right + SHARES - half);
      free = centre + half + BETWEEN_STAGES;
      double bottom = layout.lanes + LANE * kinds().size();
      canvas.line(new Line2D.Double(from, layout.top - 5, from, bottom), theme.muted(), 0.5);
      canvas.text(stage, Theme.Type.SMALL, theme.muted(), centre, layout.top - 8, Align.CENTRE);
      start = i;
    }
  }

  private void bars(Canvas canvas, Theme theme, Layout layout) {
    for (int i = 0; i < profile.operations().size(); i++) {
      ProfiledOperation one = profile.operations().get(i);
      Color colour = theme.of(one.cost().kind());
      double limit = one.limit().nanoseconds();
      canvas.fill(layout.bar(i, time(one)), pale(colour, PALE));
      canvas.fill(layout.bar(i, Math.min(limit, time(one))), colour);
      Rectangle2D tick = layout.bar(i, limit);
      if (tick.getHeight() > LEAST_TICK) {
        canvas.line(
            new Line2D.Double(tick.getMinX(), tick.getMinY(), tick.getMaxX(), tick.getMinY()),
            theme.text(),
            0.8);
      }
    }
  }

  private void lanes(Canvas canvas, Theme theme, Layout layout, double right) {
    List<OperationKind> kinds = kinds();
    double all = Words.time(profile.operations());
    for (int lane = 0; lane < kinds.size(); lane++) {
      OperationKind kind = kinds.get(lane);
      double middle = layout.lanes + lane * LANE + LANE / 2;
      canvas.fill(KindSymbol.of(kind, Canvas.MARGIN + 5, middle, 46), theme.of(kind));
      canvas.text(kind.label(), Theme.Type.SMALL, theme.text(), Canvas.MARGIN + 15, middle + 3.5);
      canvas.line(new Line2D.Double(layout.left, middle, right, middle), theme.grid(), 0.75);
      double time =
          Words.time(
              profile.operations().stream().filter(one -> one.cost().kind() == kind).toList());
      canvas.text(
          Numbers.percent(all > 0 ? time / all : 0),
          Theme.Type.SMALL,
          theme.text(),
          right + SHARES,
          middle + 3.5,
          Align.RIGHT);
    }
    for (int i = 0; i < profile.operations().size(); i++) {
      OperationKind kind = profile.operations().get(i).cost().kind();
      canvas.fill(layout.cell(i, kinds.indexOf(kind)), theme.of(kind));
    }
  }

  @Override
  public DataTable data() {
    return OperationTable.of(profile);
  }
}
