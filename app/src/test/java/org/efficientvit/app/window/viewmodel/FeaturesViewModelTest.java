package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesViewModelTest {

  @Test
  void channelsOfTheHighestMeanActivationStandFirst() {
    Tensor features = new Tensor(Shape.of(3, 1, 2), new float[] {0, 1, 4, 6, -9, 8});
    List<Channel> channels = Channel.of(features);
    assertThat(channels).extracting(Channel::index).containsExactly(1, 0, 2);
    assertThat(channels.get(2).reading()).isEqualTo("Channel 2 · mean −0.500 · −9.00 to 8.00");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0213, 0.0213",
    "2.2, 2.20",
    "12.34, 12.3",
    "1234, 1234",
    "-0.6743, −0.674",
    "0.00002, 2.0e-05"
  })
  void numbersHaveThreeSignificantDigits(double value, String text) {
    assertThat(Numbers.significant(value)).isEqualTo(text);
  }
}
