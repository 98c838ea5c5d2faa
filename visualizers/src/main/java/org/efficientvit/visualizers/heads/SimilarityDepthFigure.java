package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * How alike the heads of each block are over the depth of a network, by four definitions, by what
 * they attend to beside what they give, and the two baselines: uniform attention, and heads that
 * are each taken from another picture.
 */
public record SimilarityDepthFigure(HeadSurvey survey, FigureContext context)
    implements PickableFigure {

  private static final List<Likening> LIKENINGS = List.of(Likening.values());
  private static final double WIDTH = 684;
  private static final double PANEL = 104;
  private static final double TITLE = 30;
  private static final double AXIS = 34;
  private static final double GAP = 24;
  private static final double LINE = 1.3;

  /** Where marks stand in a block's band. */
  private static final double MEASURED = 0.42;

  private static final double SHUFFLED = 0.58;

  /** Outputs are no shares, so that they have no divergence: the last panel of their column. */
  private static final int LAST_OF_OUTPUTS = 2;

  private static final String NOTE =
      "Mean of max: mean over heads of the largest cosine with another head (arXiv 2305.07027,"
          + " caption of Fig. 4). Max of max: the largest cosine of two heads (the author's"
          + " definition, microsoft/Cream issue 178). Uniform attention is alike by definition:"
          + " cosine 1, divergence 0.";

  public SimilarityDepthFigure {
    requireNonNull(survey, "survey is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "similarity-depth";
  }

  @Override
  public String title() {
    return "How alike the heads of each block are"
        + (survey.images() == 1 ? "" : " · %d pictures".formatted(survey.images()));
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + LIKENINGS.size() * (PANEL + TITLE) + below(WIDTH) + Canvas.MARGIN;
  }

  private static double below(double width) {
    return BlockPlot.NAMES + Notes.of(NOTE, width - 2 * Canvas.MARGIN).height();
  }

  /** Blocks of two heads and more; one head is like no other. */
  private List<BlockFigures> blocks() {
    return survey.blocks().stream().filter(block -> block.likeness().isPresent()).toList();
  }

  private static Optional<Estimate> measured(
      BlockFigures block, Likening likening, Likening.Of of) {
    return block.likeness().flatMap(likeness -> likening.of(of.in(likeness)));
  }

  private static Optional<Estimate> shuffled(
      BlockFigures block, Likening likening, Likening.Of of) {
    return block.shuffled().flatMap(likeness -> likening.of(of.in(likeness)));
  }

  private static Optional<Estimate> uniform(BlockFigures block, Likening likening) {
    return block.uniform().maps().flatMap(likening::of);
  }

  private Rectangle2D area(int panel, Likening.Of of, double width, double height) {
    double wide = (width - 2 * Canvas.MARGIN - GAP) / 2;
    double high = (height - Canvas.HEADER - below(width) - Canvas.MARGIN) / LIKENINGS.size();
    return new Rectangle2D.Double(
        Canvas.MARGIN + (of == Likening.Of.MAPS ? 0 : wide + GAP) + AXIS,
        Canvas.HEADER + panel * high + TITLE,
        Math.max(1, wide - AXIS),
        Math.max(1, high - TITLE));
  }

  /** One axis for maps and outputs. */
  private ValueAxis axis(Likening likening) {
    DoubleStream.Builder numbers = DoubleStream.builder();
    numbers.add(0);
    for (BlockFigures block : blocks()) {
      for (Likening.Of of : Likening.Of.values()) {
        measured(block, likening, of).ifPresent(one -> numbers.add(one.low()).add(one.high()));
        shuffled(block, likening, of).ifPresent(one -> numbers.add(one.low()).add(one.high()));
      }
      uniform(block, likening).ifPresent(one -> numbers.add(one.value()));
    }
    return ValueAxis.of(numbers.build());
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    List<String> names = blocks().stream().map(BlockFigures::block).toList();
    for (int i = 0; i < LIKENINGS.size(); i++) {
      Likening likening = LIKENINGS.get(i);
      ValueAxis axis = axis(likening);
      for (Likening.Of of : Likening.Of.values()) {
        Rectangle2D area = area(i, of, width, height);
        boolean isEmpty =
            blocks().stream().allMatch(block -> measured(block, likening, of).isEmpty());
        if (isEmpty) {
          key(canvas, theme, area);
          continue;
        }
        BlockPlot plot = new BlockPlot(area, names, axis);
        boolean isLast =
            i == LIKENINGS.size() - 1 || (of == Likening.Of.OUTPUTS && i == LAST_OF_OUTPUTS);
        plot.draw(canvas, theme, of.label() + " · " + likening.title(), isLast);
        draw(canvas, theme, plot, likening, of);
      }
    }
    Notes.of(NOTE, width - 2 * Canvas.MARGIN)
        .draw(
            canvas, theme, Canvas.MARGIN, height - Canvas.MARGIN - below(width) + BlockPlot.NAMES);
  }

  private void draw(Canvas canvas, Theme theme, BlockPlot plot, Likening likening, Likening.Of of) {
    List<BlockFigures> blocks = blocks();
    if (of == Likening.Of.MAPS) {
      for (int i = 0; i < blocks.size(); i++) {
        double left = plot.x(i, 0.1);
        double right = plot.x(i, 0.9);
        uniform(blocks.get(i), likening)
            .map(one -> plot.y(one.value()))
            .ifPresent(y -> canvas.line(new Line2D.Double(left, y, right, y), theme.muted(), 2));
      }
    }
    series(canvas, theme, plot, blocks, block -> shuffled(block, likening, of), false);
    series(canvas, theme, plot, blocks, block -> measured(block, likening, of), true);
  }

  /** A line through the blocks and a mark at each: filled if it was measured, else hollow. */
  private static void series(
      Canvas canvas,
      Theme theme,
      BlockPlot plot,
      List<BlockFigures> blocks,
      Function<BlockFigures, Optional<Estimate>> figure,
      boolean isMeasured) {
    Path2D line = new Path2D.Double();
    double place = isMeasured ? MEASURED : SHUFFLED;
    for (int i = 0; i < blocks.size(); i++) {
      Optional<Estimate> estimate = figure.apply(blocks.get(i));
      if (estimate.isPresent()) {
        double x = plot.x(i, place);
        double y = plot.y(estimate.get().value());
        if (line.getCurrentPoint() == null) {
          line.moveTo(x, y);
        } else {
          line.lineTo(x, y);
        }
      }
    }
    if (isMeasured) {
      canvas.line(line, theme.accent(), LINE);
    } else {
      canvas.dashes(line, theme.warning(), LINE);
    }
    for (int i = 0; i < blocks.size(); i++) {
      double x = plot.x(i, place);
      figure
          .apply(blocks.get(i))
          .ifPresent(
              estimate -> {
                Color colour = isMeasured ? theme.accent() : theme.warning();
                plot.whisker(canvas, colour, x, estimate);
                mark(canvas, theme, x, plot.y(estimate.value()), isMeasured);
              });
    }
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    List<Pickable> parts = new ArrayList<>();
    List<BlockFigures> blocks = blocks();
    List<String> names = blocks.stream().map(BlockFigures::block).toList();
    for (int i = 0; i < LIKENINGS.size(); i++) {
      Likening likening = LIKENINGS.get(i);
      for (Likening.Of of : Likening.Of.values()) {
        BlockPlot plot = new BlockPlot(area(i, of, width, height), names, axis(likening));
        for (int block = 0; block < blocks.size(); block++) {
          String text = "%s%n%s · %s".formatted(names.get(block), of.label(), likening.title());
          String name = names.get(block);
          double left = plot.x(block, MEASURED);
          double right = plot.x(block, SHUFFLED);
          shuffled(blocks.get(block), likening, of)
              .map(one -> part(name, Marks.DIAMOND, plot, right, text + ", shuffled", one))
              .ifPresent(parts::add);
          measured(blocks.get(block), likening, of)
              .map(one -> part(name, Marks.CIRCLE, plot, left, text, one))
              .ifPresent(parts::add);
        }
      }
    }
    return parts;
  }

  private static Pickable part(
      String block, Marks mark, BlockPlot plot, double x, String text, Estimate one) {
    return new Pickable(
        block,
        Set.of(block),
        mark.at(x, plot.y(one.value())),
        "%s%n%s [%s, %s]"
            .formatted(
                text,
                Numbers.plain(one.value()),
                Numbers.plain(one.low()),
                Numbers.plain(one.high())));
  }

  private static void mark(Canvas canvas, Theme theme, double x, double y, boolean isMeasured) {
    if (isMeasured) {
      Marks.CIRCLE.fill(canvas, theme.accent(), x, y);
    } else {
      Marks.DIAMOND.hollow(canvas, theme.warning(), theme.background(), x, y);
    }
  }

  /** What the marks mean, where a panel would be empty. */
  private void key(Canvas canvas, Theme theme, Rectangle2D area) {
    double x = area.getX() + 12;
    double y = area.getY() + 26;
    canvas.line(new Line2D.Double(x - 10, y, x + 10, y), theme.accent(), LINE);
    mark(canvas, theme, x, y, true);
    words(canvas, theme, x, y, "as measured" + (survey.hasIntervals() ? ", 95 % interval" : ""));
    if (survey.hasIntervals()) {
      y += 18;
      canvas.dashes(new Line2D.Double(x - 10, y, x + 10, y), theme.warning(), LINE);
      mark(canvas, theme, x, y, false);
      words(canvas, theme, x, y, "each head taken from another picture (shuffled)");
    }
    y += 18;
    canvas.line(new Line2D.Double(x - 10, y, x + 10, y), theme.muted(), 2);
    words(canvas, theme, x, y, "uniform attention");
  }

  private static void words(Canvas canvas, Theme theme, double x, double y, String text) {
    canvas.text(text, Theme.Type.SMALL, theme.text(), x + 16, y + 3.4);
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (BlockFigures block : blocks()) {
      for (Likening.Of of : Likening.Of.values()) {
        for (Likening likening : LIKENINGS) {
          measured(block, likening, of)
              .ifPresent(one -> rows.add(row(block, of, likening, "measured", one)));
          shuffled(block, likening, of)
              .ifPresent(one -> rows.add(row(block, of, likening, "shuffled", one)));
          if (of == Likening.Of.MAPS) {
            uniform(block, likening)
                .ifPresent(one -> rows.add(row(block, of, likening, "uniform", one)));
          }
        }
      }
    }
    return new DataTable(
        List.of("block", "of", "definition", "heads", "value", "low", "high"), rows);
  }

  private static List<Object> row(
      BlockFigures block, Likening.Of of, Likening likening, String heads, Estimate one) {
    return List.of(
        block.block(), of.label(), likening.column(), heads, one.value(), one.low(), one.high());
  }
}
