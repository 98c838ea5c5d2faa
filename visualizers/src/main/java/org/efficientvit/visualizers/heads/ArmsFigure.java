package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
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
 * The outcome of an experiment of two arms that were run with the same seeds: the figures of each
 * seed, joined by a line, the mean of each arm, and their difference.
 *
 * @param title of the experiment
 * @param arms what the two are called, from the left
 * @param measures a panel for each
 * @param note what was compared, in a sentence or two
 */
public record ArmsFigure(
    String title, Arms arms, List<Measure> measures, String note, FigureContext context)
    implements PickableFigure {

  private static final int IN_A_ROW = 3;
  private static final double PANEL_WIDTH = 150;
  private static final double PANEL_HEIGHT = 150;
  private static final double TITLE = 44;
  private static final double TITLE_LINE = 14;
  private static final double AXIS = 42;
  private static final double GAP = 26;
  private static final double BELOW = 46;
  private static final double LEFT = 0.3;
  private static final double RIGHT = 0.7;
  private static final double MEAN = 0.13;
  private static final double CAP = 3;
  private static final int MOST_DECIMALS = 4;

  /** The names of the two arms. */
  public record Arms(String first, String second) {

    public Arms {
      requireNonNull(first, "first is null");
      requireNonNull(second, "second is null");
    }
  }

  /**
   * One figure that was measured on both arms.
   *
   * @param name with its unit: {@code accuracy (%)}
   * @param first of each seed, in order
   * @param second of the same seeds
   * @param firstMean with its 95 % interval
   * @param secondMean with its 95 % interval
   * @param difference the first's mean less the second's, of pairs of one seed
   */
  public record Measure(
      String name,
      List<Double> first,
      List<Double> second,
      Estimate firstMean,
      Estimate secondMean,
      Estimate difference) {

    /**
     * Checks that both arms have the same seeds.
     *
     * @throws IllegalArgumentException if one has more
     */
    public Measure {
      requireNonNull(name, "name is null");
      first = List.copyOf(first);
      second = List.copyOf(second);
      requireNonNull(firstMean, "firstMean is null");
      requireNonNull(secondMean, "secondMean is null");
      requireNonNull(difference, "difference is null");
      if (first.size() != second.size()) {
        throw new IllegalArgumentException(first.size() + " seeds beside " + second.size());
      }
    }
  }

  public ArmsFigure {
    requireNonNull(title, "title is null");
    requireNonNull(arms, "arms is null");
    measures = List.copyOf(measures);
    requireNonNull(note, "note is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "cascade-experiment";
  }

  private int columns() {
    return Math.min(IN_A_ROW, measures.size());
  }

  private int rows() {
    return (measures.size() + IN_A_ROW - 1) / IN_A_ROW;
  }

  @Override
  public double width() {
    int across = Math.max(2, columns());
    return 2 * Canvas.MARGIN + across * (AXIS + PANEL_WIDTH) + (across - 1) * GAP;
  }

  @Override
  public double height() {
    return Canvas.HEADER
        + rows() * (TITLE + PANEL_HEIGHT + BELOW)
        + notes(width()).height()
        + Canvas.MARGIN;
  }

  private Notes notes(double width) {
    return Notes.of(
        note
            + " Dots: seeds, those of one seed joined; diamonds: means with their 95 % intervals."
            + " Difference: of pairs of one seed, "
            + arms.first
            + " less "
            + arms.second
            + ".",
        width - 2 * Canvas.MARGIN);
  }

  private Rectangle2D area(int measure, double width, double height) {
    double wide = (width - 2 * Canvas.MARGIN - (columns() - 1) * GAP) / columns();
    double high = (height - Canvas.HEADER - notes(width).height() - Canvas.MARGIN) / rows();
    int row = measure / columns();
    return new Rectangle2D.Double(
        Canvas.MARGIN + measure % columns() * (wide + GAP) + AXIS,
        Canvas.HEADER + row * high + TITLE,
        Math.max(1, wide - AXIS),
        Math.max(1, high - TITLE - BELOW));
  }

  private static ValueAxis axis(Measure measure) {
    DoubleStream.Builder numbers = DoubleStream.builder();
    measure.first.forEach(numbers::add);
    measure.second.forEach(numbers::add);
    for (Estimate mean : List.of(measure.firstMean, measure.secondMean)) {
      numbers.add(mean.low()).add(mean.high());
    }
    return ValueAxis.of(numbers.build());
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    for (int i = 0; i < measures.size(); i++) {
      draw(canvas, theme, measures.get(i), area(i, width, height));
    }
    Notes notes = notes(width);
    notes.draw(canvas, theme, Canvas.MARGIN, height - Canvas.MARGIN - notes.height());
  }

  private void draw(Canvas canvas, Theme theme, Measure measure, Rectangle2D area) {
    ValueAxis axis = axis(measure);
    List<String> title = Notes.wrap(measure.name, Theme.Type.BODY, area.getWidth() + AXIS);
    for (int i = 0; i < title.size(); i++) {
      canvas.text(
          title.get(i),
          Theme.Type.BODY,
          theme.text(),
          area.getX() - AXIS,
          area.getY() - 10 - TITLE_LINE * (title.size() - 1 - i));
    }
    axis.drawUp(canvas, theme, area);
    double left = area.getX() + LEFT * area.getWidth();
    double right = area.getX() + RIGHT * area.getWidth();
    for (int seed = 0; seed < measure.first.size(); seed++) {
      double from = axis.y(measure.first.get(seed), area);
      double to = axis.y(measure.second.get(seed), area);
      canvas.line(new Line2D.Double(left, from, right, to), theme.muted(), 1);
      Marks.CIRCLE.fill(canvas, theme.accent(), left, from);
      Marks.CIRCLE.fill(canvas, theme.accent(), right, to);
    }
    double away = MEAN * area.getWidth();
    mean(canvas, theme, left - away, measure.firstMean, axis, area);
    mean(canvas, theme, right + away, measure.secondMean, axis, area);
    arm(canvas, theme, arms.first, left, area);
    arm(canvas, theme, arms.second, right, area);
    canvas.text(
        canvas.fit(difference(measure.difference), Theme.Type.SMALL, area.getWidth() + AXIS),
        Theme.Type.SMALL,
        measure.difference.excludes(0) ? theme.text() : theme.muted(),
        area.getX() - AXIS,
        area.getMaxY() + 30);
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    List<Pickable> parts = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      Rectangle2D area = area(i, width, height);
      for (int seed = 0; seed < measure.first.size(); seed++) {
        parts.add(part(measure, arms.first, seed, measure.first.get(seed), LEFT, area));
        parts.add(part(measure, arms.second, seed, measure.second.get(seed), RIGHT, area));
      }
    }
    return parts;
  }

  private static Pickable part(
      Measure measure, String arm, int seed, double value, double place, Rectangle2D area) {
    String name = "%s, seed %d".formatted(arm, seed);
    double x = area.getX() + place * area.getWidth();
    return new Pickable(
        name,
        Set.of(name),
        Marks.CIRCLE.at(x, axis(measure).y(value, area)),
        "%s%n%s: %s".formatted(name, measure.name, Numbers.plain(value)));
  }

  private static void mean(
      Canvas canvas, Theme theme, double x, Estimate mean, ValueAxis axis, Rectangle2D area) {
    double low = axis.y(mean.low(), area);
    double high = axis.y(mean.high(), area);
    canvas.line(new Line2D.Double(x, low, x, high), theme.text(), 1.2);
    canvas.line(new Line2D.Double(x - CAP, low, x + CAP, low), theme.text(), 1.2);
    canvas.line(new Line2D.Double(x - CAP, high, x + CAP, high), theme.text(), 1.2);
    Marks.DIAMOND.fill(canvas, theme.text(), x, axis.y(mean.value(), area));
  }

  private static void arm(Canvas canvas, Theme theme, String name, double x, Rectangle2D area) {
    canvas.text(
        canvas.fit(name, Theme.Type.SMALL, area.getWidth() / 2),
        Theme.Type.SMALL,
        theme.text(),
        x,
        area.getMaxY() + 14,
        Align.CENTRE);
  }

  /** All three to the digit that the interval lets count. */
  private static String difference(Estimate difference) {
    double width = difference.high() - difference.low();
    int decimals =
        width > 0
            ? Math.max(1, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(width))))
            : 1;
    return "difference %s  [%s, %s]"
        .formatted(
            signed(difference.value(), decimals),
            signed(difference.low(), decimals),
            signed(difference.high(), decimals));
  }

  private static String signed(double value, int decimals) {
    return String.format(Locale.ROOT, "%+." + decimals + "f", value).replace('-', '−');
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Measure measure : measures) {
      for (int seed = 0; seed < measure.first.size(); seed++) {
        rows.add(row(measure, arms.first, seed, measure.first.get(seed)));
        rows.add(row(measure, arms.second, seed, measure.second.get(seed)));
      }
      rows.add(row(measure, arms.first, measure.firstMean));
      rows.add(row(measure, arms.second, measure.secondMean));
      rows.add(row(measure, arms.first + " less " + arms.second, measure.difference));
    }
    return new DataTable(List.of("measure", "arm", "seed", "value", "low", "high"), rows);
  }

  private static List<Object> row(Measure measure, String arm, int seed, double value) {
    return List.of(measure.name, arm, seed, value, "", "");
  }

  private static List<Object> row(Measure measure, String arm, Estimate mean) {
    return List.of(measure.name, arm, "mean", mean.value(), mean.low(), mean.high());
  }
}
