package org.efficientvit.core.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;

/**
 * Where one head attends on one picture, in figures. Those who ask are the tokens of the picture:
 * what padding asks for is dropped, and a class token stands nowhere. a(q, k) is the weight that
 * query q gives key k, N weights that sum to 1.
 *
 * @param entropy mean over queries of −Σ_k a(q, k)·log a(q, k) / log N, the keys of padding and
 *     leading tokens among them (Clark et al., arXiv 1906.04341, Sec. 3.3, there without the
 *     division); 0 where one token has all attention, 1 where it is uniform, and where N is 1
 * @param distance Σ_q Σ_k a(q, k)·d(q, k) / Σ_q Σ_k a(q, k), the keys being tokens of the picture
 *     and d the Euclidean distance between the middles of two tokens, in pixels of the network's
 *     input (mean attention distance: Dosovitskiy et al., arXiv 2010.11929, Fig. 7); at least 0,
 *     and 0 where no token of the picture has any
 * @param selfShare mean over queries of a(q, q); 0 to 1, uniform attention has 1/N
 * @param borderShare share of attention that falls on the outermost tokens of a window, padding not
 *     counted; 0 to 1, uniform attention has (4s−4)/N in windows of side s ≥ 2 without padding
 * @param paddingShare share of attention that falls on cells that pad a window; 0 to 1, 0 where
 *     nothing is padded
 */
public record HeadMeasures(
    double entropy, double distance, double selfShare, double borderShare, double paddingShare) {

  /**
   * Measures each head of a block.
   *
   * @param maps attention, (h, w, N, N), each row a query's weights
   * @param step pixels of the network's input from the middle of one token to that of the next
   * @return one for each head, in order
   */
  public static List<HeadMeasures> of(HeadMaps maps, double step) {
    StitchedAttention attention = new StitchedAttention(maps);
    List<HeadMeasures> measures = new ArrayList<>();
    for (int head = 0; head < attention.heads(); head++) {
      measures.add(new Sums(maps, head).measures(step));
    }
    return measures;
  }

  /**
   * The mean of each figure.
   *
   * @param all at least one
   */
  public static HeadMeasures mean(List<HeadMeasures> all) {
    return new HeadMeasures(
        mean(all, HeadMeasures::entropy),
        mean(all, HeadMeasures::distance),
        mean(all, HeadMeasures::selfShare),
        mean(all, HeadMeasures::borderShare),
        mean(all, HeadMeasures::paddingShare));
  }

  private static double mean(List<HeadMeasures> all, ToDoubleFunction<HeadMeasures> figure) {
    return all.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** What one head gives, added up over the picture's tokens. */
  private static final class Sums {

    private final WindowGrid grid;
    private final float[] values;
    private final int first;
    private int queries;
    private double entropy;
    private double distance;
    private double self;
    private double border;
    private double picture;
    private double padding;

    Sums(HeadMaps maps, int head) {
      this.grid = maps.grid();
      this.values = maps.values().values();
      this.first = head * grid.windows() * grid.tokens() * grid.tokens();
      for (int window = 0; window < grid.windows(); window++) {
        for (int query = grid.leading(); query < grid.tokens(); query++) {
          if (grid.isOnPicture(window, query)) {
            add(window, query);
          }
        }
      }
    }

    private void add(int window, int query) {
      int start = first + (window * grid.tokens() + query) * grid.tokens();
      queries++;
      entropy += Entropy.relative(values, start, grid.tokens());
      self += values[start + query];
      for (int key = grid.leading(); key < grid.tokens(); key++) {
        float weight = values[start + key];
        if (grid.isOnPicture(window, key)) {
          picture += weight;
          distance += weight * tokensBetween(query, key);
          border += isOnBorder(key) ? weight : 0;
        } else {
          padding += weight;
        }
      }
    }

    private double tokensBetween(int query, int key) {
      return Math.hypot(row(query) - row(key), column(query) - column(key));
    }

    private boolean isOnBorder(int token) {
      int nearest = Math.min(row(token), column(token));
      int farthest = Math.max(row(token), column(token));
      return nearest == 0 || farthest == grid.side() - 1;
    }

    private int row(int token) {
      return (token - grid.leading()) / grid.side();
    }

    private int column(int token) {
      return (token - grid.leading()) % grid.side();
    }

    HeadMeasures measures(double step) {
      return new HeadMeasures(
          entropy / queries,
          picture > 0 ? step * distance / picture : 0,
          self / queries,
          border / queries,
          padding / queries);
    }
  }
}
