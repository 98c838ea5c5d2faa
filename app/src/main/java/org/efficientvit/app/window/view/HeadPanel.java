package org.efficientvit.app.window.view;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.efficientvit.app.window.viewmodel.HeadMap;
import org.efficientvit.app.window.viewmodel.Numbers;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.Typeface;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.map.Token;
import org.efficientvit.visualizers.map.TokenGrid;
import org.jspecify.annotations.Nullable;

/** One head's map over the crop: a title, the map, its scale and what it reads. */
final class HeadPanel extends Canvas {

  /** Height of the title above the map. */
  static final double TITLE = 24;

  /** Height of the scale below the map. */
  static final double FOOTER = 32;

  private static final double BAR = 8;
  private static final Font TITLE_FONT = Font.font(Typeface.FAMILY, FontWeight.BOLD, 13);
  private static final Font TEXT_FONT = Font.font(Typeface.FAMILY, 12);

  /**
   * All that one drawing needs.
   *
   * @param query the token that is outlined, or null
   * @param probe the token under the pointer while another is pinned, or null
   */
  record Look(
      HeadMap map,
      WindowGrid grid,
      Image crop,
      ColourMap colours,
      double opacity,
      @Nullable Token query,
      @Nullable Token probe,
      Theme theme) {}

  private @Nullable WindowGrid grid;

  /** The token at a place in this panel. */
  Optional<Token> tokenAt(double x, double y) {
    return grid == null ? Optional.empty() : tokens(grid).tokenAt(x, y);
  }

  private TokenGrid tokens(WindowGrid of) {
    return TokenGrid.of(of, new Rectangle2D.Double(0, TITLE, side(), side()));
  }

  private double side() {
    return Math.max(1, Math.min(getWidth(), getHeight() - TITLE - FOOTER));
  }

  /** Draws everything anew, which takes well under a millisecond. */
  void draw(Look look) {
    grid = look.grid();
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    double side = side();
    g.setImageSmoothing(true);
    g.drawImage(look.crop(), 0, TITLE, side, side);
    g.setImageSmoothing(false);
    g.setGlobalAlpha(look.opacity());
    g.drawImage(
        FxImages.of(look.map().map(), look.map().scale(), look.colours()), 0, TITLE, side, side);
    g.setGlobalAlpha(1);
    drawGrid(g, look);
    drawText(g, look, side);
  }

  private void drawGrid(GraphicsContext g, Look look) {
    TokenGrid tokens = tokens(look.grid());
    g.setLineWidth(1);
    g.setStroke(Color.gray(1, 0.45));
    tokens
        .windowBorders()
        .forEach(
            line ->
                g.strokeLine(
                    snap(line.getX1()),
                    snap(line.getY1()),
                    snap(line.getX2()),
                    snap(line.getY2())));
    if (look.query() != null && !look.query().isClass()) {
      outline(g, tokens.cell(look.query()), Color.WHITE);
    }
    if (look.probe() != null && !look.probe().equals(look.query())) {
      outline(g, tokens.cell(look.probe()), Color.web("#ffb000"));
    }
  }

  /** A bright line with a dark one around it, so that it shows on any ground. */
  private static void outline(GraphicsContext g, Rectangle2D cell, Color colour) {
    double x = Math.round(cell.getX());
    double y = Math.round(cell.getY());
    double width = Math.round(cell.getMaxX()) - x;
    double height = Math.round(cell.getMaxY()) - y;
    g.setStroke(Color.gray(0, 0.85));
    g.setLineWidth(1);
    g.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
    g.setStroke(colour);
    g.setLineWidth(2);
    g.strokeRect(x + 1, y + 1, width - 2, height - 2);
  }

  private static void text(GraphicsContext g, String text, double x, double y, double width) {
    g.fillText(text, x, y, Math.max(1, width));
  }

  private void drawText(GraphicsContext g, Look look, double side) {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(TITLE_FONT);
    g.setFill(FxImages.of(look.theme().text()));
    text(g, "Head " + look.map().head(), 0, TITLE / 2 - 2, side / 2);
    g.setFont(TEXT_FONT);
    g.setFill(FxImages.of(look.theme().muted()));
    g.setTextAlign(TextAlignment.RIGHT);
    text(g, look.map().reading(), side, TITLE / 2 - 2, side - 64);

    double y = TITLE + side + 4;
    g.setImageSmoothing(true);
    g.drawImage(FxImages.bar(look.colours(), 256), 0, y, side, BAR);
    g.setTextAlign(TextAlignment.LEFT);
    text(g, Numbers.significant(look.map().scale().min()), 0, y + BAR + 10, side / 2);
    g.setTextAlign(TextAlignment.RIGHT);
    text(g, Numbers.significant(look.map().scale().max()), side, y + BAR + 10, side / 2);
  }

  private static double snap(double value) {
    return Math.floor(value) + 0.5;
  }
}
