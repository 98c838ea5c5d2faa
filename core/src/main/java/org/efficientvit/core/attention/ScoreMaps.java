package org.efficientvit.core.attention;

import java.util.Arrays;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.HeadMaps;

/**
 * What attention would be if it followed some of its scores alone: softmax of the content's, q·k/√K
 * before the bias is added, or of the learned bias.
 */
public final class ScoreMaps {

  private ScoreMaps() {}

  /**
   * Softmax of each query's scores, in double precision.
   *
   * @param scores (h, w, N, N), each row a query's; any finite numbers
   * @return (h, w, N, N), each row a query's weights, which sum to 1
   */
  public static HeadMaps attention(HeadMaps scores) {
    int tokens = scores.grid().tokens();
    float[] values = scores.values().values();
    float[] weights = new float[values.length];
    for (int start = 0; start < values.length; start += tokens) {
      softmax(values, weights, start, start + tokens);
    }
    return new HeadMaps(
        scores.block(), scores.grid(), new Tensor(scores.values().shape(), weights));
  }

  private static void softmax(float[] scores, float[] weights, int start, int end) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = start; i < end; i++) {
      largest = Math.max(largest, scores[i]);
    }
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum += Math.exp(scores[i] - largest);
    }
    for (int i = start; i < end; i++) {
      weights[i] = (float) (Math.exp(scores[i] - largest) / sum);
    }
  }

  /**
   * Uniform attention: every token gives every token of its window as much.
   *
   * @param like whose block, grid and number of heads it has
   * @return (h, w, N, N), 1/N everywhere
   */
  public static HeadMaps uniform(HeadMaps like) {
    float[] weights = new float[like.values().elements()];
    Arrays.fill(weights, 1f / like.grid().tokens());
    return new HeadMaps(like.block(), like.grid(), new Tensor(like.values().shape(), weights));
  }
}
