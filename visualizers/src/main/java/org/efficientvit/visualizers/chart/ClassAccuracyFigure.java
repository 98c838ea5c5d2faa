package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.evaluate.Evaluation.ClassResult;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * How often each class is recognised: a bar for its top-1, the 95 % interval of that (Wilson), and
 * a line where top-1 of all pictures is.
 *
 * <p>Classes of no pictures are left out.
 *
 * @param order of the bars
 */
public record ClassAccuracyFigure(Evaluation evaluation, Order order, FigureContext context)
    implements PickableFigure {

  /** How many classes are drawn; the table holds all. */
  public static final int MOST = 40;

  /** From which class to which the bars stand. */
  public enum Order {
    /** The class that is recognised least often first. */
    WORST("worst first"),
    /** The class that is recognised most often first. */
    BEST("best first"),
    /** As the network numbers them. */
    NUMBER("in their order");

    private final String words;

    Order(String words) {
      this.words = words;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final double WIDTH = 620;
  private static final double ROW = 17;
  private static final double THICKNESS = 10;
  private static final double LONGEST_LABEL = 190;
  private static final double GAP = 8;
  private static final double NUMBERS = 104;
  private static final double AXIS = 36;
  private static final double KEY = 20;
  private static final double SWATCH = 18;
  private static final double WHISKER = 3;
  private static final double LINE = 1.2;
  private static final double DOT = 6;
  private static final int FAINT = 72;
  private static final int TICKS = 5;
  private static final double BASELINE = 3.4;

  private static final Comparator<ClassResult> WORST_FIRST =
      Comparator.comparingDouble((ClassResult one) -> one.top1().orElseThrow())
          .thenComparing(Comparator.comparingInt(ClassResult::images).reversed())
          .thenComparingInt(ClassResult::index);

  private static final Comparator<ClassResult> BEST_FIRST =
      Comparator.comparingDouble((ClassResult one) -> -one.top1().orElseThrow())
          .thenComparing(Comparator.comparingInt(ClassResult::images).reversed())
          .thenComparingInt(ClassResult::index);

  public ClassAccuracyFigure {
    requireNonNull(evaluation, "evaluation is null");
    requireNonNull(order, "order is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "class-accuracy";
  }

  @Override
  public String title() {
    int all = counted().size();
    if (all == 0) {
      return "Accuracy by class · no pictures";
    }
    String which =
        all > MOST ? "%d of %d classes".formatted(MOST, all) : counted(all, "class", "es");
    return "Accuracy by class · %s, %s · top-1 %s of %d pictures"
        .formatted(
            which,
            order.words(),
            Numbers.percent(evaluation.top1().orElseThrow()),
            evaluation.images());
  }

  private static String counted(int count, String one, String plural) {
    return count == 1 ? "1 " + one : count + " " + one + plural;
  }

  /** All classes of which there were pictures, in the order of the bars. */
  private List<ClassResult> counted() {
    List<ClassResult> classes =
        new ArrayList<>(
            evaluation.perClass().stream().filter(one -> one.top1().isPresent()).toList());
    if (order != Order.NUMBER) {
      classes.sort(order == Order.WORST ? WORST_FIRST : BEST_FIRST);
    }
    return classes;
  }

  private List<ClassResult> shown() {
    List<ClassResult> all = counted();
    return all.subList(0, Math.min(MOST, all.size()));
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + KEY + ROW * Math.max(1, shown().size()) + AXIS + Canvas.MARGIN;
  }

  /** Where the bars stand. */
  private record Plane(double left, double right, double top, double row) {

    double x(double share) {
      return left + share * (right - left);
    }

    double y(int index) {
      return top + (index + 0.5) * row;
    }
  }

  private Plane plane(double width, double height) {
    int rows = Math.max(1, shown().size());
    double labels =
        shown().stream()
            .mapToDouble(one -> Canvas.width(one.label(), Theme.LIGHT.font(Theme.Type.BODY)))
            .max()
            .orElse(0);
    double top = Canvas.HEADER + KEY;
    double room = height - top - AXIS - Canvas.MARGIN;
    return new Plane(
        Canvas.MARGIN + Math.min(LONGEST_LABEL, labels) + GAP,
        width - Canvas.MARGIN - NUMBERS,
        top,
        Math.min(2 * ROW, room / rows));
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    Plane plane = plane(width, height);
    List<Pickable> parts = new ArrayList<>();
    List<ClassResult> classes = shown();
    for (int i = 0; i < classes.size(); i++) {
      parts.add(
          new Pickable(
              classes.get(i).label(),
              Set.of(),
              new Rectangle2D.Double(
                  Canvas.MARGIN,
                  plane.y(i) - plane.row() / 2,
                  width - 2 * Canvas.MARGIN,
                  plane.row()),
              words(classes.get(i))));
    }
    return parts;
  }

  private String words(ClassResult one) {
    Interval interval = interval(one);
    return "%s%ntop-1 %s of %s (95 %% interval %s to %s)%ntop-5 %s"
        .formatted(
            one.label(),
            Numbers.percent(one.top1().orElseThrow()),
            counted(one.images(), "picture", "s"),
            Numbers.percent(interval.low()),
            Numbers.percent(interval.high()),
            Numbers.percent(one.top5().orElseThrow()));
  }

  private Interval interval(ClassResult one) {
    return Interval.wilson(evaluation.confusion().count(one.index(), one.index()), one.images());
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    List<ClassResult> classes = shown();
    if (classes.isEmpty()) {
      return;
    }
    Plane plane = plane(width, height);
    key(canvas, theme);
    axis(canvas, theme, plane, classes.size());
    for (int i = 0; i < classes.size(); i++) {
      bar(canvas, theme, plane, classes.get(i), plane.y(i), width);
    }
    double mean = plane.x(evaluation.top1().orElseThrow());
    canvas.dashes(
        new Line2D.Double(mean, plane.top(), mean, plane.top() + classes.size() * plane.row()),
        theme.text(),
        1);
  }

  private static void key(Canvas canvas, Theme theme) {
    double y = Canvas.HEADER + 9;
    double x = Canvas.MARGIN;
    double middle = y - BASELINE;
    whisker(canvas, theme, x, x + SWATCH, middle);
    canvas.fill(
        new Ellipse2D.Double(x + SWATCH / 2 - DOT / 2, middle - DOT / 2, DOT, DOT), theme.accent());
    x += SWATCH + 5;
    x +=
        canvas.text(
                "top-1 of a class, with its 95 % interval", Theme.Type.SMALL, theme.text(), x, y)
            + 2 * GAP;
    canvas.dashes(new Line2D.Double(x, middle, x + SWATCH, middle), theme.text(), 1);
    canvas.text("top-1 of all pictures", Theme.Type.SMALL, theme.text(), x + SWATCH + 5, y);
  }

  private static void whisker(Canvas canvas, Theme theme, double low, double high, double y) {
    canvas.line(new Line2D.Double(low, y, high, y), theme.accent(), LINE);
    for (double end : new double[] {low, high}) {
      canvas.line(new Line2D.Double(end, y - WHISKER, end, y + WHISKER), theme.accent(), LINE);
    }
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT);
  }

  private static void axis(Canvas canvas, Theme theme, Plane plane, int rows) {
    double bottom = plane.top() + rows * plane.row();
    for (int i = 0; i <= TICKS; i++) {
      double x = plane.x((double) i / TICKS);
      canvas.line(
          new Line2D.Double(x, plane.top(), x, bottom),
          i == 0 ? theme.muted() : theme.grid(),
          0.75);
      canvas.text(
          Integer.toString(i * 100 / TICKS),
          Theme.Type.SMALL,
          theme.text(),
          x,
          bottom + 13,
          Align.CENTRE);
    }
    canvas.text(
        "top-1 (%)",
        Theme.Type.BODY,
        theme.muted(),
        (plane.left() + plane.right()) / 2,
        bottom + 29,
        Align.CENTRE);
  }

  private void bar(
      Canvas canvas, Theme theme, Plane plane, ClassResult one, double y, double width) {
    double top1 = one.top1().orElseThrow();
    canvas.text(
        canvas.fit(one.label(), Theme.Type.BODY, plane.left() - GAP - Canvas.MARGIN),
        Theme.Type.BODY,
        theme.text(),
        plane.left() - GAP,
        y + BASELINE,
        Align.RIGHT);
    double thickness = Math.min(THICKNESS, plane.row() - 3);
    canvas.fill(
        new Rectangle2D.Double(
            plane.left(), y - thickness / 2, plane.x(top1) - plane.left(), thickness),
        faint(theme.accent()));
    Interval interval = interval(one);
    double low = plane.x(interval.low());
    double high = plane.x(interval.high());
    whisker(canvas, theme, low, high, y);
    canvas.fill(
        new Ellipse2D.Double(plane.x(top1) - DOT / 2, y - DOT / 2, DOT, DOT), theme.accent());
    canvas.text(
        "%s of %d".formatted(Numbers.percent(top1), one.images()),
        Theme.Type.SMALL,
        theme.text(),
        width - Canvas.MARGIN,
        y + BASELINE,
        Align.RIGHT);
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (ClassResult one : counted()) {
      Interval interval = interval(one);
      rows.add(
          Arrays.asList(
              one.index(),
              one.label(),
              one.images(),
              one.top1().orElseThrow(),
              interval.low(),
              interval.high(),
              one.top5().orElseThrow()));
    }
    return new DataTable(
        List.of(
            "class", "label", "pictures", "top-1", "top-1 from (95 %)", "top-1 to (95 %)", "top-5"),
        rows);
  }
}
