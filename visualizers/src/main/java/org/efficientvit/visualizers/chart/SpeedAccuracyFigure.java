package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.compare.ParetoFront;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * Speed as measured here against top-1 on ImageNet; the area of a point is the model's parameters,
 * its shape and colour the model's family.
 *
 * <p>A filled point's accuracy was measured here, a hollow one's is published. The stepped line is
 * the Pareto front: no model beyond it is both faster and more often right. Models whose speed
 * nobody measured are left out. Where speeds are far apart, equal ratios of them are equally far
 * apart on the axis.
 */
public record SpeedAccuracyFigure(Comparison comparison, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 620;
  private static final double HEIGHT = 430;
  private static final double LEAST_HEIGHT = 290;
  private static final double LEGEND = 28;
  private static final double FAMILIES = 18;
  private static final double FOOTER = 3;

  /** Of a point, in points for each square root of a million of parameters. */
  private static final double RADIUS = 3.2;

  private static final double WHISKER = 1;
  private static final double LEADER = 0.75;
  private static final double ALL = 100;
  private static final double MILLION = 1e6;

  private static final double[] SIZES = {2, 6, 12};

  /** A model that has both figures. */
  record Point(ModelFigures model, Estimate speed, Accuracy accuracy) {

    /** As a person calls it; EfficientViT's six by their letters. */
    String name() {
      return model.design().displayName().replace("EfficientViT-", "");
    }

    String family() {
      return model.design().family();
    }

    double imagesPerSecond() {
      return speed.value();
    }

    double top1() {
      return ALL * accuracy.top1();
    }

    /** Of timm's weights, where the point's own accuracy is another published one. */
    Optional<Double> timmTop1() {
      return accuracy.how() == Knowledge.MEASURED
          ? Optional.empty()
          : model.timm().map(one -> ALL * one.top1());
    }

    double radius() {
      return RADIUS * Math.sqrt(model.parameters() / MILLION);
    }
  }

  public SpeedAccuracyFigure {
    requireNonNull(comparison, "comparison is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    Comparison.Setting setting = comparison.setting();
    return "speed-accuracy-%s-batch-%d-threads-%d"
        .formatted(setting.engine(), setting.batch(), setting.threads());
  }

  @Override
  public String title() {
    return "Speed measured here against accuracy on ImageNet";
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

  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (ModelFigures model : comparison.models()) {
      if (model.speed().isPresent() && model.accuracy().isPresent()) {
        points.add(
            new Point(
                model, model.speed().get().result().imagesPerSecond(), model.accuracy().get()));
      }
    }
    return points;
  }

  private List<String> families() {
    return comparison.models().stream().map(one -> one.design().family()).distinct().toList();
  }

  private static List<Point> front(List<Point> points) {
    return ParetoFront.of(points, Point::imagesPerSecond, Point::top1);
  }

  private double legendHeight() {
    return families().size() > 1 ? LEGEND + FAMILIES : LEGEND;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    List<Point> points = points();
    legend(canvas, theme, width, points);
    Footnote footer = Footnote.of(footer(points), width - 2 * Canvas.MARGIN);
    Rectangle2D area = page(points, width, height);
    if (points.isEmpty()) {
      canvas.text(
          "No speed was measured in this setting yet.",
          Theme.Type.BODY,
          theme.muted(),
          area.getCenterX(),
          area.getCenterY(),
          Align.CENTRE);
      return;
    }
    SpeedAccuracyAxes axes = SpeedAccuracyAxes.draw(g, canvas, theme, area, points, label());
    List<Point> front = front(points);
    front(canvas, theme, axes, front);
    points.forEach(point -> draw(canvas, theme, axes, point));
    labels(canvas, theme, axes, points, front);
    footer.draw(canvas, theme, Canvas.MARGIN, height - Canvas.MARGIN + 4);
  }

  /** Where the axes and their labels stand. */
  private Rectangle2D page(List<Point> points, double width, double height) {
    double room = width - 2 * Canvas.MARGIN;
    double top = Canvas.HEADER + legendHeight();
    return new Rectangle2D.Double(
        Canvas.MARGIN,
        top,
        room,
        height - top - FOOTER - Footnote.of(footer(points), room).height() - Canvas.MARGIN);
  }

  private String label() {
    return "images/s measured here (" + setting() + ")";
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    List<Point> points = points();
    if (points.isEmpty()) {
      return List.of();
    }
    SpeedAccuracyAxes axes = SpeedAccuracyAxes.of(page(points, width, height), points, label());
    List<Point> front = front(points);
    return points.stream()
        .map(
            point ->
                new Pickable(
                    point.model().name(),
                    Set.of(),
                    FamilyMark.of(point.family(), families())
                        .shape(
                            axes.x(point.imagesPerSecond()), axes.y(point.top1()), point.radius()),
                    tooltip(point, front.contains(point))))
        .toList();
  }

  /** All that the figure knows of a network, with units. */
  private static String tooltip(Point point, boolean isOnFront) {
    Accuracy accuracy = point.accuracy();
    StringBuilder text =
        new StringBuilder(point.model().design().displayName())
            .append(
                "\n%s images/s (95 %%: %s – %s)"
                    .formatted(
                        Numbers.plain(point.speed().value()),
                        Numbers.plain(point.speed().low()),
                        Numbers.plain(point.speed().high())))
            .append(
                String.format(
                    Locale.ROOT,
                    "\ntop-1 %.1f %% %s (%s)",
                    point.top1(),
                    accuracy.how() == Knowledge.MEASURED ? "measured here" : "published",
                    accuracy.status()));
    point
        .timmTop1()
        .ifPresent(
            top1 ->
                text.append(String.format(Locale.ROOT, "\ntop-1 %.1f %% of timm's weights", top1)));
    text.append(
        String.format(
            Locale.ROOT,
            "\n%.1f M parameters, %.0f M MACs",
            point.model().parameters() / MILLION,
            point.model().macs() / MILLION));
    if (isOnFront) {
      text.append("\non the Pareto front: none here is both faster and more often right");
    }
    return text.toString();
  }

  /** Where published accuracies stand, and how they were confirmed. */
  private static String footer(List<Point> points) {
    List<Accuracy> published =
        points.stream()
            .map(Point::accuracy)
            .filter(one -> one.how() == Knowledge.PUBLISHED)
            .toList();
    if (published.isEmpty()) {
      return "All accuracies were measured here.";
    }
    return "Published top-1: "
        + String.join(
            "; ",
            published.stream()
                .map(one -> "%s (%s)".formatted(source(one), one.status()))
                .distinct()
                .toList())
        + ".";
  }

  /** A source without its folders, so that several have room. */
  private static String source(Accuracy accuracy) {
    return accuracy.source().replaceFirst(";.*| and .*", "").replace("/classification", "");
  }

  private void legend(Canvas canvas, Theme theme, double width, List<Point> points) {
    double y = Canvas.HEADER + 14;
    double x = Canvas.MARGIN;
    if (has(points, Knowledge.MEASURED)) {
      x = key(canvas, theme, 0, x, y, "top-1 measured here", true);
    }
    if (points.isEmpty() || has(points, Knowledge.PUBLISHED)) {
      x = key(canvas, theme, 0, x, y, "top-1 published", false);
    }
    if (points.stream().anyMatch(point -> point.timmTop1().isPresent())) {
      canvas.line(new Line2D.Double(x, y - 3.5, x + 9, y - 3.5), theme.text(), WHISKER);
      x += 14;
      x += canvas.text("timm's weights", Theme.Type.SMALL, theme.text(), x, y) + 16;
    }
    canvas.line(new Line2D.Double(x, y - 3.5, x + 14, y - 3.5), theme.muted(), WHISKER);
    canvas.text("Pareto front", Theme.Type.SMALL, theme.text(), x + 19, y);
    sizes(canvas, theme, width - Canvas.MARGIN, y);
    List<String> families = families();
    if (families.size() > 1) {
      double left = Canvas.MARGIN;
      for (int i = 0; i < families.size(); i++) {
        left = key(canvas, theme, i, left, y + FAMILIES, families.get(i), true);
      }
    }
  }

  private static void sizes(Canvas canvas, Theme theme, double end, double y) {
    double right = end;
    for (int i = SIZES.length - 1; i >= 0; i--) {
      String text = String.format(Locale.ROOT, "%.0f M", SIZES[i]);
      right -= canvas.width(text, Theme.Type.SMALL);
      canvas.text(text, Theme.Type.SMALL, theme.text(), right, y);
      double radius = RADIUS * Math.sqrt(SIZES[i]);
      right -= radius + 4;
      canvas.line(
          new Ellipse2D.Double(right - radius, y - 3.5 - radius, 2 * radius, 2 * radius),
          theme.muted(),
          WHISKER);
      right -= radius + 9;
    }
    canvas.text("parameters", Theme.Type.SMALL, theme.muted(), right, y, Align.RIGHT);
  }

  private static boolean has(List<Point> points, Knowledge how) {
    return points.stream().anyMatch(point -> point.accuracy().how() == how);
  }

  private static double key(
      Canvas canvas, Theme theme, int family, double x, double y, String text, boolean filled) {
    new FamilyMark(family).draw(canvas, theme, x + 5, y - 3.5, 5, filled);
    return x + 15 + canvas.text(text, Theme.Type.SMALL, theme.text(), x + 15, y) + 16;
  }

  private String setting() {
    Comparison.Setting setting = comparison.setting();
    return "%s, batch %d, %s"
        .formatted(
            setting.engine(),
            setting.batch(),
            setting.threads() == 1 ? "1 thread" : setting.threads() + " threads");
  }

  /** In steps: what lies below and to the left of a point is inferior to it. */
  private static void front(Canvas canvas, Theme theme, SpeedAccuracyAxes axes, List<Point> front) {
    Path2D line = new Path2D.Double();
    for (Point point : front) {
      double x = axes.x(point.imagesPerSecond());
      double y = axes.y(point.top1());
      if (line.getCurrentPoint() == null) {
        line.moveTo(axes.left(), y);
      } else {
        line.lineTo(line.getCurrentPoint().getX(), y);
      }
      line.lineTo(x, y);
    }
    line.lineTo(line.getCurrentPoint().getX(), axes.bottom());
    canvas.line(line, theme.muted(), WHISKER);
  }

  private void draw(Canvas canvas, Theme theme, SpeedAccuracyAxes axes, Point point) {
    double x = axes.x(point.imagesPerSecond());
    double y = axes.y(point.top1());
    FamilyMark mark = FamilyMark.of(point.family(), families());
    point
        .timmTop1()
        .ifPresent(
            top1 -> {
              double other = axes.y(top1);
              canvas.line(new Line2D.Double(x, y, x, other), mark.colour(theme), WHISKER);
              canvas.line(
                  new Line2D.Double(x - 4.5, other, x + 4.5, other), mark.colour(theme), WHISKER);
            });
    mark.draw(canvas, theme, x, y, point.radius(), point.accuracy().how() == Knowledge.MEASURED);
    canvas.line(
        new Line2D.Double(axes.x(point.speed().low()), y, axes.x(point.speed().high()), y),
        theme.text(),
        WHISKER);
    point
        .accuracy()
        .interval()
        .ifPresent(
            interval ->
                canvas.line(
                    new Line2D.Double(
                        x, axes.y(ALL * interval.low()), x, axes.y(ALL * interval.high())),
                    theme.text(),
                    WHISKER));
  }

  /** Names stand off all points and one another; those of the front are darker. */
  private static void labels(
      Canvas canvas, Theme theme, SpeedAccuracyAxes axes, List<Point> points, List<Point> front) {
    List<Rectangle2D> marks = new ArrayList<>();
    List<Rectangle2D> lines = new ArrayList<>(steps(front, axes));
    for (Point point : points) {
      double radius = point.radius() + 1;
      double x = axes.x(point.imagesPerSecond());
      double y = axes.y(point.top1());
      marks.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      double low = axes.x(point.speed().low());
      lines.add(new Rectangle2D.Double(low, y - 1, axes.x(point.speed().high()) - low, 2));
    }
    PointNames names = new PointNames(namesPage(axes), marks, lines);
    List<Rectangle2D> places =
        names.places(
            points.stream().map(point -> canvas.width(point.name(), Theme.Type.BODY)).toList());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      Rectangle2D place = places.get(i);
      PointNames.leader(marks.get(i), place)
          .ifPresent(line -> canvas.line(line, theme.muted(), LEADER));
      canvas.text(
          point.name(),
          Theme.Type.BODY,
          front.contains(point) ? theme.text() : theme.muted(),
          place.getX(),
          place.getMaxY() - 3);
    }
  }

  /** Inside the axes, and just above them. */
  private static Rectangle2D namesPage(SpeedAccuracyAxes axes) {
    Rectangle2D area = axes.area();
    return new Rectangle2D.Double(
        area.getX(),
        area.getY() - PointNames.HEIGHT,
        area.getWidth(),
        area.getHeight() + PointNames.HEIGHT);
  }

  /** Where the line of the front runs. */
  private static List<Rectangle2D> steps(List<Point> front, SpeedAccuracyAxes axes) {
    List<Rectangle2D> steps = new ArrayList<>();
    double left = axes.left();
    for (int i = 0; i < front.size(); i++) {
      double x = axes.x(front.get(i).imagesPerSecond());
      double y = axes.y(front.get(i).top1());
      double below = i + 1 < front.size() ? axes.y(front.get(i + 1).top1()) : axes.bottom();
      steps.add(new Rectangle2D.Double(left, y - 1, x - left, 2));
      steps.add(new Rectangle2D.Double(x - 1, y, 2, below - y));
      left = x;
    }
    return steps;
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    List<Point> points = points();
    List<Point> front = front(points);
    for (Point point : points) {
      rows.add(
          List.of(
              point.name(),
              point.speed().value(),
              point.speed().low(),
              point.speed().high(),
              point.accuracy().top1(),
              point.accuracy().how().name().toLowerCase(Locale.ROOT),
              point.accuracy().source(),
              point.accuracy().status(),
              point.model().timm().<Object>map(Accuracy::top1).orElse(""),
              point.model().parameters(),
              point.family(),
              front.contains(point)));
    }
    return new DataTable(
        List.of(
            "model",
            "speed (images/s)",
            "speed low (images/s)",
            "speed high (images/s)",
            "top-1",
            "top-1 known as",
            "top-1 source",
            "top-1 status",
            "top-1 of timm's weights",
            "parameters",
            "family",
            "on the Pareto front"),
        rows);
  }
}
