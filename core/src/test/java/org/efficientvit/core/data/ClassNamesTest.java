package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.model.Labels;
import org.junit.jupiter.api.Test;

class ClassNamesTest {

  private static final ClassNames IMAGENET = new ClassNames(Labels.imageNet());

  @Test
  void everyClassOfImageNetIsFoundByItsIdAndItsNumber() {
    List<String> ids = Labels.imageNetIds();

    assertThat(ids).hasSize(1000).doesNotHaveDuplicates().isSorted();
    for (int i = 0; i < 1000; i++) {
      assertThat(IMAGENET.find(ids.get(i))).hasValue(i);
      assertThat(IMAGENET.find(Integer.toString(i))).hasValue(i);
    }
  }

  @Test
  void aLabelIsFoundWholeAndByEachOfItsNames() {
    assertThat(IMAGENET.find("tench, Tinca tinca")).hasValue(0);
    assertThat(IMAGENET.find("tench")).hasValue(0);
    assertThat(IMAGENET.find("Tinca tinca")).hasValue(0);
    assertThat(IMAGENET.find("maillot, tank suit")).hasValue(639);
  }

  @Test
  void aNameOfSeveralClassesIsNone() {
    for (String name : List.of("crane", "maillot")) {
      assertThat(IMAGENET.isAmbiguous(name)).isTrue();
      assertThat(IMAGENET.find(name)).isEmpty();
    }
    assertThat(IMAGENET.find("n02012849")).hasValue(134);
    assertThat(IMAGENET.find("n03126707")).hasValue(517);
  }

  @Test
  void idsFollowTheLabelsOfAModelOfFewerClasses() {
    List<String> labels = new ArrayList<>(List.of("crane", "my cat"));
    labels.add(Labels.imageNet().get(1));
    labels.add(Labels.imageNet().get(0));
    ClassNames few = new ClassNames(labels);

    assertThat(few.find(Labels.imageNetIds().get(0))).hasValue(3);
    assertThat(few.find(Labels.imageNetIds().get(1))).hasValue(2);
    // Which of ImageNet's two cranes this is, nobody knows.
    assertThat(few.find("n02012849")).isEmpty();
    assertThat(few.find("crane")).hasValue(0);
  }

  @Test
  void aNumberThatIsALabelIsTheLabel() {
    ClassNames digits = new ClassNames(List.of("1", "2", "zero"));

    assertThat(digits.find("1")).hasValue(0);
    assertThat(digits.isNumber("1")).isFalse();
    assertThat(digits.find("0")).hasValue(0);
    assertThat(digits.isNumber("0")).isTrue();
  }

  @Test
  void whatIsNoClassIsNotFound() {
    for (String word : List.of("", "1000", "-1", "99999999999", "n99999999", "unicorn", "١")) {
      assertThat(IMAGENET.find(word)).as(word).isEmpty();
    }
  }
}
