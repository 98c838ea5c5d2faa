package org.efficientvit.visualizers.heads;

import java.util.Arrays;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.CropGeometry;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Samples;

/** Maps whose numbers are known by heart. */
final class HandMade {

  /** 3x3 tokens in four windows of 2x2, so that a column and a row of padding are added. */
  static final WindowGrid PADDED = new WindowGrid(3, 3, 2);

  static final FigureContext CONTEXT = new FigureContext("m9", null, "by hand", false);

  private HandMade() {}

  /** Each of two heads: all that ask give a tenth to each key before the one that gets the rest. */
  static HeadMaps padded() {
    int tokens = PADDED.tokens();
    float[] values = new float[2 * PADDED.windows() * tokens * tokens];
    for (int row = 0; row < values.length / tokens; row++) {
      int head = row / (PADDED.windows() * tokens);
      int most = head == 0 ? row % tokens : tokens - 1;
      Arrays.fill(values, row * tokens, (row + 1) * tokens, 0.1f);
      values[row * tokens + most] = 0.7f;
    }
    return maps("blocks9.0", PADDED, 2, values);
  }

  static HeadMaps maps(String block, WindowGrid grid, int heads, float... values) {
    return new HeadMaps(
        block,
        grid,
        new Tensor(Shape.of(heads, grid.windows(), grid.tokens(), grid.tokens()), values));
  }

  /** A grey square. */
  static Crop crop(int side) {
    byte[] grey = new byte[3 * side * side];
    Arrays.fill(grey, (byte) 128);
    CropGeometry geometry = Samples.CROP.geometry();
    return new Crop(new Picture("grey", side, side, grey), geometry);
  }
}
