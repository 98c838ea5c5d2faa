package org.efficientvit.core.survey;

import java.util.Optional;
import org.efficientvit.core.attention.HeadPairs;
import org.efficientvit.core.attention.HeadSimilarity;

/** How alike each two heads of a block are, added up over pictures. */
final class PairNumbers {

  private final Sums mapCosines;
  private final Sums mapDivergences;
  private final Sums outputCosines;

  PairNumbers(int heads) {
    mapCosines = new Sums(heads);
    mapDivergences = new Sums(heads);
    outputCosines = new Sums(heads);
  }

  void add(HeadSimilarity maps, HeadSimilarity outputs) {
    mapCosines.add(maps.cosines());
    mapDivergences.add(maps.divergences().orElseThrow());
    outputCosines.add(outputs.cosines());
  }

  /** Empty where nothing was counted. */
  Optional<MeanPairs> mean() {
    return mapCosines.pictures == 0
        ? Optional.empty()
        : Optional.of(
            new MeanPairs(mapCosines.mean(), mapDivergences.mean(), outputCosines.mean()));
  }

  private static final class Sums {

    private final int heads;
    private final double[] sums;
    private int pictures;

    Sums(int heads) {
      this.heads = heads;
      this.sums = new double[heads * heads];
    }

    void add(HeadPairs pairs) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += pairs.at(i / heads, i % heads);
      }
      pictures++;
    }

    HeadPairs mean() {
      return HeadPairs.of(heads, (first, second) -> sums[first * heads + second] / pictures);
    }
  }
}
