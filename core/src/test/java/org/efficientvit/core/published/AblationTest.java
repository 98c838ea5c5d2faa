package org.efficientvit.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.efficientvit.core.cost.Setup;
import org.efficientvit.core.cost.Variation;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.Ablation.Row;
import org.efficientvit.core.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AblationTest {

  private static final Ablation ABLATION = Ablation.published();

  @Test
  void theTableSaysWhereItIsFromAndHowSureItIs() {
    assertThat(ABLATION.source()).contains("2305.07027", "Table 6");
    assertThat(ABLATION.status()).contains("screenshot");
    assertThat(ABLATION.baseline().name()).isEqualTo("baseline");
    assertThat(ABLATION.rows()).hasSize(10);
  }

  @Test
  void ratiosAreToTheTablesOwnBaseline() {
    Row cascade =
        ABLATION.rows().stream()
            .filter(row -> row.change().equals("cascade=off"))
            .findFirst()
            .get();

    assertThat(cascade.v100Ratio(ABLATION.baseline())).isCloseTo(16411 / 15914.0, within(1e-12));
    assertThat(cascade.onnxRatio(ABLATION.baseline())).isCloseTo(111.0 / 108.6, within(1e-12));
  }

  @Test
  void everyRowIsAChangeOfM4InItsOwnWords() {
    for (Row row : ABLATION.rows()) {
      Variation variation = Variation.parse(row.change());

      assertThat(variation.applyTo(Setup.of(Variant.M4.config()))).as(row.name()).isNotNull();
      assertThat(ABLATION.rows().stream().map(other -> Variation.parse(other.change())))
          .containsOnlyOnce(variation);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.02, 1.05, 1.03, SAME",
    "0.80, 0.90, 0.95, SAME",
    "1.02, 1.05, 0.95, OTHER",
    "0.80, 0.90, 1.29, OTHER",
    "0.98, 1.02, 1.29, WITHIN_NOISE",
    "0.80, 0.90, 0.998, WITHIN_NOISE",
    "1.10, 1.20, 1.002, WITHIN_NOISE",
  })
  void aDirectionIsComparedOnlyWhereBothFiguresHaveOne(
      double low, double high, double published, Direction expected) {
    assertThat(Direction.of(new Interval(low, high), published)).isEqualTo(expected);
  }
}
