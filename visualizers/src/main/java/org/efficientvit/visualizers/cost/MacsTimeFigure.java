package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
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
  private static final double HEIGHT = 500;
  private static final double NOTE = 16;
  private static final double COLUMN = 17;
  private static final double AFTER_COLUMNS = 10;
  private static final double KEY_GAP = 10;
  private static final double AREA = 34;
  private static final double SPARE = 1.7;
  private static final int NAMED = 6;
  private static final double ROOF = 1.6;
  private static final double ON_LINE = 4;
  private static final double SHORTEST_LABELLED = 110;

  /** Nanoseconds and multiply-accumulates by powers of ten. */
  private static final double TEN = 10;

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

  private Key key() {
    return Key.ofKinds(drawn().stream().map(one -> one.cost().kind()).toList());
  }

  private double columnsWidth() {
    return columns().isEmpty() ? 0 : columns().size() * COLUMN + AFTER_COLUMNS;
  }

  private LogPlane plane(double width, double height) {
    double room = width - 2 * Canvas.MARGIN;
    double bottom = height - Canvas.MARGIN - key().height(room) - KEY_GAP - LogPlane.BELOW;
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
                        one.cost().kind(),
                        x(one, plane, columns),
                        plane.y().at(time(one)),
                        AREA),
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
        new LogPlane.Label("multiply-accumulates (MACs)", macs -> Numbers.count(Math.round(macs))),
        new LogPlane.Label("time", MacsTimeFigure::tick),
        plane.left() - columnsWidth());
    Names names = new Names(plane.area());
    lines(canvas, theme, plane, names);
    columns(canvas, theme, plane);
    marks(canvas, theme, plane, names, pickables(width, height));
    Key key = key();
    key.draw(
        canvas, theme, Canvas.MARGIN, height - Canvas.MARGIN - key.height(room) + 4, room);
  }

  private static String tick(double nanoseconds) {
    return nanoseconds < 1e3
        ? Numbers.plain(nanoseconds) + " ns"
        : nanoseconds < 1e6
            ? Numbers.plain(nanoseconds / 1e3) + " µs"
            : nanoseconds < 1e9
                ? Numbers.plain(nanoseconds / 1e6) + " ms"
                : Numbers.plain(nanoseconds / 1e9) + " s";
  }

  /** Lines of equal throughput: the peak, and powers of ten below it. */
  private void lines(Canvas canvas, Theme theme, LogPlane plane, Names names) {
    double peak = profile.ceilings().peak().best() / 2;
    double power = Math.pow(TEN, Math.floor(Math.log10(peak / 1.2)));
    while (plane.proportion(1 / power, Double.POSITIVE_INFINITY).isPresent()) {
      line(canvas, theme, plane, names, power, Numbers.plain(power) + " GMAC/s", false);
      power /= TEN;
    }
    line(
        canvas, theme, plane, names, peak, "peak %s GMAC/s".formatted(Numbers.plain(peak)), true);
  }

  /** MACs in a nanosecond are thousand millions in a second. */
  private static void line(
      Canvas canvas,
      Theme theme,
      LogPlane plane,
      Names names,
      double rate,
      String text,
      boolean isRoof) {
    plane
        .proportion(1 / rate, Double.POSITIVE_INFINITY)
        .ifPresent(
            line -> {
              if (isRoof) {
                canvas.line(line, theme.text(), ROOF);
              } else {
                canvas.dashes(line, theme.muted(), 0.75);
              }
              names.avoid(line);
              if (line.getP1().distance(line.getP2()) < SHORTEST_LABELLED) {
                return;
              }
              double angle = plane.slope();
              double half = canvas.width(text, Theme.Type.SMALL) / 2 + 10;
              double below = isRoof ? 11 : -ON_LINE;
              canvas.turned(
                  text,
                  Theme.Type.SMALL,
                  isRoof ? theme.text() : theme.muted(),
                  line.getX2() - half * Math.cos(angle) - below * Math.sin(angle),
                  line.getY2() - half * Math.sin(angle) + below * Math.cos(angle),
                  Align.CENTRE,
                  angle);
            });
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
    canvas.line(
        new Line2D.Double(edge, plane.top(), edge, plane.bottom()), theme.muted(), 0.75);
  }

  private void marks(
      Canvas canvas, Theme theme, LogPlane plane, Names names, List<Pickable> parts) {
    List<ProfiledOperation> drawn = drawn();
    double radius = Math.sqrt(AREA) / 2;
    for (int i = 0; i < parts.size(); i++) {
      ProfiledOperation one = drawn.get(i);
      double x = parts.get(i).outline().getBounds2D().getCenterX();
      double low = plane.y().at(Math.max(one.nanoseconds().low(), plane.y().least()));
      double high = plane.y().at(Math.min(one.nanoseconds().high(), plane.y().most()));
      if (low - high > 2 * radius + 2) {
        canvas.line(new Line2D.Double(x, low, x, high), theme.of(one.cost().kind()), 1);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      canvas.fill(parts.get(i).outline(), theme.of(drawn.get(i).cost().kind()));
      canvas.line(parts.get(i).outline(), theme.background(), 0.6);
      names.avoid(parts.get(i).outline().getBounds2D());
    }
    double all = Words.time(profile.operations());
    for (int i = parts.size() - 1; i >= Math.max(0, parts.size() - NAMED); i--) {
      names.write(
          canvas,
          theme,
          parts.get(i).outline().getBounds2D(),
          "%s  %s".formatted(parts.get(i).name(), Numbers.percent(time(drawn.get(i)) / all)));
    }
  }

  @Override
  public DataTable data() {
    return Words.table(
        profile,
        "drawn as",
        one ->
            time(one) > 0
                ? one.cost().macs() > 0 ? "point" : "in a column: no MACs"
                : UNTIMED);
  }
}
