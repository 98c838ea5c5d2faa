package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.heads.CascadeLayout.Row;
import org.efficientvit.visualizers.map.Backdrop;
import org.efficientvit.visualizers.map.ColourBar;
import org.efficientvit.visualizers.map.HeatMap;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;
import org.efficientvit.visualizers.map.TokenGrid;

/**
 * The cascade of a block, from left to right: the split of each head, what the previous head added
 * to it, where the head attends and what it gives. Edges that are cut and heads that are silenced
 * are crossed out; what that changed stands below.
 *
 * @param block {@code blocks2.3}
 * @param grid of the block's tokens
 * @param heads in the order of the cascade
 * @param effect of the interventions; empty where there are none
 */
public record CascadeFigure(
    String block,
    WindowGrid grid,
    Crop crop,
    List<CascadeHead> heads,
    Optional<CascadeEffect> effect,
    FigureContext context)
    implements Figure {

  private static final double BAR = 44;
  private static final double ABOVE_BAR = 14;
  private static final double NODE = 7;
  private static final double SPACE = 10;
  private static final MapStyle STYLE = MapStyle.attention();
  private static final String NOTE =
      "Beside each ⊕: length of what the previous head's output adds over that of the split, and the"
          + " cosine between both, all tokens laid end to end.";
  private static final String CHANGED =
      " Dashed and crossed: an edge that is cut. Crossed out: a head that is silenced. Dashed frame:"
          + " a map that is replaced by uniform attention.";
  private static final String PADDED = " Cells that pad windows are left out.";

  /**
   * What is under a point of a drawn figure.
   *
   * @param head whose column it is
   * @param part of that column
   * @param token whose cell it is
   */
  public record Hit(int head, Part part, Token token) {}

  /** What a panel shows of a head. */
  public enum Part {
    SPLIT,
    ATTENTION,
    OUTPUT
  }

  public CascadeFigure {
    requireNonNull(block, "block is null");
    requireNonNull(grid, "grid is null");
    requireNonNull(crop, "crop is null");
    heads = List.copyOf(heads);
    requireNonNull(effect, "effect is null");
    requireNonNull(context, "context is null");
  }

  /**
   * A block of one pass.
   *
   * @param trace with splits, inputs, maps and outputs of the block's heads
   * @param interventions that the pass was under
   * @param effect of them; empty where there are none
   * @throws IllegalArgumentException if something is not in the trace
   */
  public static CascadeFigure of(
      Trace trace,
      String block,
      Crop crop,
      Interventions interventions,
      Optional<CascadeEffect> effect,
      FigureContext context) {
    HeadMaps splits = traced(trace, Tap.Kind.HEAD_SPLIT, block);
    HeadMaps outputs = traced(trace, Tap.Kind.HEAD_OUTPUT, block);
    StitchedAttention attention = new StitchedAttention(traced(trace, Tap.Kind.ATTENTION, block));
    CascadeFlow flow = CascadeFlow.of(splits, traced(trace, Tap.Kind.HEAD_INPUT, block), outputs);
    List<CascadeHead> heads = new ArrayList<>();
    for (int head = 0; head < splits.heads(); head++) {
      heads.add(
          new CascadeHead(
              TokenLengths.of(splits, head),
              flow.heads().get(head),
              attention.received(head),
              TokenLengths.of(outputs, head),
              CascadeHead.changes(interventions, block, head)));
    }
    return new CascadeFigure(block, splits.grid(), crop, heads, effect, context);
  }

  private static HeadMaps traced(Trace trace, Tap.Kind kind, String block) {
    return trace
        .heads(kind, block)
        .orElseThrow(() -> new IllegalArgumentException("no " + kind + " of " + block));
  }

  /** Where one panel's tokens lie in the figure as it is drawn at a size. */
  public TokenGrid tokens(int head, Part part, double width, double height) {
    return TokenGrid.of(grid, layout(width, height).panel(head, Row.valueOf(part.name())));
  }

  /** Which token of which panel is under a point of the figure as it is drawn at a size. */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int head = 0; head < heads.size(); head++) {
      for (Part part : Part.values()) {
        Optional<Token> token = tokens(head, part, width, height).tokenAt(x, y);
        if (token.isPresent()) {
          return Optional.of(new Hit(head, part, token.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The head whose edge from the previous one is under a point, at which it can be cut. */
  public Optional<Integer> edge(double x, double y, double width, double height) {
    CascadeLayout layout = layout(width, height);
    for (int head = 1; head < heads.size(); head++) {
      Point2D join = layout.join(head);
      double left = layout.between(head) - SPACE;
      double bottom = layout.panel(head, Row.OUTPUT).getCenterY() + SPACE;
      if (new Rectangle2D.Double(left, join.getY() - SPACE, join.getX() + NODE - left, 2 * SPACE)
              .contains(x, y)
          || new Rectangle2D.Double(left, join.getY(), 2 * SPACE, bottom - join.getY())
              .contains(x, y)) {
        return Optional.of(head);
      }
    }
    return Optional.empty();
  }

  private boolean isChanged() {
    return heads.stream().anyMatch(head -> !head.changes().isEmpty());
  }

  @Override
  public String name() {
    return block + "-cascade" + (isChanged() ? "-changed" : "");
  }

  @Override
  public String title() {
    return block + " · cascade of heads";
  }

  @Override
  public double width() {
    return CascadeLayout.own(heads.size()).width();
  }

  @Override
  public double height() {
    return CascadeLayout.own(heads.size()).bottom() + below(width()) + Canvas.MARGIN;
  }

  private double below(double width) {
    return ABOVE_BAR
        + BAR
        + notes(width).height()
        + effect.map(one -> SPACE + new EffectPanel(one).height()).orElse(0.0);
  }

  private Notes notes(double width) {
    String note = NOTE + (isChanged() ? CHANGED : "") + (grid.isPadded() ? PADDED : "");
    return Notes.of(note, width - 2 * Canvas.MARGIN);
  }

  private CascadeLayout layout(double width, double height) {
    return CascadeLayout.in(heads.size(), width, height, below(width) + Canvas.MARGIN);
  }

  private Scale lengths() {
    List<Tensor> all = new ArrayList<>();
    for (CascadeHead head : heads) {
      all.add(head.split());
      all.add(head.output());
    }
    return Scale.of(all).withZero();
  }

  private Scale received() {
    return Scale.of(heads.stream().map(CascadeHead::attention).toList());
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    CascadeLayout layout = layout(width, height);
    for (Row row : Row.values()) {
      Rectangle2D first = layout.panel(0, row);
      canvas.upright(
          row == Row.ATTENTION ? "attention received" : row == Row.SPLIT ? "split" : "output",
          Theme.Type.BODY,
          theme.text(),
          first.getX() - 9,
          first.getCenterY(),
          Align.CENTRE);
    }
    for (int head = 0; head < heads.size(); head++) {
      panels(g, canvas, theme, layout, head);
      arrows(canvas, theme, layout, head);
    }
    double room = width - 2 * Canvas.MARGIN;
    double y = layout.bottom() + ABOVE_BAR;
    bars(g, canvas, theme, y, room);
    notes(width).draw(canvas, theme, Canvas.MARGIN, y + BAR);
    double below = y + BAR + notes(width).height() + SPACE;
    effect.ifPresent(one -> new EffectPanel(one).draw(canvas, theme, Canvas.MARGIN, below, room));
  }

  private void bars(Graphics2D g, Canvas canvas, Theme theme, double y, double room) {
    double half = (room - CascadeLayout.GAP) / 2;
    new ColourBar(ColourMap.EMBER, "length of a token's vector", ColourBar.ticks(lengths()), "")
        .draw(g, canvas, theme, Canvas.MARGIN, y, half);
    new ColourBar(STYLE.colours(), "attention received by a token", ColourBar.ticks(received()), "")
        .draw(g, canvas, theme, Canvas.MARGIN + half + CascadeLayout.GAP, y, half);
  }

  private void panels(Graphics2D g, Canvas canvas, Theme theme, CascadeLayout layout, int index) {
    CascadeHead head = heads.get(index);
    Rectangle2D split = layout.panel(index, Row.SPLIT);
    label(canvas, theme, split, "head " + index, theme.text());
    new HeatMap(head.split(), lengths(), ColourMap.EMBER, false).draw(g, split, 1);

    Rectangle2D attention = layout.panel(index, Row.ATTENTION);
    Backdrop.draw(g, crop.picture(), 1 - STYLE.opacity(), attention);
    new HeatMap(head.attention(), received(), STYLE.colours(), false)
        .draw(g, attention, STYLE.opacity());
    if (head.isUniform()) {
      label(canvas, theme, attention, "uniform", theme.warning());
      canvas.dashes(attention, theme.warning(), 2);
    }

    Rectangle2D output = layout.panel(index, Row.OUTPUT);
    new HeatMap(head.output(), lengths(), ColourMap.EMBER, false).draw(g, output, 1);
    for (Rectangle2D panel : List.of(split, attention, output)) {
      TokenGrid.of(grid, panel).windowBorders().forEach(line -> canvas.contrast(line, 0.5));
      if (panel != attention || !head.isUniform()) {
        canvas.line(panel, theme.muted(), 0.75);
      }
    }
    if (head.isSilenced()) {
      label(canvas, theme, output, "silenced", theme.warning());
      cross(canvas, output);
    }
  }

  private static void cross(Canvas canvas, Rectangle2D area) {
    double left = area.getMinX();
    double right = area.getMaxX();
    canvas.contrast(new Line2D.Double(left, area.getMinY(), right, area.getMaxY()), 1.4);
    canvas.contrast(new Line2D.Double(left, area.getMaxY(), right, area.getMinY()), 1.4);
  }

  private static void label(
      Canvas canvas, Theme theme, Rectangle2D panel, String text, Color colour) {
    canvas.text(
        canvas.fit(text, Theme.Type.BODY, panel.getWidth()),
        Theme.Type.BODY,
        colour,
        panel.getX(),
        panel.getY() - 5);
  }

  private void arrows(Canvas canvas, Theme theme, CascadeLayout layout, int index) {
    Rectangle2D split = layout.panel(index, Row.SPLIT);
    Rectangle2D attention = layout.panel(index, Row.ATTENTION);
    double x = split.getCenterX();
    boolean joins = joins(index);
    Point2D join = layout.join(index);
    double from = joins ? join.getY() + NODE : split.getMaxY();
    Arrow.of(x, from, x, attention.getY()).draw(canvas, theme.text());
    Arrow.of(x, attention.getMaxY(), x, layout.panel(index, Row.OUTPUT).getY())
        .draw(canvas, theme.text());
    if (joins) {
      canvas.line(new Line2D.Double(x, split.getMaxY(), x, join.getY() - NODE), theme.text(), 1.5);
      node(canvas, theme, join);
      added(canvas, theme, layout, index);
    }
  }

  /** Whether there is a cascade into a head, cut or not. */
  private boolean joins(int index) {
    CascadeHead head = heads.get(index);
    return index > 0
        && (head.isCut() || head.flow().added() > 0 || heads.get(index - 1).isSilenced());
  }

  private static void node(Canvas canvas, Theme theme, Point2D at) {
    double x = at.getX();
    double y = at.getY();
    canvas.line(new Ellipse2D.Double(x - NODE, y - NODE, 2 * NODE, 2 * NODE), theme.text(), 1.4);
    canvas.line(new Line2D.Double(x - NODE, y, x + NODE, y), theme.text(), 1.4);
    canvas.line(new Line2D.Double(x, y - NODE, x, y + NODE), theme.text(), 1.4);
  }

  /** The edge from the previous head's output, and what it brings. */
  private void added(Canvas canvas, Theme theme, CascadeLayout layout, int index) {
    CascadeHead head = heads.get(index);
    Point2D join = layout.join(index);
    Rectangle2D output = layout.panel(index - 1, Row.OUTPUT);
    double between = layout.between(index);
    Arrow arrow =
        Arrow.of(
            output.getMaxX(),
            output.getCenterY(),
            between,
            output.getCenterY(),
            between,
            join.getY(),
            join.getX() - NODE,
            join.getY());
    double text = join.getX() + NODE + 5;
    if (head.isCut()) {
      arrow.dashed(canvas, theme.warning());
      Arrow.cross(
          canvas,
          theme.warning(),
          theme.background(),
          between,
          layout.panel(index, Row.ATTENTION).getCenterY());
      canvas.text("cut", Theme.Type.BODY, theme.warning(), text, join.getY() + 4);
    } else {
      arrow.draw(canvas, theme.text());
      canvas.text(
          String.format(Locale.ROOT, "× %.2f", head.flow().ratio()),
          Theme.Type.SMALL,
          theme.text(),
          text,
          join.getY() - 2.5);
      canvas.text(
          String.format(Locale.ROOT, "cos %.2f", head.flow().cosine()).replace('-', '−'),
          Theme.Type.SMALL,
          theme.text(),
          text,
          join.getY() + 9.5);
    }
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      CascadeHead head = heads.get(i);
      for (int cell = 0; cell < head.split().elements(); cell++) {
        rows.add(
            List.of(
                i,
                changes(head),
                head.flow().ratio(),
                head.flow().cosine(),
                cell / grid.width(),
                cell % grid.width(),
                head.split().values()[cell],
                head.attention().values()[cell],
                head.output().values()[cell]));
      }
    }
    return new DataTable(
        List.of(
            "head",
            "changed",
            "added length over the split's",
            "cosine of added and split",
            "row",
            "column",
            "length of split",
            "attention received",
            "length of output"),
        rows);
  }

  private static String changes(CascadeHead head) {
    return head.changes().stream().sorted().map(Object::toString).collect(Collectors.joining("+"));
  }
}
