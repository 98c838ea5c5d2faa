package org.efficientvit.core.attention;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/**
 * What the cascade does in one block, for one picture: what each head would read without it, what
 * is added to that, and what the head makes of both (arXiv 2305.07027, Eq. 2 and 3).
 *
 * <p>Norms are 2-norms over all channels of the picture's tokens; padding does not count.
 *
 * @param block {@code blocks2.3}
 * @param heads in order
 */
public record CascadeFlow(String block, List<Head> heads) {

  private static final int RANK = 5;

  /**
   * One head.
   *
   * @param split ‖X_i‖ of its own split of the channels, at least 0
   * @param added ‖X̃_{i−1}‖ of what the head before it added, at least 0; 0 for the first head and
   *     where there is no cascade or it is cut
   * @param cosine between what was added and the split, −1 to 1: whether the cascade strengthens
   *     what is there, 1, adds something else, 0, or takes it away, −1; 0 where one of them is 0
   * @param output ‖X̃_i‖ of what it gives, at least 0
   */
  public record Head(double split, double added, double cosine, double output) {

    /** ‖added‖ / ‖split‖, at least 0: how much of what the head reads is the cascade's. */
    public double ratio() {
      return split == 0 ? 0 : added / split;
    }
  }

  public CascadeFlow {
    heads = List.copyOf(heads);
  }

  /**
   * What the heads of one block did.
   *
   * @param splits each head's own split, (h, w, C/h, s, s)
   * @param inputs what each head read, (h, w, C/h, s, s)
   * @param outputs what each head gave, (h, w, D, s, s)
   * @throws IllegalArgumentException if they are not of one block
   */
  public static CascadeFlow of(HeadMaps splits, HeadMaps inputs, HeadMaps outputs) {
    if (!splits.block().equals(inputs.block())
        || !splits.block().equals(outputs.block())
        || !splits.values().shape().equals(inputs.values().shape())
        || splits.values().shape().rank() != RANK
        || splits.heads() != outputs.heads()) {
      throw new IllegalArgumentException(
          "splits %s, inputs %s and outputs %s are not of one block's heads"
              .formatted(
                  splits.values().shape(), inputs.values().shape(), outputs.values().shape()));
    }
    List<Head> heads = new ArrayList<>();
    for (int head = 0; head < splits.heads(); head++) {
      heads.add(head(head, splits, inputs, outputs));
    }
    return new CascadeFlow(splits.block(), heads);
  }

  private static Head head(int head, HeadMaps splits, HeadMaps inputs, HeadMaps outputs) {
    float[] split = onPicture(splits, head);
    float[] input = onPicture(inputs, head);
    double[] added = new double[split.length];
    double product = 0;
    double splitSquares = 0;
    double addedSquares = 0;
    for (int i = 0; i < split.length; i++) {
      added[i] = (double) input[i] - split[i];
      product += added[i] * split[i];
      splitSquares += (double) split[i] * split[i];
      addedSquares += added[i] * added[i];
    }
    double outputSquares = 0;
    for (float value : onPicture(outputs, head)) {
      outputSquares += (double) value * value;
    }
    double norms = Math.sqrt(splitSquares) * Math.sqrt(addedSquares);
    return new Head(
        Math.sqrt(splitSquares),
        Math.sqrt(addedSquares),
        norms == 0 ? 0 : product / norms,
        Math.sqrt(outputSquares));
  }

  /** One head's numbers at the tokens of the picture, padding as 0. */
  private static float[] onPicture(HeadMaps maps, int head) {
    Shape shape = maps.values().shape();
    WindowGrid grid = maps.grid();
    int channels = shape.dimension(2);
    int cells = grid.side() * grid.side();
    float[] values = maps.values().get(head).values();
    for (int window = 0; window < grid.windows(); window++) {
      for (int cell = 0; cell < cells; cell++) {
        if (!grid.isOnPicture(window, grid.leading() + cell)) {
          for (int channel = 0; channel < channels; channel++) {
            values[(window * channels + channel) * cells + cell] = 0;
          }
        }
      }
    }
    return values;
  }
}
