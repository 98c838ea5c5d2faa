package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.Oklab;

/**
 * Which classes a network takes for which: a row for each class that pictures show, a column for
 * each that they were taken for.
 *
 * <p>A cell's colour is its share of its row, by square root so that rare mistakes show; right
 * answers have one hue and wrong ones another. Of more than {@value #MOST_WITH_NUMBERS} classes no
 * numbers are written.
 */
public record ConfusionFigure(ConfusionMatrix matrix, Cell cell, FigureContext context)
    implements PickableFigure {

  /** The most classes whose cells hold numbers. */
  public static final int MOST_WITH_NUMBERS = 50;

  /** What is written into a cell; nothing where no picture is counted. */
  public enum Cell {
    /** How many pictures. */
    COUNT,
    /** The share of the row, in whole per cent. */
    PERCENT
  }

  public ConfusionFigure {
    requireNonNull(matrix, "matrix is null");
    requireNonNull(cell, "cell is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return cell == Cell.COUNT ? "confusion" : "confusion-percent";
  }

  @Override
  public String title() {
    int images = matrix.images();
    return images == 0
        ? "Confusion of classes · no pictures"
        : "Confusion of classes · top-1 %s of %d pictures"
            .formatted(Numbers.percent((double) matrix.correct() / images), images);
  }

  @Override
  public double width() {
    return ConfusionLayout.of(matrix).width();
  }

  @Override
  public double height() {
    return ConfusionLayout.of(matrix).height();
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    ConfusionLayout layout = ConfusionLayout.of(matrix).in(width, height);
    layout.axes(canvas, theme, matrix, note());
    for (int label = 0; label < matrix.classes(); label++) {
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        if (matrix.count(label, predicted) > 0) {
          draw(canvas, theme, layout.cell(label, predicted), label, predicted);
        }
      }
    }
    layout.frame(canvas, theme, matrix.classes());
  }

  /** The cells that count pictures. */
  @Override
  public List<Pickable> pickables(double width, double height) {
    ConfusionLayout layout = ConfusionLayout.of(matrix).in(width, height);
    List<Pickable> parts = new ArrayList<>();
    for (int label = 0; label < matrix.classes(); label++) {
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        if (matrix.count(label, predicted) > 0) {
          parts.add(
              new Pickable(
                  matrix.labels().get(label) + " " + matrix.labels().get(predicted),
                  Set.of(),
                  layout.cell(label, predicted),
                  words(label, predicted)));
        }
      }
    }
    return parts;
  }

  private String words(int label, int predicted) {
    String shows = matrix.labels().get(label);
    return "%s%n%d of %d pictures, %s"
        .formatted(
            label == predicted
                ? shows + ", recognised"
                : shows + " taken for " + matrix.labels().get(predicted),
            matrix.count(label, predicted),
            matrix.images(label),
            Numbers.percent(matrix.share(label, predicted)));
  }

  private void draw(Canvas canvas, Theme theme, Rectangle2D area, int label, int predicted) {
    double fraction = Math.sqrt(matrix.share(label, predicted));
    Color full = label == predicted ? theme.accent() : theme.warning();
    Color colour = mix(theme.background(), full, fraction);
    canvas.fill(area, colour);
    String number = number(label, predicted);
    if (hasNumbers() && canvas.width(number, Theme.Type.SMALL) < area.getWidth()) {
      canvas.text(
          number,
          Theme.Type.SMALL,
          theme.legibleOn(colour),
          area.getCenterX(),
          area.getCenterY() + 3.4,
          Canvas.Align.CENTRE);
    }
  }

  private boolean hasNumbers() {
    return matrix.classes() <= MOST_WITH_NUMBERS;
  }

  private String number(int label, int predicted) {
    if (cell == Cell.COUNT) {
      return Integer.toString(matrix.count(label, predicted));
    }
    long percent = Math.round(100 * matrix.share(label, predicted));
    return percent == 0 ? "<1" : Long.toString(percent);
  }

  private static Color mix(Color from, Color to, double fraction) {
    return new Color(Oklab.of(from.getRGB()).towards(Oklab.of(to.getRGB()), fraction).argb());
  }

  private String note() {
    String numbers = cell == Cell.COUNT ? "Numbers: pictures. " : "Numbers: per cent of the row. ";
    return (hasNumbers() ? numbers : "")
        + "Blue right, orange wrong; colour by the square root of the row's share.";
  }

  /** Cells that count no pictures are left out. */
  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (int label = 0; label < matrix.classes(); label++) {
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        if (matrix.count(label, predicted) > 0) {
          rows.add(
              List.of(
                  matrix.labels().get(label),
                  matrix.labels().get(predicted),
                  matrix.count(label, predicted),
                  matrix.share(label, predicted)));
        }
      }
    }
    return new DataTable(
        List.of("true class", "predicted class", "pictures", "share of the true class"), rows);
  }
}
