package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * Where each head of a network attends, in figures over its depth: entropy, distance, the share on
 * itself and on the window's border, and on padding where there is some. A dashed line across a
 * block is what uniform attention would have there.
 */
public record HeadSummaryFigure(HeadSurvey survey, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 684;
  private static final double PANEL = 92;
  private static final double TITLE = 30;
  private static final double AXIS = 40;
  private static final double HEADS = 13;
  private static final double DOT = 6;
  private static final double SMALLEST_NUMBERED = 9;

  public HeadSummaryFigure {
    requireNonNull(survey, "survey is null");
    requireNonNull(context, "context is null");
  }

  private List<HeadMeasure> measures() {
    return HeadMeasure.of(survey);
  }

  @Override
  public String name() {
    return "heads";
  }

  @Override
  public String title() {
    return survey.images() == 1
        ? "Where each head attends"
        : "Where each head attends · %d pictures".formatted(survey.images());
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + measures().size() * (PANEL + TITLE) + below(WIDTH) + Canvas.MARGIN;
  }

  private double below(double width) {
    return HEADS + BlockPlot.NAMES + Notes.of(note(), width - 2 * Canvas.MARGIN).height();
  }

  private List<BlockPlot> plots(double width, double height) {
    int count = measures().size();
    double each = (height - Canvas.HEADER - below(width) - Canvas.MARGIN) / count;
    List<BlockPlot> plots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rectangle2D area =
          new Rectangle2D.Double(
              Canvas.MARGIN + AXIS,
              Canvas.HEADER + i * each + TITLE,
              width - 2 * Canvas.MARGIN - AXIS,
              Math.max(1, each - TITLE));
      plots.add(
          new BlockPlot(
              area,
              survey.blocks().stream().map(BlockFigures::block).toList(),
              ValueAxis.of(numbers(measures().get(i)))));
    }
    return plots;
  }

  private DoubleStream numbers(HeadMeasure measure) {
    DoubleStream figures =
        survey.blocks().stream()
            .flatMap(block -> block.heads().stream())
            .map(measure::of)
            .flatMapToDouble(figure -> DoubleStream.of(figure.low(), figure.high()));
    DoubleStream uniform = survey.blocks().stream().mapToDouble(measure::uniform);
    return DoubleStream.concat(DoubleStream.of(0), DoubleStream.concat(figures, uniform));
  }

  private static double place(int head, int heads) {
    return (head + 0.75) / (heads + 0.5);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    List<BlockPlot> plots = plots(width, height);
    for (int i = 0; i < plots.size(); i++) {
      plots.get(i).draw(canvas, theme, measures().get(i).title(), false);
      dots(canvas, theme, plots.get(i), measures().get(i));
    }
    BlockPlot last = plots.get(plots.size() - 1);
    names(canvas, theme, last);
    Notes.of(note(), width - 2 * Canvas.MARGIN)
        .draw(canvas, theme, Canvas.MARGIN, last.area().getMaxY() + HEADS + BlockPlot.NAMES);
  }

  private void dots(Canvas canvas, Theme theme, BlockPlot plot, HeadMeasure measure) {
    for (int i = 0; i < survey.blocks().size(); i++) {
      BlockFigures block = survey.blocks().get(i);
      double uniform = plot.y(measure.uniform(block));
      canvas.dashes(
          new Line2D.Double(plot.x(i, 0.04), uniform, plot.x(i, 0.96), uniform),
          theme.warning(),
          1.2);
      for (int head = 0; head < block.heads().size(); head++) {
        Estimate figure = measure.of(block.heads().get(head));
        double x = plot.x(i, place(head, block.heads().size()));
        plot.whisker(canvas, theme.text(), x, figure);
        canvas.fill(dot(plot, measure, i, head), theme.accent());
      }
    }
  }

  private Ellipse2D dot(BlockPlot plot, HeadMeasure measure, int index, int head) {
    BlockFigures block = survey.blocks().get(index);
    double x = plot.x(index, place(head, block.heads().size()));
    double y = plot.y(measure.of(block.heads().get(head)).value());
    return new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    List<BlockPlot> plots = plots(width, height);
    List<Pickable> parts = new ArrayList<>();
    for (int i = 0; i < plots.size(); i++) {
      HeadMeasure measure = measures().get(i);
      for (int index = 0; index < survey.blocks().size(); index++) {
        BlockFigures block = survey.blocks().get(index);
        for (int head = 0; head < block.heads().size(); head++) {
          String name = HeadNames.of(block.block(), head);
          parts.add(
              new Pickable(
                  name,
                  Set.of(name),
                  dot(plots.get(i), measure, index, head),
                  "%s%n%s %s"
                      .formatted(
                          name, measure.column(), words(measure.of(block.heads().get(head))))));
        }
      }
    }
    return parts;
  }

  private static String words(Estimate figure) {
    String value = Numbers.plain(figure.value());
    return figure.low() < figure.high()
        ? "%s [%s, %s]".formatted(value, Numbers.plain(figure.low()), Numbers.plain(figure.high()))
        : value;
  }

  /** The heads' numbers under their dots and the blocks' names under them. */
  private void names(Canvas canvas, Theme theme, BlockPlot plot) {
    double y = plot.area().getMaxY();
    canvas.text("head", Theme.Type.SMALL, theme.muted(), Canvas.MARGIN, y + 13);
    canvas.text("block", Theme.Type.SMALL, theme.muted(), Canvas.MARGIN, y + 13 + HEADS);
    for (int i = 0; i < survey.blocks().size(); i++) {
      BlockFigures block = survey.blocks().get(i);
      int heads = block.heads().size();
      boolean isNumbered = plot.x(1, 0) - plot.x(0, 0) > SMALLEST_NUMBERED * heads;
      for (int head = 0; head < heads && isNumbered; head++) {
        canvas.text(
            Integer.toString(head),
            Theme.Type.SMALL,
            theme.muted(),
            plot.x(i, place(head, heads)),
            y + 13,
            Align.CENTRE);
      }
      canvas.text(
          canvas.fit(block.block(), Theme.Type.SMALL, plot.x(1, 0) - plot.x(0, 0)),
          Theme.Type.SMALL,
          theme.text(),
          plot.x(i, 0.5),
          y + 13 + HEADS,
          Align.CENTRE);
    }
  }

  private String note() {
    return "A dot for each head, in the order of the cascade"
        + (survey.hasIntervals() ? ", with the 95 % interval of its mean over pictures" : "")
        + ". Dashed: what uniform attention would have.";
  }

  @Override
  public DataTable data() {
    List<String> header = new ArrayList<>(List.of("block", "head"));
    for (HeadMeasure measure : HeadMeasure.values()) {
      header.addAll(
          List.of(
              measure.column(),
              measure.column() + " low",
              measure.column() + " high",
              measure.column() + " of uniform attention"));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (BlockFigures block : survey.blocks()) {
      for (int head = 0; head < block.heads().size(); head++) {
        List<Object> row = new ArrayList<>(Arrays.asList(block.block(), head));
        for (HeadMeasure measure : HeadMeasure.values()) {
          Estimate figure = measure.of(block.heads().get(head));
          row.addAll(List.of(figure.value(), figure.low(), figure.high(), measure.uniform(block)));
        }
        rows.add(row);
      }
    }
    return new DataTable(header, rows);
  }
}
