package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.map.Token;

/** What a map of a head shows at each token. */
public sealed interface Reading {

  /**
   * Where one token attends.
   *
   * @param token that asks, {@link Token#CLASS} where there is a class token
   */
  record Query(Token token) implements Reading {

    public Query {
      requireNonNull(token, "token is null");
    }

    @Override
    public String suffix() {
      return token.isClass() ? "class" : "r%dc%d".formatted(token.row(), token.column());
    }

    @Override
    public String title() {
      return token.isClass()
          ? "attention of the class token"
          : "attention of the token at row %d, column %d".formatted(token.row(), token.column());
    }

    @Override
    public String meaning(WindowGrid grid) {
      return token.isClass()
          ? "attention weight of the class token; what it gives itself has no cell"
          : "attention weight of the outlined token (row %d, column %d, counted from 0)"
              .formatted(token.row(), token.column());
    }

    @Override
    public Tensor map(HeadMaps maps, int head) {
      return new PaddedMaps(maps, head).query(token);
    }

    @Override
    public double paddingShare(HeadMaps maps, int head) {
      return new PaddedMaps(maps, head).paddingShare(token);
    }

    @Override
    public boolean startsAtZero() {
      return true;
    }
  }

  /** How much attention each token gets from all others of its window. */
  record Received() implements Reading {

    @Override
    public String suffix() {
      return "received";
    }

    @Override
    public String title() {
      return "attention that each token receives";
    }

    @Override
    public String meaning(WindowGrid grid) {
      return "attention received (summed over the queries of the picture%s)"
          .formatted(grid.isPadded() ? "" : "; 1 = uniform");
    }

    @Override
    public Tensor map(HeadMaps maps, int head) {
      return new PaddedMaps(maps, head).received();
    }

    @Override
    public double paddingShare(HeadMaps maps, int head) {
      return new PaddedMaps(maps, head).paddingShare();
    }

    @Override
    public boolean startsAtZero() {
      return false;
    }
  }

  /** How evenly each token attends. */
  record Entropy() implements Reading {

    @Override
    public String suffix() {
      return "entropy";
    }

    @Override
    public String title() {
      return "entropy of each token's attention";
    }

    @Override
    public String meaning(WindowGrid grid) {
      return "entropy of a token's attention / log %d (0: one key has all, 1: uniform)"
          .formatted(grid.tokens());
    }

    @Override
    public Tensor map(HeadMaps maps, int head) {
      return new PaddedMaps(maps, head).entropy();
    }

    @Override
    public double paddingShare(HeadMaps maps, int head) {
      return new PaddedMaps(maps, head).paddingShare();
    }

    @Override
    public boolean startsAtZero() {
      return false;
    }

    @Override
    public String figure(HeadMaps maps, int head) {
      return "mean " + Numbers.plain(PaddedMaps.mean(map(maps, head)));
    }
  }

  /** The end of a figure's name: {@code received}. */
  String suffix();

  /** What stands above a figure. */
  String title();

  /** What a value is, beside the colours. */
  String meaning(WindowGrid grid);

  /**
   * The numbers of one head.
   *
   * @param maps attention, (h, w, N, N), each row a query's weights
   * @return (H', W'), the grid with the cells that pad its windows; NaN where there is no number
   */
  Tensor map(HeadMaps maps, int head);

  /** The share of one head's attention that falls on the cells that pad windows, 0 to 1. */
  double paddingShare(HeadMaps maps, int head);

  /** Whether numbers are shares, whose colours start at 0. */
  boolean startsAtZero();

  /** What is to be said of one head's map in a word or two; empty where there is nothing. */
  default String figure(HeadMaps maps, int head) {
    double share = paddingShare(maps, head);
    return share > 0 ? Numbers.percent(share) + " on padding" : "";
  }
}
