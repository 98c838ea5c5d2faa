package org.efficientvit.visualizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {

  @Test
  void cellsThatHoldSeparatorsAreQuoted() {
    DataTable table =
        new DataTable(
            List.of("class", "probability"), List.of(List.of("sorrel, \"chestnut\"", 0.1f)));

    assertThat(table.toCsv()).isEqualTo("class,probability\n\"sorrel, \"\"chestnut\"\"\",0.1\n");
  }

  @Test
  void aRowMustFitTheHeader() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataTable(List.of("a", "b"), List.of(List.of(1))));
  }
}
