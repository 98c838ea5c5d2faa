package org.efficientvit.core.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.objects.scene.Split;
import org.junit.jupiter.api.Test;

class RenderedPicturesTest {

  private static final int KINDS = ObjectKind.values().length;

  @Test
  void theClassesTakeTurnsInEverySplitAndEpoch() {
    for (Split split : Split.values()) {
      LabelledPictures pictures = new RenderedPictures(split, 3, 2 * KINDS, 64);
      assertThat(pictures.labels()).isEqualTo(ObjectKind.labels());
      for (int epoch = 0; epoch < 2; epoch++) {
        int now = epoch;
        assertThat(IntStream.range(0, 2 * KINDS).map(i -> pictures.get(now, i).label()).toArray())
            .containsExactly(IntStream.range(0, 2 * KINDS).map(i -> i % KINDS).toArray());
      }
    }
  }

  @Test
  void everyEpochOfTrainingHasPicturesOfItsOwn() {
    LabelledPictures pictures = new RenderedPictures(Split.TRAINING, 3, KINDS, 64);

    assertThat(pictures.get(1, 0).picture().rgb()).isNotEqualTo(pictures.get(0, 0).picture().rgb());
    assertThat(pictures.get(1, 0).picture().rgb()).isEqualTo(pictures.get(1, 0).picture().rgb());
  }

  @Test
  void validationHasTheSamePicturesInEveryEpochAndNoneOfTraining() {
    LabelledPictures training = new RenderedPictures(Split.TRAINING, 3, KINDS, 64);
    LabelledPictures validation = new RenderedPictures(Split.VALIDATION, 3, KINDS, 64);

    byte[] first = validation.get(0, 0).picture().rgb();
    assertThat(validation.get(7, 0).picture().rgb()).isEqualTo(first);
    assertThat(training.get(0, 0).picture().rgb()).isNotEqualTo(first);
  }

  @Test
  void theKindIsKnownWithoutRendering() {
    RenderedPictures pictures = new RenderedPictures(Split.SAMPLES, 3, 40, 64);

    for (int i = 0; i < 40; i++) {
      assertThat(pictures.kind(0, i)).isEqualTo(pictures.scene(0, i).main());
    }
  }

  @Test
  void indexesOutOfRangeAreRefused() {
    RenderedPictures pictures = new RenderedPictures(Split.SAMPLES, 3, 4, 64);

    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> pictures.get(0, 4));
  }
}
