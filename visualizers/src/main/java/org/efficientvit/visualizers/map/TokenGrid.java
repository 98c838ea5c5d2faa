package org.efficientvit.visualizers.map;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Where the tokens of a grid lie in a drawn map: the cell at row r and column c of H x W covers
 * from c/W to (c+1)/W of the map's width and from r/H to (r+1)/H of its height.
 *
 * @param x left edge of the map
 * @param y upper edge of the map
 * @param width of the map
 * @param height of the map
 */
public record TokenGrid(WindowGrid grid, double x, double y, double width, double height) {

  /** The grid over an area. */
  public static TokenGrid of(WindowGrid grid, Rectangle2D area) {
    return new TokenGrid(grid, area.getX(), area.getY(), area.getWidth(), area.getHeight());
  }

  /** The whole map. */
  public Rectangle2D area() {
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** The token under a point; the left and upper edge of a cell belong to it. */
  public Optional<Token> tokenAt(double pointX, double pointY) {
    int column = (int) Math.floor((pointX - x) * grid.width() / width);
    int row = (int) Math.floor((pointY - y) * grid.height() / height);
    return row >= 0 && row < grid.height() && column >= 0 && column < grid.width()
        ? Optional.of(new Token(row, column))
        : Optional.empty();
  }

  /** What a token's cell covers. */
  public Rectangle2D cell(Token token) {
    return block(token.row(), token.column(), token.row() + 1, token.column() + 1);
  }

  /** What the window of a token covers of the map, padding left out. */
  public Rectangle2D window(Token token) {
    int row = token.row() / grid.side() * grid.side();
    int column = token.column() / grid.side() * grid.side();
    return block(
        row,
        column,
        Math.min(row + grid.side(), grid.height()),
        Math.min(column + grid.side(), grid.width()));
  }

  /** The lines between windows; none where there is one window. */
  public List<Line2D> windowBorders() {
    List<Line2D> lines = new ArrayList<>();
    for (int row = grid.side(); row < grid.height(); row += grid.side()) {
      lines.add(new Line2D.Double(x, edgeY(row), x + width, edgeY(row)));
    }
    for (int column = grid.side(); column < grid.width(); column += grid.side()) {
      lines.add(new Line2D.Double(edgeX(column), y, edgeX(column), y + height));
    }
    return lines;
  }

  private Rectangle2D block(int top, int left, int bottom, int right) {
    Rectangle2D block = new Rectangle2D.Double();
    block.setFrameFromDiagonal(edgeX(left), edgeY(top), edgeX(right), edgeY(bottom));
    return block;
  }

  private double edgeX(int column) {
    return x + column * width / grid.width();
  }

  private double edgeY(int row) {
    return y + row * height / grid.height();
  }
}
