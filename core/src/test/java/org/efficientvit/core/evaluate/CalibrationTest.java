package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void theErrorIsTheMeanGapOfTheBinsWeightedByTheirPictures() {
    // Two of three right at 0.9 and 0.95; one of two at 0.35; wrong at 0.2.
    Calibration calibration =
        Calibration.of(
            List.of(
                seen(0.9f, true),
                seen(0.9f, false),
                seen(0.95f, true),
                seen(0.35f, true),
                seen(0.35f, false),
                seen(0.2f, false)));

    // 0.9 and 0.95 lie on both sides of 14/15.
    double expected = (Math.abs(1.8 - 1) + Math.abs(0.95 - 1) + Math.abs(0.7 - 1) + 0.2) / 6;
    assertThat(calibration.expectedError().orElseThrow()).isCloseTo(expected, within(1e-7));
    assertThat(calibration.confidence().orElseThrow()).isCloseTo(3.65 / 6, within(1e-7));
  }

  @Test
  void binsAreOfEqualWidthAndHoldTheirUpperEnds() {
    Calibration calibration =
        Calibration.of(
            List.of(seen(1, true), seen(0.6f, true), seen(1e-9f, false), seen(0.5f, true)));

    List<Calibration.Bin> bins = calibration.bins();
    assertThat(bins).hasSize(15);
    assertThat(bins.get(0).low()).isZero();
    assertThat(bins.get(14).high()).isEqualTo(1);
    for (int i = 1; i < 15; i++) {
      assertThat(bins.get(i).low()).isEqualTo(bins.get(i - 1).high());
    }
    int[] images = bins.stream().mapToInt(Calibration.Bin::images).toArray();
    // 0.6 as a float is a little more than 9/15, so that it belongs to the tenth bin.
    assertThat(images).containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1);
    assertThat(bins.get(14).confidence()).hasValue(1);
    assertThat(bins.get(14).accuracy()).hasValue(1);
    assertThat(bins.get(0).accuracy()).hasValue(0);
    assertThat(bins.get(1).confidence()).isEmpty();
    assertThat(bins.get(1).accuracy()).isEmpty();
  }

  @Test
  void theLeastAndTheMostConfidenceHaveBinsToo() {
    assertThat(Calibration.of(List.of(seen(0, false))).bins().get(0).images()).isEqualTo(1);
    assertThat(Calibration.of(List.of(seen(1, true))).bins().get(14).images()).isEqualTo(1);
  }

  @Test
  void aModelThatIsRightAsOftenAsItIsSureHasNextToNoError() {
    Random random = new Random(3);
    List<Answer.Seen> honest = new ArrayList<>();
    List<Answer.Seen> boastful = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      float confidence = random.nextFloat();
      boolean right = random.nextFloat() < confidence;
      honest.add(seen(confidence, right));
      boastful.add(seen((1 + confidence) / 2, right));
    }

    assertThat(Calibration.of(honest).expectedError().orElseThrow()).isLessThan(0.01);
    // The gap is (1 - c) / 2, a quarter in the mean.
    assertThat(Calibration.of(boastful).expectedError().orElseThrow())
        .isCloseTo(0.25, within(0.01));
  }

  @Test
  void sumsOfTheBinsAreThoseOfAllPictures() {
    List<Answer.Seen> answers =
        IntStream.range(0, 31).mapToObj(i -> seen(i / 31f, i % 2 == 0)).toList();

    Calibration calibration = Calibration.of(answers);

    assertThat(calibration.images()).isEqualTo(31);
    assertThat(calibration.bins().stream().mapToInt(Calibration.Bin::correct).sum()).isEqualTo(16);
  }

  private static Answer.Seen seen(float confidence, boolean right) {
    return new Answer.Seen(0, 0, right ? 0 : 1, right ? 0 : 1, confidence, 0);
  }
}
