package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.core.evaluate.ConfusionMatrix.Pair;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * The classes that are most often taken for another, where there are too many for a matrix: a bar
 * for each mistake, as long as it is frequent.
 */
public record MistakesFigure(ConfusionMatrix matrix, FigureContext context)
    implements PickableFigure {

  /** How many mistakes are drawn; the table holds all. */
  public static final int MOST = 20;

  private static final double WIDTH = 620;
  private static final double ROW = 31;
  private static final double THICKNESS = 8;
  private static final double NUMBERS = 130;
  private static final String ARROW = "  →  ";

  public MistakesFigure {
    requireNonNull(matrix, "matrix is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "mistakes";
  }

  @Override
  public String title() {
    int images = matrix.images();
    if (images == 0) {
      return "Most frequent mistakes · no pictures";
    }
    return "%s · top-1 %s of %d pictures"
        .formatted(
            shown().isEmpty() ? "No mistakes" : "Most frequent mistakes",
            Numbers.percent((double) matrix.correct() / images),
            images);
  }

  private List<Pair> shown() {
    List<Pair> all = matrix.mistakes();
    return all.subList(0, Math.min(MOST, all.size()));
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + ROW * Math.max(1, shown().size()) + Canvas.MARGIN;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    List<Pair> pairs = shown();
    double full = width - 2 * Canvas.MARGIN - NUMBERS;
    double y = Canvas.HEADER;
    for (Pair pair : pairs) {
      names(canvas, theme, pair, y + 11, width - 2 * Canvas.MARGIN);
      double top = y + 16;
      double length = full * pair.images() / pairs.get(0).images();
      canvas.fill(new Rectangle2D.Double(Canvas.MARGIN, top, length, THICKNESS), theme.warning());
      canvas.line(
          new Line2D.Double(Canvas.MARGIN, top - 1, Canvas.MARGIN, top + THICKNESS + 1),
          theme.muted(),
          0.75);
      canvas.text(
          "%d · %s of the class".formatted(pair.images(), Numbers.percent(pair.share())),
          Theme.Type.SMALL,
          theme.text(),
          width - Canvas.MARGIN,
          top + THICKNESS - 0.5,
          Align.RIGHT);
      y += ROW;
    }
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    List<Pickable> parts = new ArrayList<>();
    double y = Canvas.HEADER;
    for (Pair pair : shown()) {
      String shows = matrix.labels().get(pair.label());
      String taken = matrix.labels().get(pair.predicted());
      parts.add(
          new Pickable(
              shows + " " + taken,
              Set.of(),
              new Rectangle2D.Double(Canvas.MARGIN, y, width - 2 * Canvas.MARGIN, ROW),
              "%s taken for %s%n%d of %d pictures, %s"
                  .formatted(
                      shows,
                      taken,
                      pair.images(),
                      matrix.images(pair.label()),
                      Numbers.percent(pair.share()))));
      y += ROW;
    }
    return parts;
  }

  /** What the pictures show and what they are taken for, each with half the room if it needs it. */
  private void names(Canvas canvas, Theme theme, Pair pair, double y, double room) {
    double left = room - canvas.width(ARROW, Theme.Type.BODY);
    String shows = matrix.labels().get(pair.label());
    String taken = matrix.labels().get(pair.predicted());
    double ofTaken = Math.min(canvas.width(taken, Theme.Type.BODY), left / 2);
    shows = canvas.fit(shows, Theme.Type.BODY, left - ofTaken);
    double x = Canvas.MARGIN;
    x += canvas.text(shows, Theme.Type.BODY, theme.text(), x, y);
    x += canvas.text(ARROW, Theme.Type.BODY, theme.muted(), x, y);
    canvas.text(
        canvas.fit(taken, Theme.Type.BODY, Canvas.MARGIN + room - x),
        Theme.Type.BODY,
        theme.text(),
        x,
        y);
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Pair pair : matrix.mistakes()) {
      rows.add(
          List.of(
              matrix.labels().get(pair.label()),
              matrix.labels().get(pair.predicted()),
              pair.images(),
              pair.share()));
    }
    return new DataTable(
        List.of("true class", "predicted class", "pictures", "share of the true class"), rows);
  }
}
