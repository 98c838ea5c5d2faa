package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.heads.CascadeLayout.Row;
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
  private static final double SPACE = 10;
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
      if (new Rectangle2D.Double(
                  left, join.getY() - SPACE, join.getX() + CascadeLayout.NODE - left, 2 * SPACE)
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

  @Override
  public double leastHeight() {
    return height()
        - CascadeLayout.own(heads.size()).bottom()
        + CascadeLayout.least(heads.size()).bottom();
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

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    CascadeLayout layout = layout(width, height);
    CascadePainter painter = new CascadePainter(g, canvas, theme, this, layout);
    painter.drawHeads();
    double room = width - 2 * Canvas.MARGIN;
    double y = layout.bottom() + ABOVE_BAR;
    painter.drawBars(y, room);
    notes(width).draw(canvas, theme, Canvas.MARGIN, y + BAR);
    double below = y + BAR + notes(width).height() + SPACE;
    effect.ifPresent(one -> new EffectPanel(one).draw(canvas, theme, Canvas.MARGIN, below, room));
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
