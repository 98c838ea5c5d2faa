package org.efficientvit.core.attention;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/**
 * What each head of a block says as one vector: all its windows' values laid end to end, but those
 * of cells that pad a window, which the network drops.
 */
final class HeadVectors {

  private static final int MAPS_OF_OUTPUTS = 5;

  private final float[][] vectors;
  private final double[] norms;

  private HeadVectors(float[][] vectors) {
    this.vectors = vectors;
    this.norms = new double[vectors.length];
    for (int head = 0; head < vectors.length; head++) {
      norms[head] = Math.sqrt(dot(vectors[head], vectors[head]));
    }
  }

  /**
   * The weights of each query, one row after another.
   *
   * @param maps (h, w, N, N)
   */
  static HeadVectors ofMaps(HeadMaps maps) {
    WindowGrid grid = maps.grid();
    int tokens = grid.tokens();
    return of(maps, i -> isRead(grid, i / tokens / tokens, i / tokens % tokens));
  }

  /**
   * What each token is given.
   *
   * @param outputs (h, w, D, s, s), or (h, 1, N, D)
   */
  static HeadVectors ofOutputs(HeadMaps outputs) {
    WindowGrid grid = outputs.grid();
    Shape shape = outputs.values().shape();
    int width = shape.dimension(2);
    if (shape.rank() != MAPS_OF_OUTPUTS) {
      int channels = shape.dimension(-1);
      return of(outputs, i -> isRead(grid, i / channels / width, i / channels % width));
    }
    int cells = grid.side() * grid.side();
    return of(outputs, i -> isRead(grid, i / cells / width, grid.leading() + i % cells));
  }

  /** Whether the network goes on with what a token of a window asked for. */
  private static boolean isRead(WindowGrid grid, int window, int token) {
    return token < grid.leading() || grid.isOnPicture(window, token);
  }

  private static HeadVectors of(HeadMaps all, IntPredicate isRead) {
    int size = all.values().elements() / all.heads();
    int[] read = IntStream.range(0, size).filter(isRead).toArray();
    float[] values = all.values().values();
    float[][] vectors = new float[all.heads()][read.length];
    for (int head = 0; head < vectors.length; head++) {
      for (int i = 0; i < read.length; i++) {
        vectors[head][i] = values[head * size + read[i]];
      }
    }
    return new HeadVectors(vectors);
  }

  int heads() {
    return vectors.length;
  }

  /** A head's vector; not to be written to. */
  float[] vector(int head) {
    return vectors[head];
  }

  /** The cosine between a head's vector and another's, −1 to 1; 0 with a vector of zeros. */
  double cosine(int head, HeadVectors others, int other) {
    double norm = norms[head] * others.norms[other];
    return norm == 0 ? 0 : dot(vectors[head], others.vectors[other]) / norm;
  }

  private static double dot(float[] first, float[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (double) first[i] * second[i];
    }
    return sum;
  }
}
