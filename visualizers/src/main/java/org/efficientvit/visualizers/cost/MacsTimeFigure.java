package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
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
 * How long each operation takes by its multiply-accumulates, with lines of equal throughput: what
 * MACs do not tell is how far operations of equal MACs lie apart, and all that stands on the left,
 * where operations without MACs have a column for each kind.
 */
public record MacsTimeFigure(Profile profile, FigureContext context) implements PickableFigure {

  private static final double WIDTH = 680;
  private static final double HEIGHT = 530;
  private static final double LEAST_HEIGHT = 410;
  private static final double NOTE = 16;
  private static final double COLUMN = 17;
  private static final double AFTER_COLUMNS = 10;
  private static final double KEY_GAP = 10;
  private static final double AREA = 34;
  private static final double SPARE = 1.7;
  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;

  private static final String UNTIMED = "left out: no time";

  public MacsTimeFigure {
    requireNonNull(profile, "profile is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "macs-against-time";
  }

  @Override
  public String title() {
    double all = Words.time(profile.operations());
    double without =
        Words.time(profile.operations().stream().filter(one -> one.cost().macs() == 0).toList());
    return "MACs against time · %s of the time goes where there are no MACs"
        .formatted(Numbers.percent(all > 0 ? without / all : 0));
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return HEIGHT;
  }

  @Override
  public double leastHeight() {
    return LEAST_HEIGHT;
  }

  private static double time(ProfiledOperation one) {
    return one.nanoseconds().value();
  }

  /** Those with a mark, the longest last. */
  private List<ProfiledOperation> drawn() {
    return profile.operations().stream()
        .filter(one -> time(one) > 0)
        .sorted(Comparator.comparingDouble(MacsTimeFigure::time))
        .toList();
  }

  /** Kinds that have operations without MACs, each with a column. */
  private List<OperationKind> columns() {
    return List.copyOf(
        new TreeSet<>(
            drawn().stream()
                .filter(one -> one.cost().macs() == 0)
                .map(one -> one.cost().kind())
                .toList()));
  }

  private Longest longest() {
    return Longest.of(drawn(), Words.time(profile.operations()));
  }

  private Key key() {
    return Key.ofKinds(drawn().stream().map(one -> one.cost().kind()).toList());
  }

  private double columnsWidth() {
    return columns().isEmpty() ? 0 : columns().size() * COLUMN + AFTER_COLUMNS;
  }

  private LogPlane plane(double width, double height) {
    double room = width - 2 * Canvas.MARGIN;
    double bottom =
        height - Canvas.MARGIN - key().height(room, longest().key()) - KEY_GAP - LogPlane.BELOW;
    List<Double> macs = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (ProfiledOperation one : drawn()) {
      times.add(time(one));
      if (one.cost().macs() > 0) {
        macs.add((double) one.cost().macs());
      }
    }
    return new LogPlane(
        LogAxis.of(
            macs,
            SPARE,
            SPARE,
            Canvas.MARGIN + LogPlane.LEFT + columnsWidth(),
            width - Canvas.MARGIN - 8),
        LogAxis.of(times, SPARE, SPARE, bottom, Canvas.HEADER + NOTE + 8));
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    LogPlane plane = plane(width, height);
    List<OperationKind> columns = columns();
    double all = Words.time(profile.operations());
    return drawn().stream()
        .map(
            one ->
                new Pickable(
                    one.name(),
                    Words.names(List.of(one)),
                    KindSymbol.of(
                        one.cost().kind(), x(one, plane, columns), plane.y().at(time(one)), AREA),
                    Words.tooltip(one, all)))
        .toList();
  }

  private double x(ProfiledOperation one, LogPlane plane, List<OperationKind> columns) {
    return one.cost().macs() > 0
        ? plane.x().at((double) one.cost().macs())
        : plane.left() - columnsWidth() + (columns.indexOf(one.cost().kind()) + 0.5) * COLUMN;
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
        Canvas.HEADER + 6);
    LogPlane plane = plane(width, height);
    plane.draw(
        canvas,
        theme,
        new LogPlane.Label("multiply-accumulates (MACs)", Words::scaled),
        new LogPlane.Label("time", MacsTimeFigure::tick),
        plane.left() - columnsWidth());
    Labels labels = new Labels(page(plane));
    List<Throughput> throughputs = Throughput.of(profile.ceilings().peak().best() / 2, plane);
    throughputs.forEach(one -> one.draw(canvas, theme, labels));
    columns(canvas, theme, plane);
    marks(canvas, theme, plane, labels, pickables(width, height));
    throughputs.forEach(one -> one.name(canvas, theme, labels));
    Key longest = longest().key();
    double top = height - Canvas.MARGIN - key().height(room, longest) + 4;
    key().draw(canvas, theme, Canvas.MARGIN, top, room, longest);
  }

  private static String tick(double nanoseconds) {
    if (nanoseconds < MICRO) {
      return Numbers.plain(nanoseconds) + " ns";
    }
    return nanoseconds < MILLI
        ? Numbers.plain(nanoseconds / MICRO) + " µs"
        : Numbers.plain(nanoseconds / MILLI) + " ms";
  }

  /** Operations without MACs stand over the sign of their kind. */
  private void columns(Canvas canvas, Theme theme, LogPlane plane) {
    List<OperationKind> columns = columns();
    if (columns.isEmpty()) {
      return;
    }
    double left = plane.left() - columnsWidth();
    for (int i = 0; i < columns.size(); i++) {
      canvas.fill(
          KindSymbol.of(columns.get(i), left + (i + 0.5) * COLUMN, plane.bottom() + 11, 46),
          theme.of(columns.get(i)));
    }
    canvas.text(
        "no MACs",
        Theme.Type.BODY,
        theme.muted(),
        left + columns.size() * COLUMN / 2,
        plane.bottom() + 31,
        Align.CENTRE);
    double edge = plane.left();
    canvas.line(new Line2D.Double(edge, plane.top(), edge, plane.bottom()), theme.muted(), 0.75);
  }

  /** The plane with the columns beside it. */
  private Rectangle2D page(LogPlane plane) {
    Rectangle2D page = plane.area();
    page.add(plane.left() - columnsWidth(), plane.top());
    return page;
  }

  private void marks(
      Canvas canvas, Theme theme, LogPlane plane, Labels labels, List<Pickable> parts) {
    List<ProfiledOperation> drawn = drawn();
    List<OperationKind> columns = columns();
    double radius = Math.sqrt(AREA) / 2;
    for (int i = 0; i < parts.size(); i++) {
      ProfiledOperation one = drawn.get(i);
      double x = x(one, plane, columns);
      double low = plane.y().at(Math.max(one.nanoseconds().low(), plane.y().least()));
      double high = plane.y().at(Math.min(one.nanoseconds().high(), plane.y().most()));
      if (low - high > 2 * radius + 2) {
        canvas.line(new Line2D.Double(x, low, x, high), theme.of(one.cost().kind()), 1);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      canvas.fill(parts.get(i).outline(), theme.of(drawn.get(i).cost().kind()));
      canvas.line(parts.get(i).outline(), theme.background(), 0.4);
      labels.avoid(parts.get(i).outline().getBounds2D());
    }
    longest().draw(canvas, theme, labels, parts);
  }

  @Override
  public DataTable data() {
    return OperationTable.of(
        profile,
        "drawn as",
        one -> time(one) > 0 ? one.cost().macs() > 0 ? "point" : "in a column: no MACs" : UNTIMED);
  }
}
