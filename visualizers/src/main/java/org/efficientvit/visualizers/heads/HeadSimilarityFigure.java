package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.attention.HeadPairs;
import org.efficientvit.core.attention.HeadSimilarity;
import org.efficientvit.core.attention.Similarity;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.Likeness;
import org.efficientvit.core.survey.MeanPairs;
import org.efficientvit.core.survey.SimilarityFigures;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.ColourBar;
import org.efficientvit.visualizers.map.PanelGrid;

/**
 * How alike the heads of a block are: the cosine of each two, by what they attend to beside what
 * they give, and the figures that are made of them.
 *
 * @param block {@code blocks2.3}
 * @param of what was seen: {@code 24 pictures}
 * @param panels side by side, on one scale
 */
public record HeadSimilarityFigure(
    String block, String of, List<Panel> panels, FigureContext context) implements Figure {

  private static final double LARGEST_PANEL = 240;
  private static final double TICKS = 18;
  private static final double MEASURE = 15;
  private static final double ABOVE_MEASURES = 10;
  private static final double BAR = 44;
  private static final double GAP = 40;
  private static final double LABEL = 34;
  private static final double SMALLEST_WITH_NUMBERS = 24;
  private static final String NOTE =
      "The diagonal is 1 and left out of every figure. Mean of max: mean over heads of the largest"
          + " cosine with another head (arXiv 2305.07027, caption of Fig. 4). Max of max: the"
          + " largest cosine of two heads (the author's definition, microsoft/Cream issue 178)."
          + " Jensen–Shannon divergence in bits: 0 where two heads attend alike, 1 where to nothing"
          + " in common; outputs are no shares, so that they have none.";

  /**
   * One way in which heads are alike.
   *
   * @param title {@code attention maps}
   * @param cosines of each two heads
   * @param figures of all pairs; an interval of one number where there is none
   */
  public record Panel(String title, HeadPairs cosines, SimilarityFigures figures) {

    public Panel {
      requireNonNull(title, "title is null");
      requireNonNull(cosines, "cosines is null");
      requireNonNull(figures, "figures is null");
    }
  }

  /**
   * What is under a point of a drawn figure.
   *
   * @param panel from the left, from 0
   * @param row the one head
   * @param column the other
   */
  public record Hit(int panel, int row, int column) {}

  public HeadSimilarityFigure {
    requireNonNull(block, "block is null");
    requireNonNull(of, "of is null");
    panels = List.copyOf(panels);
    requireNonNull(context, "context is null");
  }

  /** Of one picture. */
  public static HeadSimilarityFigure of(
      String block, HeadSimilarity maps, HeadSimilarity outputs, FigureContext context) {
    return new HeadSimilarityFigure(
        block,
        "one picture",
        List.of(
            new Panel("attention maps", maps.cosines(), exact(maps.figures())),
            new Panel("head outputs", outputs.cosines(), exact(outputs.figures()))),
        context);
  }

  /**
   * Of several pictures.
   *
   * @throws IllegalArgumentException if the block has but one head
   */
  public static HeadSimilarityFigure of(BlockFigures block, int images, FigureContext context) {
    Likeness likeness =
        block
            .likeness()
            .orElseThrow(() -> new IllegalArgumentException("one head is like no other"));
    MeanPairs pairs = block.pairs().orElseThrow();
    return new HeadSimilarityFigure(
        block.block(),
        images == 1 ? "one picture" : "mean of " + images + " pictures",
        List.of(
            new Panel("attention maps", pairs.mapCosines(), likeness.maps()),
            new Panel("head outputs", pairs.outputCosines(), likeness.outputs())),
        context);
  }

  private static SimilarityFigures exact(Similarity similarity) {
    return new SimilarityFigures(
        exact(similarity.meanPairwise()),
        exact(similarity.meanOfMax()),
        exact(similarity.maxOfMax()),
        similarity.jensenShannon().isPresent()
            ? Optional.of(exact(similarity.jensenShannon().getAsDouble()))
            : Optional.empty());
  }

  private static Estimate exact(double value) {
    return new Estimate(value, new Interval(value, value));
  }

  @Override
  public String name() {
    return block + "-similarity";
  }

  @Override
  public String title() {
    return block + " · cosine similarity of heads, " + of;
  }

  @Override
  public double width() {
    return 2 * Canvas.MARGIN + panels.size() * (LARGEST_PANEL + TICKS) + (panels.size() - 1) * GAP;
  }

  @Override
  public double height() {
    return Canvas.HEADER + LABEL + LARGEST_PANEL + TICKS + below(width()) + Canvas.MARGIN;
  }

  private double below(double width) {
    return ABOVE_MEASURES
        + 4 * MEASURE
        + 2 * ABOVE_MEASURES
        + BAR
        + Notes.of(NOTE, width - 2 * Canvas.MARGIN).height();
  }

  private PanelGrid layout(double width, double height) {
    Rectangle2D area =
        new Rectangle2D.Double(
            Canvas.MARGIN,
            Canvas.HEADER,
            width - 2 * Canvas.MARGIN,
            height - Canvas.HEADER - Canvas.MARGIN - below(width));
    return PanelGrid.with(panels.size(), area, panels.size(), GAP, LABEL);
  }

  /** The square of two heads in the figure as it is drawn at a size. */
  public Rectangle2D cell(int panel, int row, int column, double width, double height) {
    return cell(layout(width, height).panel(panel), panels.get(panel).cosines.heads(), row, column);
  }

  private static Rectangle2D cell(Rectangle2D panel, int heads, int row, int column) {
    double side = (panel.getWidth() - TICKS) / heads;
    return new Rectangle2D.Double(
        panel.getX() + TICKS + column * side, panel.getY() + TICKS + row * side, side, side);
  }

  /** Which two heads are under a point of the figure as it is drawn at a size. */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int panel = 0; panel < panels.size(); panel++) {
      int heads = panels.get(panel).cosines.heads();
      for (int i = 0; i < heads * heads; i++) {
        if (cell(panel, i / heads, i % heads, width, height).contains(x, y)) {
          return Optional.of(new Hit(panel, i / heads, i % heads));
        }
      }
    }
    return Optional.empty();
  }

  private Scale scale() {
    boolean isSigned = false;
    for (Panel panel : panels) {
      int heads = panel.cosines.heads();
      for (int i = 0; i < heads * heads; i++) {
        isSigned |= panel.cosines.at(i / heads, i % heads) < 0;
      }
    }
    return new Scale(isSigned ? -1 : 0, 1);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    PanelGrid layout = layout(width, height);
    Scale scale = scale();
    ColourMap colours = scale.isSigned() ? ColourMap.BLUE_RED : ColourMap.LAGOON;
    for (int i = 0; i < panels.size(); i++) {
      Rectangle2D area = layout.panel(i);
      matrix(canvas, theme, area, panels.get(i), scale, colours);
      measures(canvas, theme, area, panels.get(i).figures);
    }
    double room = width - 2 * Canvas.MARGIN;
    double y = layout.bottom() + 3 * ABOVE_MEASURES + 4 * MEASURE;
    new ColourBar(colours, "cosine between two heads", ColourBar.ticks(scale), "")
        .draw(g, canvas, theme, Canvas.MARGIN, y, room);
    Notes.of(NOTE, room).draw(canvas, theme, Canvas.MARGIN, y + BAR);
  }

  private static void matrix(
      Canvas canvas, Theme theme, Rectangle2D area, Panel panel, Scale scale, ColourMap colours) {
    int heads = panel.cosines.heads();
    canvas.text(panel.title, Theme.Type.BODY, theme.text(), area.getX() + TICKS, area.getY() - 12);
    for (int row = 0; row < heads; row++) {
      Rectangle2D edge = cell(area, heads, row, row);
      String head = "h" + row;
      canvas.text(
          head,
          Theme.Type.SMALL,
          theme.text(),
          area.getX() + TICKS - 5,
          edge.getCenterY() + 3.4,
          Align.RIGHT);
      canvas.text(
          head,
          Theme.Type.SMALL,
          theme.text(),
          edge.getCenterX(),
          area.getY() + TICKS - 5,
          Align.CENTRE);
      for (int column = 0; column < heads; column++) {
        Rectangle2D cell = cell(area, heads, row, column);
        double cosine = panel.cosines.at(row, column);
        Color colour =
            row == column ? theme.grid() : new Color(colours.argb(scale.fraction(cosine)));
        canvas.fill(cell, colour);
        canvas.line(cell, theme.background(), 1);
        if (cell.getWidth() >= SMALLEST_WITH_NUMBERS) {
          canvas.text(
              decimals(cosine, 2),
              cell.getWidth() > 40 ? Theme.Type.BODY : Theme.Type.SMALL,
              row == column ? theme.muted() : theme.legibleOn(colour),
              cell.getCenterX(),
              cell.getCenterY() + 3.8,
              Align.CENTRE);
        }
      }
    }
  }

  private static void measures(
      Canvas canvas, Theme theme, Rectangle2D area, SimilarityFigures figures) {
    double y = area.getMaxY() + ABOVE_MEASURES + 10;
    y = measure(canvas, theme, area, y, "mean pairwise", Optional.of(figures.meanPairwise()));
    y = measure(canvas, theme, area, y, "mean of max", Optional.of(figures.meanOfMax()));
    y = measure(canvas, theme, area, y, "max of max", Optional.of(figures.maxOfMax()));
    measure(canvas, theme, area, y, "Jensen–Shannon divergence", figures.jensenShannon());
  }

  private static double measure(
      Canvas canvas,
      Theme theme,
      Rectangle2D area,
      double y,
      String name,
      Optional<Estimate> figure) {
    canvas.text(name, Theme.Type.SMALL, theme.muted(), area.getX() + TICKS, y);
    String value = figure.map(HeadSimilarityFigure::words).orElse("—");
    canvas.text(
        value,
        Theme.Type.SMALL,
        figure.isPresent() ? theme.text() : theme.muted(),
        area.getMaxX(),
        y,
        Align.RIGHT);
    return y + MEASURE;
  }

  private static String words(Estimate figure) {
    return figure.low() < figure.high()
        ? "%s  [%s, %s]"
            .formatted(
                decimals(figure.value(), 3), decimals(figure.low(), 3), decimals(figure.high(), 3))
        : decimals(figure.value(), 3);
  }

  private static String decimals(double value, int count) {
    return String.format(Locale.ROOT, "%." + count + "f", value).replace('-', '−');
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Panel panel : panels) {
      int heads = panel.cosines.heads();
      for (int i = 0; i < heads * heads; i++) {
        rows.add(
            List.of(panel.title, i / heads, i % heads, panel.cosines.at(i / heads, i % heads)));
      }
    }
    return new DataTable(List.of("of", "head", "other head", "cosine"), rows);
  }
}
