package org.efficientvit.app.window.view;

import javafx.scene.canvas.GraphicsContext;
import org.efficientvit.app.window.viewmodel.BoxMap;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.core.detect.CellGrid;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/** A map of cells at its place over a picture. */
final class CellImage {

  private CellImage() {}

  /**
   * Draws each cell where it lies; what is beyond the last centres, up to the picture's edge, is
   * the last cells'.
   *
   * @param seen what of the picture stands at the graphics' origin, in the picture's pixels
   * @param scale pixels of the screen for each of the picture
   */
  static void draw(GraphicsContext g, BoxMap map, Display display, Box seen, double scale) {
    CellGrid cells = map.cells();
    Box whole =
        new CellGrid(cells.rows() + 1, cells.columns() + 1, cells.cellWidth(), cells.cellHeight())
            .whole();
    g.save();
    g.setImageSmoothing(false);
    g.setGlobalAlpha(display.opacityProperty().get());
    g.drawImage(
        FxImages.of(extended(map.map()), map.scale(), display.coloursProperty().get()),
        (whole.x() - seen.x()) * scale,
        (whole.y() - seen.y()) * scale,
        whole.width() * scale,
        whole.height() * scale);
    g.restore();
  }

  /** With the last row and the last column once more. */
  private static Tensor extended(Tensor map) {
    int rows = map.shape().dimension(0);
    int columns = map.shape().dimension(1);
    float[] values = new float[(rows + 1) * (columns + 1)];
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        values[row * (columns + 1) + column] =
            map.at(Math.min(row, rows - 1), Math.min(column, columns - 1));
      }
    }
    return new Tensor(Shape.of(rows + 1, columns + 1), values);
  }
}
