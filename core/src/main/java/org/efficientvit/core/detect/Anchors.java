package org.efficientvit.core.detect;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.network.RetinaNetConfig;

/**
 * The anchors of a picture: nine on each cell of each level, of three ratios of height to width and
 * three sizes, centred at multiples of the level's stride (arXiv 1708.02002, Section 4; mmdetection
 * 2: {@code AnchorGenerator} with {@code octave_base_scale=4, scales_per_octave=3}).
 */
public final class Anchors {

  static final double[] RATIOS = {0.5, 1, 2};
  static final int SCALES = 3;
  private static final double SMALLEST_SCALE = 4;

  /**
   * The cells of a level.
   *
   * @param stride pixels between cells
   */
  public record Level(int index, int stride, int rows, int columns) {

    /** How many cells there are. */
    public int cells() {
      return rows * columns;
    }

    /** The anchor of a cell. */
    public Anchor anchor(int row, int column, int kind) {
      double ratio = Math.sqrt(RATIOS[kind / SCALES]);
      double size = SMALLEST_SCALE * Math.pow(2, kind % SCALES / (double) SCALES) * stride;
      double width = size / ratio;
      double height = size * ratio;
      double x = (double) column * stride;
      double y = (double) row * stride;
      return new Anchor(
          index, row, column, kind, new Box(x - width / 2, y - height / 2, width, height));
    }
  }

  private final List<Level> levels;

  private Anchors(List<Level> levels) {
    this.levels = List.copyOf(levels);
  }

  /**
   * Those of a picture.
   *
   * @param height of the padded picture in pixels, a multiple of 32
   * @param width of the padded picture in pixels, a multiple of 32
   */
  public static Anchors of(int height, int width) {
    List<Level> levels = new ArrayList<>();
    int stride = RetinaNetConfig.FINEST_STRIDE;
    int rows = height / stride;
    int columns = width / stride;
    for (int level = 0; level < RetinaNetConfig.LEVELS; level++) {
      levels.add(new Level(level, stride, rows, columns));
      stride *= 2;
      rows = (rows + 1) / 2;
      columns = (columns + 1) / 2;
    }
    return new Anchors(levels);
  }

  /** From the finest. */
  public List<Level> levels() {
    return levels;
  }

  /** All anchors: level by level, row by row, column by column, the kinds of a cell together. */
  public List<Anchor> all() {
    List<Anchor> all = new ArrayList<>();
    for (Level level : levels) {
      for (int row = 0; row < level.rows(); row++) {
        for (int column = 0; column < level.columns(); column++) {
          for (int kind = 0; kind < RetinaNetConfig.ANCHORS; kind++) {
            all.add(level.anchor(row, column, kind));
          }
        }
      }
    }
    return all;
  }
}
