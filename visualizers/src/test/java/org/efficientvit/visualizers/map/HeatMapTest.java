package org.efficientvit.visualizers.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {

  private static final Scale SCALE = new Scale(0, 1);

  @ParameterizedTest
  @CsvSource({"7, 7, 224", "14, 14, 224", "7, 7, 100", "3, 5, 61"})
  void aPixelHasTheColourOfTheCellThatItsCentreLiesIn(int rows, int columns, int size) {
    Tensor map = random(rows, columns);
    BufferedImage image = crisp(map).image(size, size, 1);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int row = (int) ((y + 0.5) * rows / size);
        int column = (int) ((x + 0.5) * columns / size);
        assertThat(image.getRGB(x, y)).isEqualTo(colour(map.at(row, column)));
      }
    }
  }

  @Test
  void aDrawnMapFillsExactlyItsAreaAndEachCellItsPixels() {
    Tensor map = random(7, 7);
    BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    crisp(map).draw(g, new Rectangle2D.Double(8, 4, 224, 224), 1);
    g.dispose();
    for (int y = 0; y < 240; y++) {
      for (int x = 0; x < 240; x++) {
        boolean isInside = x >= 8 && x < 232 && y >= 4 && y < 228;
        int expected = isInside ? colour(map.at((y - 4) / 32, (x - 8) / 32)) : 0;
        assertThat(image.getRGB(x, y)).as("pixel %d, %d", x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void aSmoothMapHasEachCellsValueAtTheCellsCentre() {
    Tensor map = random(7, 7);
    HeatMap smooth = new HeatMap(map, SCALE, ColourMap.GREY, true);
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 7; column++) {
        assertThat(smooth.interpolated(row + 0.5, column + 0.5)).isEqualTo(map.at(row, column));
      }
    }
    assertThat(smooth.interpolated(0.5, 1))
        .isCloseTo((map.at(0, 0) + map.at(0, 1)) / 2.0, within(1e-6));
    assertThat(smooth.interpolated(0, 0)).isEqualTo(map.at(0, 0));
    // 35 pixels to 7 cells: the third of every five is a centre.
    BufferedImage image = smooth.image(35, 35, 1);
    assertThat(image.getRGB(5 * 3 + 2, 5 * 6 + 2)).isEqualTo(colour(map.at(6, 3)));
  }

  @Test
  void aSmoothMapEndsWhereItsCellsDo() {
    Tensor map = new Tensor(Shape.of(1, 2), new float[] {1, Float.NaN});
    BufferedImage image = new HeatMap(map, SCALE, ColourMap.GREY, true).image(20, 10, 1);

    assertThat(image.getRGB(9, 5)).isEqualTo(0xFFFFFFFF);
    assertThat(image.getRGB(10, 5)).isZero();
  }

  @Test
  void opacityIsTheAlphaOfEveryPixelThatHasAValue() {
    Tensor map = new Tensor(Shape.of(1, 2), new float[] {0, Float.NaN});
    BufferedImage image = crisp(map).image(2, 1, 0.5);

    assertThat(image.getRGB(0, 0)).isEqualTo((colour(0) & 0xFFFFFF) | 0x80000000);
    assertThat(image.getRGB(1, 0)).isZero();
  }

  @Test
  void aMapHasRowsAndColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crisp(new Tensor(Shape.of(2, 2, 2), new float[8])));
  }

  private static HeatMap crisp(Tensor map) {
    return new HeatMap(map, SCALE, ColourMap.GREY, false);
  }

  private static int colour(double value) {
    return ColourMap.GREY.argb(value);
  }

  private static Tensor random(int rows, int columns) {
    Random random = new Random(rows * 31L + columns);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return new Tensor(Shape.of(rows, columns), values);
  }
}
