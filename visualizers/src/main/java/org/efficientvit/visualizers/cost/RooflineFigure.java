package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * The roofline of a machine with the operations of a network under it: how fast each computes by
 * how much it computes for each byte (Williams, Waterman and Patterson 2009).
 *
 * <p>The slopes are the bandwidths of the smallest cache and of the memory, the roof is the peak of
 * large products. An operation lies below the cache's slope; what it reaches between the two slopes
 * depends on where it finds its bytes. Operations that compute nothing have no place on the page:
 * they stand at its left edge, as high as the bandwidth that they reach stands on the slopes there.
 * Views, which move nothing either, are left out.
 */
public record RooflineFigure(Profile profile, FigureContext context) implements PickableFigure {

  private static final double WIDTH = 680;
  private static final double HEIGHT = 530;
  private static final double LEAST_HEIGHT = 410;
  private static final double NOTE = 16;

  /** The strip of operations that compute nothing. */
  private static final double EDGE = 38;

  private static final double KEY_GAP = 10;

  /** Of the longest operation's mark, and of the smallest that is still seen, in square points. */
  private static final double LARGEST = 520;

  private static final double SMALLEST = 16;

  /** How far the steeper slope goes down at least, so that its label has room. */
  private static final double SLOPE = 8;

  private static final double SPARE = 1.7;
  private static final double OUTLINE = 0.4;

  private static final String POINT = "point";
  private static final String AT_EDGE = "at the edge: no arithmetic";
  private static final String VIEW = "left out: a view";
  private static final String UNTIMED = "left out: no time";

  /** Turns from one place in the edge strip to the next, so that neighbours lie apart. */
  private static final double GOLDEN = 0.618034;

  public RooflineFigure {
    requireNonNull(profile, "profile is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "roofline";
  }

  @Override
  public String title() {
    long views = profile.operations().stream().filter(one -> one.cost().isView()).count();
    String title = "Roofline of " + Words.count(drawn().size(), "operation");
    return views == 0 ? title : title + " · views, which are free, left out";
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

  private static String shown(ProfiledOperation one) {
    if (one.cost().isView()) {
      return VIEW;
    }
    if (!(one.nanoseconds().value() > 0) || one.cost().bytes() == 0) {
      return UNTIMED;
    }
    return one.cost().flops() == 0 ? AT_EDGE : POINT;
  }

  /** Those with a mark, the longest first, so that short ones are not hidden. */
  private List<ProfiledOperation> drawn() {
    return profile.operations().stream()
        .filter(one -> Set.of(POINT, AT_EDGE).contains(shown(one)))
        .sorted(Comparator.comparingDouble(RooflineFigure::time).reversed())
        .toList();
  }

  private static double time(ProfiledOperation one) {
    return one.nanoseconds().value();
  }

  private Longest longest() {
    return Longest.of(drawn(), Words.time(profile.operations()));
  }

  private Key key() {
    return Key.ofKinds(drawn().stream().map(one -> one.cost().kind()).toList());
  }

  private boolean hasEdge() {
    return profile.operations().stream().anyMatch(one -> shown(one).equals(AT_EDGE));
  }

  /** Axes on which all points, both ridges and some of the slopes have a place. */
  private LogPlane plane(double width, double height) {
    double room = width - 2 * Canvas.MARGIN;
    double left = Canvas.MARGIN + LogPlane.LEFT + (hasEdge() ? EDGE : 0);
    double bottom =
        height - Canvas.MARGIN - key().height(room, longest().key()) - KEY_GAP - LogPlane.BELOW;
    Ceilings ceilings = profile.ceilings();
    double peak = ceilings.peak().best();
    List<Double> intensities = new ArrayList<>();
    intensities.add(peak / ceilings.cacheBandwidth() / SLOPE);
    intensities.add(peak / ceilings.memoryBandwidth() * 2);
    drawn().stream()
        .filter(one -> shown(one).equals(POINT))
        .forEach(one -> intensities.add(one.cost().intensity()));
    LogAxis across = LogAxis.of(intensities, SPARE, SPARE, left, width - Canvas.MARGIN - 8);
    List<Double> speeds = new ArrayList<>();
    speeds.add(peak * 2);
    drawn().forEach(one -> speeds.add(speed(one, across)));
    return new LogPlane(across, LogAxis.of(speeds, SPARE, SPARE, bottom, Canvas.HEADER + NOTE + 8));
  }

  /** Height of an operation: its speed or, at the edge, where its bandwidth's slope begins. */
  private static double speed(ProfiledOperation one, LogAxis across) {
    return shown(one).equals(POINT) ? one.gigaflops() : one.gigabytes() * across.least();
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    LogPlane plane = plane(width, height);
    List<ProfiledOperation> drawn = drawn();
    double longest = drawn.stream().mapToDouble(RooflineFigure::time).max().orElse(1);
    double all = Words.time(profile.operations());
    List<Pickable> parts = new ArrayList<>();
    double turn = 0.5;
    for (ProfiledOperation one : drawn) {
      double area = area(time(one), longest);
      double x = plane.x().at(Math.max(one.cost().intensity(), plane.x().least()));
      if (shown(one).equals(AT_EDGE)) {
        turn = (turn + GOLDEN) % 1;
        double inset = Math.min(EDGE / 2, 3 + Math.sqrt(area) / 2);
        x = plane.left() - EDGE + inset + turn * (EDGE - 2 * inset);
      }
      parts.add(
          new Pickable(
              one.name(),
              Words.names(List.of(one)),
              KindSymbol.of(one.cost().kind(), x, plane.y().at(speed(one, plane.x())), area),
              Words.tooltip(one, all)));
    }
    return parts;
  }

  private static double area(double time, double longest) {
    return Math.max(SMALLEST, LARGEST * time / longest);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    LogPlane plane = plane(width, height);
    note(canvas, theme, width);
    double start = plane.left() - (hasEdge() ? EDGE : 0);
    plane.draw(
        canvas,
        theme,
        new LogPlane.Label("arithmetic intensity (FLOP/B)", Numbers::plain),
        new LogPlane.Label("speed (GFLOP/s)", Numbers::plain),
        start);
    Labels labels = new Labels(page(plane));
    Roof roof = new Roof(profile.ceilings(), plane, start);
    roof.draw(canvas, theme, labels);
    marks(canvas, theme, labels, pickables(width, height));
    roof.nameSlopes(canvas, theme, labels);
    edge(canvas, theme, plane);
    double room = width - 2 * Canvas.MARGIN;
    Key longest = longest().key();
    double top = height - Canvas.MARGIN - key().height(room, longest) + 4;
    key().draw(canvas, theme, Canvas.MARGIN, top, room, longest);
  }

  /** How it was measured on the left, what sizes mean on the right. */
  private void note(Canvas canvas, Theme theme, double width) {
    double y = Canvas.HEADER + 6;
    double right = width - Canvas.MARGIN;
    List<ProfiledOperation> drawn = drawn();
    if (!drawn.isEmpty()) {
      double longest = time(drawn.get(0));
      double power = Math.pow(10, Math.floor(Math.log10(longest)));
      for (double one : new double[] {power, power / 10}) {
        String text = Words.time(one);
        right -= canvas.width(text, Theme.Type.SMALL);
        canvas.text(text, Theme.Type.SMALL, theme.text(), right, y);
        double radius = Math.sqrt(area(one, longest) / Math.PI);
        right -= radius + 4;
        canvas.line(
            new Ellipse2D.Double(right - radius, y - 3.5 - radius, 2 * radius, 2 * radius),
            theme.muted(),
            1);
        right -= radius + 9;
      }
      canvas.text("time", Theme.Type.SMALL, theme.muted(), right, y, Align.RIGHT);
      right -= canvas.width("time", Theme.Type.SMALL) + 12;
    }
    String setting = Words.setting(profile);
    canvas.text(
        canvas.fit(setting, Theme.Type.SMALL, right - Canvas.MARGIN),
        Theme.Type.SMALL,
        theme.muted(),
        Canvas.MARGIN,
        y);
  }

  /** What stands at the left edge has the intensity 0. */
  private void edge(Canvas canvas, Theme theme, LogPlane plane) {
    if (!hasEdge()) {
      return;
    }
    canvas.line(
        new Line2D.Double(plane.left(), plane.top(), plane.left(), plane.bottom()),
        theme.muted(),
        0.75);
    canvas.text(
        "0",
        Theme.Type.SMALL,
        theme.text(),
        plane.left() - EDGE / 2,
        plane.bottom() + 14,
        Align.CENTRE);
  }

  /** The plane with the edge beside it. */
  private Rectangle2D page(LogPlane plane) {
    Rectangle2D page = plane.area();
    page.add(plane.left() - (hasEdge() ? EDGE : 0), plane.top());
    return page;
  }

  private void marks(Canvas canvas, Theme theme, Labels labels, List<Pickable> parts) {
    List<ProfiledOperation> drawn = drawn();
    for (int i = 0; i < parts.size(); i++) {
      Color colour = theme.of(drawn.get(i).cost().kind());
      canvas.fill(parts.get(i).outline(), translucent(colour));
      canvas.line(parts.get(i).outline(), theme.background(), OUTLINE);
      labels.avoid(parts.get(i).outline().getBounds2D());
    }
    longest().draw(canvas, theme, labels, parts);
  }

  private static Color translucent(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 215);
  }

  @Override
  public DataTable data() {
    return OperationTable.of(profile, "drawn as", RooflineFigure::shown);
  }
}
