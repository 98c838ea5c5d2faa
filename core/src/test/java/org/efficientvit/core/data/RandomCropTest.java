package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomCropTest {

  @ParameterizedTest
  @CsvSource({"640, 480", "480, 640", "224, 224", "5000, 3", "1, 1", "1, 900"})
  void aBoxLiesWithinThePicture(int width, int height) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      PixelBox box = RandomCrop.standard().choose(width, height, random);

      assertThat(box.x()).isNotNegative();
      assertThat(box.y()).isNotNegative();
      assertThat(box.width()).isPositive();
      assertThat(box.height()).isPositive();
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(width);
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(height);
    }
  }

  @Test
  void areaAndRatioReachTheirBoundsAndNoFurther() {
    RandomCrop crop = new RandomCrop(0.25, 0.5, 0.5, 2);
    SplittableRandom random = new SplittableRandom(1);
    double smallest = 1;
    double largest = 0;
    double narrowest = 9;
    double widest = 0;
    double meanArea = 0;
    double meanLogRatio = 0;
    int tries = 4000;
    for (int i = 0; i < tries; i++) {
      PixelBox box = crop.choose(1000, 1000, random);
      double area = box.width() * box.height() / 1e6;
      double ratio = (double) box.width() / box.height();
      smallest = Math.min(smallest, area);
      largest = Math.max(largest, area);
      narrowest = Math.min(narrowest, ratio);
      widest = Math.max(widest, ratio);
      meanArea += area / tries;
      meanLogRatio += Math.log(ratio) / tries;
    }

    assertThat(smallest).isCloseTo(0.25, within(0.005));
    assertThat(largest).isCloseTo(0.5, within(0.005));
    assertThat(narrowest).isCloseTo(0.5, within(0.01));
    assertThat(widest).isCloseTo(2, within(0.04));
    assertThat(meanArea).isCloseTo(0.375, within(0.005));
    assertThat(meanLogRatio).isCloseTo(0, within(0.03));
  }

  @Test
  void aPictureTooNarrowForAnyTryGivesItsCentre() {
    PixelBox box = RandomCrop.standard().choose(30, 4000, new SplittableRandom(1));

    assertThat(box).isEqualTo(new PixelBox(0, 1980, 30, 40));
  }

  @Test
  void theCentreIsAlwaysTheSame() {
    assertThat(RandomCrop.centre().choose(300, 200, new SplittableRandom(1)))
        .isEqualTo(new PixelBox(50, 0, 200, 200))
        .isEqualTo(RandomCrop.centre().choose(300, 200, new SplittableRandom(2)));
  }
}
