package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.efficientvit.core.image.Picture;
import org.junit.jupiter.api.Test;

class KeptPicturesTest {

  private final AtomicInteger made = new AtomicInteger();

  /** Makes another picture in each epoch, its red the epoch. */
  private final LabelledPictures source =
      new LabelledPictures() {
        @Override
        public List<String> labels() {
          return List.of("red");
        }

        @Override
        public int size() {
          return 3;
        }

        @Override
        public LabelledPicture get(int epoch, int index) {
          made.incrementAndGet();
          byte[] rgb = {(byte) epoch, 0, (byte) index};
          return new LabelledPicture(new Picture("picture", 1, 1, rgb), 0);
        }
      };

  @Test
  void aPictureIsMadeOnceAndTheSameInEveryEpoch() {
    KeptPictures kept = new KeptPictures(source);

    LabelledPicture first = kept.get(0, 2);

    assertThat(kept.get(5, 2)).isSameAs(first);
    assertThat(made).hasValue(1);
    assertThat(new KeptPictures(source).get(5, 1).picture().rgb()[0]).isZero();
    assertThat(kept.size()).isEqualTo(3);
    assertThat(kept.labels()).containsExactly("red");
    assertThat(kept.name(1)).isEqualTo(source.name(1));
  }
}
