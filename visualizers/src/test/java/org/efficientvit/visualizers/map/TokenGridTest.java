package org.efficientvit.visualizers.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.efficientvit.core.tensor.WindowGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenGridTest {

  @ParameterizedTest
  @CsvSource({"7, 7, 224", "14, 14, 224", "4, 4, 153", "14, 14, 100", "5, 9, 333"})
  void aCellCoversItsShareOfTheMap(int rows, int columns, double size) {
    TokenGrid grid = new TokenGrid(new WindowGrid(rows, columns, 7), 10, 20, size, size);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Rectangle2D cell = grid.cell(new Token(row, column));
        assertThat(cell.getMinX()).isEqualTo(10 + column * size / columns);
        assertThat(cell.getMaxX()).isEqualTo(10 + (column + 1) * size / columns);
        assertThat(cell.getMinY()).isEqualTo(20 + row * size / rows);
        assertThat(cell.getMaxY()).isEqualTo(20 + (row + 1) * size / rows);
        assertThat(grid.tokenAt(cell.getCenterX(), cell.getCenterY()))
            .contains(new Token(row, column));
      }
    }
  }

  @Test
  void theLeftEdgeOfACellBelongsToItAndTheRightEdgeDoesNot() {
    TokenGrid grid = new TokenGrid(new WindowGrid(7, 7, 7), 0, 0, 224, 224);

    assertThat(grid.tokenAt(32, 0)).contains(new Token(0, 1));
    assertThat(grid.tokenAt(Math.nextDown(32), 0)).contains(new Token(0, 0));
    assertThat(grid.tokenAt(0, 0)).contains(new Token(0, 0));
    assertThat(grid.tokenAt(224, 10)).isEmpty();
    assertThat(grid.tokenAt(-0.001, 10)).isEmpty();
  }

  @Test
  void bordersLieBetweenWindowsAndNowhereElse() {
    assertThat(new TokenGrid(new WindowGrid(7, 7, 7), 0, 0, 224, 224).windowBorders()).isEmpty();
    assertThat(new TokenGrid(new WindowGrid(14, 14, 7), 0, 0, 224, 224).windowBorders())
        .extracting(line -> line.getX1() + " " + line.getY1() + " " + line.getX2())
        .containsExactly("0.0 112.0 224.0", "112.0 0.0 112.0");
  }

  @Test
  void aWindowEndsWhereTheMapDoes() {
    TokenGrid grid = new TokenGrid(new WindowGrid(10, 10, 7), 0, 0, 100, 100);

    assertThat(grid.window(new Token(0, 0))).isEqualTo(new Rectangle2D.Double(0, 0, 70, 70));
    assertThat(grid.window(new Token(9, 8))).isEqualTo(new Rectangle2D.Double(70, 70, 30, 30));
  }
}
