package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
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
 * What each head is worth, by what changes where it is silenced, against what it costs: its
 * measured time.
 *
 * @param heads of all blocks
 * @param outcome what changes, with its unit: {@code top-1 (percentage points)}
 * @param of how it was measured: {@code 24 pictures; PyTorch, 1 thread}
 */
public record HeadWorthFigure(List<Head> heads, String outcome, String of, FigureContext context)
    implements PickableFigure {

  private static final List<Marks> MARKS = List.of(Marks.values());
  private static final double WIDTH = 684;
  private static final double HEIGHT = 460;
  private static final double LEGEND = 26;
  private static final double AXIS = 46;
  private static final double BELOW = 34;
  private static final double WHISKER = 1;
  private static final double CAP = 2.5;
  private static final String NOTE =
      "Below the line, the network is worse without the head. Bars: 95 % intervals.";

  /**
   * One head.
   *
   * @param block {@code blocks2.3}
   * @param head from 0
   * @param microseconds that its operations take
   * @param change of the outcome where it is silenced, in the outcome's unit
   */
  public record Head(String block, int head, Estimate microseconds, Estimate change) {

    public Head {
      requireNonNull(block, "block is null");
      requireNonNull(microseconds, "microseconds is null");
      requireNonNull(change, "change is null");
    }

    String label() {
      return BlockPlot.shortName(block) + " h" + head;
    }
  }

  public HeadWorthFigure {
    heads = List.copyOf(heads);
    requireNonNull(outcome, "outcome is null");
    requireNonNull(of, "of is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "head-worth";
  }

  @Override
  public String title() {
    return "What each head is worth, and what it costs";
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return HEIGHT;
  }

  private Notes notes(double width) {
    return Notes.of(of + ". " + NOTE, width - 2 * Canvas.MARGIN);
  }

  private Rectangle2D area(double width, double height) {
    double top = Canvas.HEADER + LEGEND;
    return new Rectangle2D.Double(
        Canvas.MARGIN + AXIS,
        top,
        Math.max(1, width - 2 * Canvas.MARGIN - AXIS),
        Math.max(1, height - top - BELOW - notes(width).height() - Canvas.MARGIN));
  }

  private ValueAxis costs() {
    return ValueAxis.large(
        heads.stream()
            .map(Head::microseconds)
            .flatMapToDouble(time -> DoubleStream.of(time.low(), time.high())));
  }

  private ValueAxis changes() {
    return ValueAxis.large(
        DoubleStream.concat(
            DoubleStream.of(0),
            heads.stream()
                .flatMapToDouble(head -> DoubleStream.of(head.change.low(), head.change.high()))));
  }

  /** Stages in order; each has a mark and a colour of its own. */
  private List<String> stages() {
    return heads.stream().map(head -> BlockPlot.stage(head.block)).distinct().toList();
  }

  private Marks mark(String stage) {
    return MARKS.get(stages().indexOf(stage) % MARKS.size());
  }

  private Color colour(Theme theme, String stage) {
    Color[] colours = {theme.accent(), theme.warning(), theme.text(), theme.muted()};
    return colours[stages().indexOf(stage) % colours.length];
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    legend(canvas, theme);
    Rectangle2D area = area(width, height);
    ValueAxis costs = costs();
    ValueAxis changes = changes();
    costs.drawAcross(canvas, theme, area);
    changes.drawUp(canvas, theme, area);
    double zero = changes.y(0, area);
    canvas.line(new Line2D.Double(area.getMinX(), zero, area.getMaxX(), zero), theme.text(), 1.2);
    canvas.text(
        "time of the head's operations (µs)",
        Theme.Type.BODY,
        theme.muted(),
        area.getCenterX(),
        area.getMaxY() + 29,
        Align.CENTRE);
    canvas.upright(
        canvas.fit("change of " + outcome + " without the head", Theme.Type.BODY, area.getHeight()),
        Theme.Type.BODY,
        theme.muted(),
        Canvas.MARGIN + 9,
        area.getCenterY(),
        Align.CENTRE);
    for (Head head : heads) {
      whiskers(canvas, theme, area, head);
    }
    NameTags tags = new NameTags(area);
    for (Head head : heads) {
      double x = costs.x(head.microseconds.value(), area);
      double y = changes.y(head.change.value(), area);
      String stage = BlockPlot.stage(head.block);
      mark(stage).fill(canvas, colour(theme, stage), x, y);
      tags.add(head.label(), mark(stage).at(x, y).getBounds2D());
    }
    tags.draw(canvas, theme);
    notes(width).draw(canvas, theme, Canvas.MARGIN, area.getMaxY() + BELOW);
  }

  private void legend(Canvas canvas, Theme theme) {
    double x = Canvas.MARGIN + 4;
    double y = Canvas.HEADER + 8;
    for (String stage : stages()) {
      mark(stage).fill(canvas, colour(theme, stage), x, y);
      x += 9 + canvas.text(stage, Theme.Type.SMALL, theme.text(), x + 9, y + 3.4) + 18;
    }
  }

  private void whiskers(Canvas canvas, Theme theme, Rectangle2D area, Head head) {
    Color colour = faint(colour(theme, BlockPlot.stage(head.block)));
    double x = costs().x(head.microseconds.value(), area);
    double y = changes().y(head.change.value(), area);
    double left = costs().x(head.microseconds.low(), area);
    double right = costs().x(head.microseconds.high(), area);
    double bottom = changes().y(head.change.low(), area);
    double top = changes().y(head.change.high(), area);
    canvas.line(new Line2D.Double(left, y, right, y), colour, WHISKER);
    canvas.line(new Line2D.Double(x, top, x, bottom), colour, WHISKER);
    for (double end : new double[] {left, right}) {
      canvas.line(new Line2D.Double(end, y - CAP, end, y + CAP), colour, WHISKER);
    }
    for (double end : new double[] {top, bottom}) {
      canvas.line(new Line2D.Double(x - CAP, end, x + CAP, end), colour, WHISKER);
    }
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150);
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    Rectangle2D area = area(width, height);
    List<Pickable> parts = new ArrayList<>();
    for (Head head : heads) {
      String name = HeadNames.of(head.block, head.head);
      parts.add(
          new Pickable(
              name,
              Set.of(name),
              mark(BlockPlot.stage(head.block))
                  .at(
                      costs().x(head.microseconds.value(), area),
                      changes().y(head.change.value(), area)),
              "%s%n%s µs%nwithout it %s: %s [%s, %s]"
                  .formatted(
                      name,
                      Numbers.plain(head.microseconds.value()),
                      outcome,
                      Numbers.signed(head.change.value()),
                      Numbers.signed(head.change.low()),
                      Numbers.signed(head.change.high()))));
    }
    return parts;
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Head head : heads) {
      rows.add(
          List.of(
              head.block,
              head.head,
              head.microseconds.value(),
              head.microseconds.low(),
              head.microseconds.high(),
              head.change.value(),
              head.change.low(),
              head.change.high()));
    }
    String change = "change of " + outcome;
    return new DataTable(
        List.of(
            "block",
            "head",
            "time (µs)",
            "time low (µs)",
            "time high (µs)",
            change,
            change + " low",
            change + " high"),
        rows);
  }
}
