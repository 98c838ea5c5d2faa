package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.chart.CostFigure.Quantity;
import org.junit.jupiter.api.Test;

class CostFigureTest {

  private static final NetworkCost COST = Samples.cost();

  @Test
  void theTablesSumIsTheNetworks() {
    assertThat(sum(Quantity.MACS)).isEqualTo(COST.macs());
    assertThat(sum(Quantity.BYTES)).isEqualTo(COST.bytesRead() + COST.bytesWritten());
  }

  @Test
  void theTitleNamesTheSum() {
    assertThat(figure(Quantity.MACS).title())
        .isEqualTo("MACs of each block · 79.2 M for one picture of 224×224 pixels");
  }

  private static long sum(Quantity quantity) {
    return figure(quantity).data().rows().stream().mapToLong(row -> (long) row.get(2)).sum();
  }

  private static CostFigure figure(Quantity quantity) {
    return new CostFigure(COST, quantity, Samples.CONTEXT.withoutPicture());
  }
}
