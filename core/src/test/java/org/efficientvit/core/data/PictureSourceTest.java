package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractThrowableAssert;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and lists; tars have a test of their own. */
class PictureSourceTest {

  private static final List<String> LABELS = List.of("ant", "bee", "cat, kitten", "dog");

  @TempDir private Path folder;

  @Test
  void foldersAreNamedByLabelNameIdOrNumber() throws IOException {
    picture("n01443537/1.png", 1);
    picture("tench/1.png", 2);
    picture("134/1.png", 3);

    try (LabelledFiles files = open(Labels.imageNet())) {
      assertThat(labels(files)).containsExactly(134, 1, 0);
      assertThat(widths(files)).containsExactly(3, 1, 2);
      assertThat(files.remarks())
          .containsExactly(
              "Numbers are taken as classes of the model, counted from 0: 0 is \"tench, Tinca tinca\".");
    }
  }

  @Test
  void picturesWhoseClassDoesNotMatterAreFoundWhereverTheyAre() throws IOException {
    picture("b.png", 2);
    picture("deep/er/a.png", 1);
    Files.writeString(folder.resolve("notes.txt"), "no picture");

    try (LabelledFiles all = PictureSource.unlabelled(folder, Orientation.APPLY);
        LabelledFiles one = PictureSource.unlabelled(folder.resolve("b.png"), Orientation.APPLY)) {
      assertThat(widths(all)).containsExactly(2, 1);
      assertThat(labels(all)).containsOnly(0);
      assertThat(widths(one)).containsExactly(2);
    }
    assertRefused(() -> PictureSource.unlabelled(folder.resolve("c.png"), Orientation.APPLY))
        .hasMessage("%s cannot be read; check that it is there.", folder.resolve("c.png"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(() -> PictureSource.unlabelled(empty, Orientation.APPLY))
        .hasMessageStartingWith(empty + " holds no pictures");
  }

  @Test
  void aFolderNamedAsTwoClassesIsRefusedAndItsIdIsTaken() throws IOException {
    picture("maillot/1.png", 1);

    assertRefused(() -> open(Labels.imageNet()))
        .hasMessage(
            "%s may be of more than one class, since several of the model are called maillot; name it by the WordNet id of its class, or by its number counted from 0.",
            folder.resolve("maillot"));

    Files.move(folder.resolve("maillot"), folder.resolve("n03710721"));
    try (LabelledFiles files = open(Labels.imageNet())) {
      assertThat(labels(files)).containsExactly(639);
    }
  }

  @Test
  void aFlatFolderNeedsAList() throws IOException {
    picture("1.png", 1);

    assertRefused(() -> open(LABELS))
        .hasMessage(
            "%s holds pictures that are in no folder of a class; say of which class each is with --list FILE.",
            folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ",", " ", " , ", "   ", "\t\t"})
  void fileAndClassAreDividedByTabsCommasOrBlanks(String between) throws IOException {
    picture("a.png", 1);
    picture("b.png", 2);

    try (LabelledFiles files =
        listed("# a comment", "", "b.png" + between + "dog", "a.png" + between + "kitten")) {
      assertThat(widths(files)).containsExactly(2, 1);
      assertThat(labels(files)).containsExactly(3, 2);
      assertThat(files.remarks()).isEmpty();
    }
  }

  @Test
  void namesOfFilesAndLabelsMayHoldBlanksAndCommas() throws IOException {
    picture("my cat, asleep.png", 1);
    picture("sub folder/x y.png", 2);

    try (LabelledFiles files =
        listed("\"my cat, asleep.png\"\tcat, kitten", "sub folder/x y.png bee")) {
      assertThat(widths(files)).containsExactly(1, 2);
      assertThat(labels(files)).containsExactly(2, 1);
    }
  }

  @Test
  void aFileIsFoundWithoutItsExtensionOrItsFolder() throws IOException {
    picture("val/one.png", 1);
    picture("val/two.bmp", 2);

    try (LabelledFiles files = listed("one ant", "/data/imagenet/two.bmp bee")) {
      assertThat(widths(files)).containsExactly(1, 2);
    }
  }

  @Test
  void aNameThatMayMeanTwoFilesIsRefused() throws IOException {
    picture("a/x.png", 1);
    picture("b/x.png", 2);

    assertRefused(() -> listed("x.png ant"))
        .hasMessageContaining("Line 1 of ", " may mean a/x.png or b/x.png;");
    try (LabelledFiles files = listed("b/x.png ant")) {
      assertThat(widths(files)).containsExactly(2);
      assertThat(files.remarks())
          .containsExactly(
              "1 picture that %s holds is not in %s, and left out.".formatted(folder, list()));
    }
  }

  @Test
  void theTableOfKaggleIsUnderstood() throws IOException {
    picture("ILSVRC2012_val_00000001.jpg", 1);
    picture("ILSVRC2012_val_00000002.jpg", 2);
    write(
        "ImageId,PredictionString",
        "ILSVRC2012_val_00000002,n01440764 1 2 3 4 n01440764 5 6 7 8 ",
        "ILSVRC2012_val_00000001,n01751748 111 108 370 297 ");

    try (LabelledFiles files = open(Labels.imageNet(), Optional.of(list()))) {
      assertThat(widths(files)).containsExactly(2, 1);
      assertThat(labels(files)).containsExactly(0, 65);
    }
  }

  @Test
  void numbersBesideFilesCountTheModelsClassesFromZero() throws IOException {
    picture("ILSVRC2012_val_00000001.jpg", 1);
    picture("ILSVRC2012_val_00000002.jpg", 2);
    write("ILSVRC2012_val_00000001.jpg 65", "ILSVRC2012_val_00000002.jpg 0");

    try (LabelledFiles files = open(Labels.imageNet(), Optional.of(list()))) {
      assertThat(labels(files)).containsExactly(65, 0);
      assertThat(files.remarks()).singleElement().asString().contains("counted from 0");
    }
    write("ILSVRC2012_val_00000001.jpg 1000", "ILSVRC2012_val_00000002.jpg 1");
    assertRefused(() -> open(Labels.imageNet(), Optional.of(list())))
        .hasMessage(
            "Line 1 of %s gives ILSVRC2012_val_00000001.jpg the class \"1000\", but the model's classes are counted from 0 to 999, in its own order; give labels or WordNet ids.",
            list());
  }

  @Test
  void numbersWithoutFilesAreRefusedSinceTheirOrderIsNotTheNetworks() throws IOException {
    picture("a.png", 1);
    picture("b.png", 1);

    assertRefused(() -> listed("490", "361"))
        .hasMessageContaining("ILSVRC2012_validation_ground_truth.txt")
        .hasMessageContaining("give a list of files and WordNet ids instead");
  }

  @Test
  void idsWithoutFilesAreThoseOfTheFilesInTheirOrder() throws IOException {
    picture("b.png", 2);
    picture("a.png", 1);
    write("n01443537", "n01440764");

    try (LabelledFiles files = open(Labels.imageNet(), Optional.of(list()))) {
      assertThat(widths(files)).containsExactly(1, 2);
      assertThat(labels(files)).containsExactly(1, 0);
    }
    picture("c.png", 3);
    assertRefused(() -> open(Labels.imageNet(), Optional.of(list())))
        .hasMessageContaining("holds 2 WordNet ids")
        .hasMessageContaining("there are 3 pictures");
  }

  @Test
  void aPictureThatIsNotThereIsReportedWhenItIsAskedFor() throws IOException {
    picture("a.png", 1);

    try (LabelledFiles files = listed("a.png ant", "gone.png bee")) {
      assertThat(files.size()).isEqualTo(2);
      assertThatThrownBy(() -> files.get(0, 1))
          .isInstanceOf(InspectorException.class)
          .hasMessage(
              "gone.png is in %s but not in %s; put it there, or take it from the list.",
              list(), folder);
    }
    assertRefused(() -> listed("gone.png bee", "b.png ant"))
        .hasMessageStartingWith(folder + " holds none of the 2 pictures that ");
  }

  @Test
  void aClassThatTheModelLacksIsNamedWithItsLine() throws IOException {
    picture("a.png", 1);

    assertRefused(() -> listed("# first", "a.png unicorn"))
        .hasMessage(
            "Line 2 of %s gives a.png the class \"unicorn\", which the model does not have; its 4 classes are called \"ant\", \"bee\", \"cat, kitten\", \"dog\": correct it.",
            list());
  }

  @Test
  void oneFileOfTwoClassesIsRefusedAndOneThatIsNamedTwiceCountsOnce() throws IOException {
    picture("a.png", 1);

    try (LabelledFiles files = listed("a.png ant", "a ant")) {
      assertThat(files.size()).isEqualTo(1);
    }
    assertRefused(() -> listed("a.png ant", "a.png bee"))
        .hasMessageStartingWith("Lines 1 and 2 of ")
        .hasMessageContaining("give a.png different classes");
  }

  @Test
  void aListThatSaysNothingOrIsNoTextIsRefused() throws IOException {
    picture("a.png", 1);

    assertRefused(() -> listed("# nothing")).hasMessageContaining(" is empty; ");
    assertRefused(() -> listed("a.png")).hasMessageContaining("says of no picture which class");
    assertRefused(() -> listed("a.png ant", "b.png")).hasMessageStartingWith("Line 2 of ");
    Files.write(list(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    assertRefused(() -> open(LABELS, Optional.of(list()))).hasMessageContaining("UTF-8");
    Files.delete(list());
    assertRefused(() -> open(LABELS, Optional.of(list()))).hasMessageContaining("cannot be read");
  }

  @Test
  void aPlaceThatIsNotThereOrHoldsNothingIsRefused() throws IOException {
    assertRefused(
            () ->
                PictureSource.open(
                    folder.resolve("no"), Optional.empty(), Orientation.IGNORE, LABELS))
        .hasMessageContaining("does not exist;");
    write("a ant");
    assertRefused(() -> open(LABELS, Optional.of(list()))).hasMessageContaining("no pictures");
  }

  @Test
  void theFingerprintChangesWithNamesClassesTimesAndTurning() throws IOException {
    picture("ant/1.png", 1);
    picture("bee/1.png", 2);
    List<String> fingerprints = new ArrayList<>();
    fingerprints.add(fingerprint(LABELS, Orientation.IGNORE));
    assertThat(fingerprint(LABELS, Orientation.IGNORE)).isEqualTo(fingerprints.get(0));

    fingerprints.add(fingerprint(LABELS, Orientation.APPLY));
    fingerprints.add(fingerprint(List.of("bee", "ant"), Orientation.IGNORE));
    picture("bee/1.png", 100);
    fingerprints.add(fingerprint(LABELS, Orientation.IGNORE));
    picture("bee/2.png", 1);
    fingerprints.add(fingerprint(LABELS, Orientation.IGNORE));
    Files.move(folder.resolve("bee/2.png"), folder.resolve("bee/3.png"));
    fingerprints.add(fingerprint(LABELS, Orientation.IGNORE));

    assertThat(fingerprints).doesNotHaveDuplicates();
  }

  private String fingerprint(List<String> labels, Orientation orientation) {
    try (LabelledFiles files = PictureSource.open(folder, Optional.empty(), orientation, labels)) {
      return files.fingerprint();
    }
  }

  private LabelledFiles open(List<String> labels) {
    return open(labels, Optional.empty());
  }

  private LabelledFiles open(List<String> labels, Optional<Path> list) {
    return PictureSource.open(folder, list, Orientation.IGNORE, labels);
  }

  private LabelledFiles listed(String... lines) throws IOException {
    write(lines);
    return open(LABELS, Optional.of(list()));
  }

  private Path list() {
    return folder.resolve("list.txt");
  }

  private void write(String... lines) throws IOException {
    Files.write(list(), List.of(lines));
  }

  private static List<Integer> labels(LabelledFiles files) {
    return IntStream.range(0, files.size()).mapToObj(i -> files.get(0, i).label()).toList();
  }

  private static List<Integer> widths(LabelledFiles files) {
    return IntStream.range(0, files.size())
        .mapToObj(i -> files.get(0, i).picture().width())
        .toList();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(InspectorException.class);
  }

  private void picture(String name, int width) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 5, BufferedImage.TYPE_INT_RGB), "png", bytes);
    Files.write(file, bytes.toByteArray());
  }
}
