package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledPicturesTest {

  private static final LabelledPictures ALL = TestPictures.noise(50, 4);

  @Test
  void aSampleHoldsDifferentPicturesInTheirOrder() {
    int[] numbers = numbers(new SampledPictures(ALL, 20, 1));

    assertThat(numbers).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(numbers).isEqualTo(numbers(new SampledPictures(ALL, 20, 1)));
    assertThat(numbers).isNotEqualTo(numbers(new SampledPictures(ALL, 20, 2)));
  }

  @Test
  void everyPictureIsDrawnSometime() {
    Set<Integer> drawn = new TreeSet<>();
    for (int seed = 0; seed < 100; seed++) {
      for (int number : numbers(new SampledPictures(ALL, 5, seed))) {
        drawn.add(number);
      }
    }

    assertThat(drawn).hasSize(50);
  }

  @Test
  void picturesKeepTheirNamesAndClasses() {
    SampledPictures some = new SampledPictures(ALL, 7, 3);
    int[] numbers = numbers(some);

    for (int i = 0; i < 7; i++) {
      assertThat(some.get(0, i).label()).isEqualTo(numbers[i] % 3);
      assertThat(some.get(0, i).picture().rgb()).isEqualTo(ALL.get(0, numbers[i]).picture().rgb());
    }
    assertThat(some.labels()).isEqualTo(ALL.labels());
  }

  @Test
  void ofFewerPicturesAllAreTaken() {
    assertThat(new SampledPictures(ALL, 60, 1).size()).isEqualTo(50);
  }

  private static int[] numbers(LabelledPictures pictures) {
    return IntStream.range(0, pictures.size())
        .map(i -> Integer.parseInt(pictures.name(i).replace("picture ", "")))
        .toArray();
  }
}
