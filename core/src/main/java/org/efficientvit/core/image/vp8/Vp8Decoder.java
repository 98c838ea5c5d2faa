package org.efficientvit.core.image.vp8;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;

/**
 * A key frame of VP8 (RFC 6386), which is what a lossy WebP file holds.
 *
 * <p>Prediction takes samples before they are smoothed, so the frame is filtered as a whole once
 * all of it is there.
 */
public final class Vp8Decoder {

  private static final int[] SEGMENT_TREE = {2, 4, 0, -1, -2, -3};
  private static final int[] LUMA_TREE = {-Vp8Prediction.SUBBLOCKS, 2, 4, 6, 0, -1, -2, -3};
  private static final int[] LUMA_PROBABILITIES = {145, 156, 163, 128};
  private static final int[] CHROMA_TREE = {0, 2, -1, 4, -2, -3};
  private static final int[] CHROMA_PROBABILITIES = {142, 114, 183};
  private static final int[] SUBBLOCK_TREE = {
    0, 2, -1, 4, -2, 6, 8, 12, -3, 10, -5, -6, -4, 14, -7, 16, -8, -9
  };

  private final Vp8Header header;
  private final int columns;
  private final int rows;
  private final Vp8Plane[] planes;
  private final Vp8Residuals residuals;
  private final int[][] steps = new int[4][];
  private final int[] modesAbove;
  private final int[] modesLeft = new int[4];
  private final int[] modes = new int[16];
  private final byte[] filterLevels;
  private final boolean[] hasInnerEdges;

  private Vp8Decoder(Vp8Header header) {
    this.header = header;
    columns = (header.width + 15) / 16;
    rows = (header.height + 15) / 16;
    planes =
        new Vp8Plane[] {
          new Vp8Plane(16 * columns, 16 * rows),
          new Vp8Plane(8 * columns, 8 * rows),
          new Vp8Plane(8 * columns, 8 * rows)
        };
    residuals = new Vp8Residuals(header.coefficientProbabilities, columns);
    modesAbove = new int[4 * columns];
    filterLevels = new byte[columns * rows];
    hasInnerEdges = new boolean[columns * rows];
    Arrays.setAll(steps, header::steps);
  }

  /**
   * The samples, (H, W, 3), of the frame in a part of a file.
   *
   * @throws EOFException if the frame ends too early
   * @throws StreamCorruptedException if its header makes no sense, or there is too little data
   */
  public static byte[] decode(byte[] file, int from, int to) throws IOException {
    Vp8Header header = new Vp8Header(file, from, to);
    Vp8Decoder decoder = new Vp8Decoder(header);
    for (int row = 0; row < decoder.rows; row++) {
      decoder.row(row);
    }
    if (header.filterLevel > 0) {
      decoder.filter();
    }
    return Vp8Colors.toRgb(decoder.planes, header.width, header.height);
  }

  private void row(int row) throws IOException {
    Vp8BoolDecoder coefficients = header.coefficients[row % header.coefficients.length];
    residuals.startRow();
    Arrays.fill(modesLeft, Vp8Prediction.SUB_DC);
    for (int column = 0; column < columns; column++) {
      macroblock(column, row, coefficients);
    }
    if (header.modes.isPastEnd() || coefficients.isPastEnd()) {
      throw new StreamCorruptedException("there is less data than its size needs");
    }
  }

  private void macroblock(int column, int row, Vp8BoolDecoder coefficients) {
    Vp8BoolDecoder decoder = header.modes;
    int segment =
        header.updatesSegmentMap ? decoder.leaf(SEGMENT_TREE, header.segmentProbabilities, 0) : 0;
    boolean isSkipped =
        header.skipProbability != Vp8Header.ALL_HAVE_COEFFICIENTS
            && decoder.bit(header.skipProbability) == 1;
    int lumaMode = decoder.leaf(LUMA_TREE, LUMA_PROBABILITIES, 0);
    boolean hasSubblockModes = lumaMode == Vp8Prediction.SUBBLOCKS;
    if (hasSubblockModes) {
      readSubblockModes(column);
    } else {
      int implied = impliedSubblockMode(lumaMode);
      Arrays.fill(modesLeft, implied);
      Arrays.fill(modesAbove, 4 * column, 4 * column + 4, implied);
    }
    int chromaMode = decoder.leaf(CHROMA_TREE, CHROMA_PROBABILITIES, 0);
    if (isSkipped) {
      residuals.skip(column, !hasSubblockModes);
    } else {
      residuals.read(coefficients, column, !hasSubblockModes, steps[segment]);
    }
    filterLevels[row * columns + column] = (byte) header.filterLevel(segment, hasSubblockModes);
    hasInnerEdges[row * columns + column] = hasSubblockModes || residuals.hasAny();
    if (hasSubblockModes) {
      subblocks(column, row);
    } else {
      Vp8Prediction.macroblock(planes[0], 16 * column, 16 * row, 16, lumaMode);
      addResiduals(planes[0], 16 * column, 16 * row, 0, 4);
    }
    for (int i = 1; i < planes.length; i++) {
      Vp8Prediction.macroblock(planes[i], 8 * column, 8 * row, 8, chromaMode);
      addResiduals(planes[i], 8 * column, 8 * row, 12 + 4 * i, 2);
    }
  }

  private void readSubblockModes(int column) {
    for (int i = 0; i < 16; i++) {
      int above = 4 * column + i % 4;
      int context = 9 * (10 * modesAbove[above] + modesLeft[i / 4]);
      modes[i] = header.modes.leaf(SUBBLOCK_TREE, Vp8Tables.SUBBLOCK_MODES, context);
      modesAbove[above] = modes[i];
      modesLeft[i / 4] = modes[i];
    }
  }

  /** What a neighbour's subblocks take a macroblock's mode for. */
  private static int impliedSubblockMode(int lumaMode) {
    return switch (lumaMode) {
      case Vp8Prediction.VERTICAL -> Vp8Prediction.SUB_VERTICAL;
      case Vp8Prediction.HORIZONTAL -> Vp8Prediction.SUB_HORIZONTAL;
      case Vp8Prediction.TRUE_MOTION -> Vp8Prediction.SUB_TRUE_MOTION;
      default -> Vp8Prediction.SUB_DC;
    };
  }

  private void addResiduals(Vp8Plane plane, int x, int y, int firstBlock, int perRow) {
    if (!residuals.hasAny()) {
      return;
    }
    for (int i = 0; i < perRow * perRow; i++) {
      residuals.add(firstBlock + i, plane, plane.at(x + 4 * (i % perRow), y + 4 * (i / perRow)));
    }
  }

  /** Predicts and completes each subblock of luma before the next, which is predicted from it. */
  private void subblocks(int column, int row) {
    Vp8Plane luma = planes[0];
    // All four rows take the right column's samples from above the macroblock: those to the right
    // of it are not there yet.
    int[] outside = new int[4];
    int above = luma.at(16 * column, 16 * row - 1);
    for (int i = 0; i < 4; i++) {
      boolean isBeyond = column == columns - 1;
      outside[i] = row == 0 ? 127 : luma.get(above + (isBeyond ? 15 : 16 + i));
    }
    int[] inside = new int[4];
    for (int i = 0; i < 16; i++) {
      int start = luma.at(16 * column + 4 * (i % 4), 16 * row + 4 * (i / 4));
      for (int k = 0; i % 4 < 3 && k < 4; k++) {
        inside[k] = luma.get(start - luma.stride + 4 + k);
      }
      Vp8Prediction.subblock(luma, start, modes[i], i % 4 == 3 ? outside : inside);
      if (residuals.hasAny()) {
        residuals.add(i, luma, start);
      }
    }
  }

  private void filter() {
    Vp8LoopFilter filter = new Vp8LoopFilter(header.isSimpleFilter, header.sharpness);
    for (int i = 0; i < filterLevels.length; i++) {
      if (filterLevels[i] > 0) {
        filter.macroblock(planes, i % columns, i / columns, filterLevels[i], hasInnerEdges[i]);
      }
    }
  }
}
