package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest {

  @TempDir private Path folder;

  @Test
  void labelsAndFilesStandInTheOrderOfTheirNames() throws IOException {
    picture("pear/2.png", 2);
    picture("pear/10.png", 10);
    picture("apple/b.bmp", 3);
    picture("apple/a.PNG", 1);
    Files.writeString(folder.resolve("about.json"), "{}");
    Files.writeString(folder.resolve("pear/about.json"), "{}");
    Files.writeString(folder.resolve("pear/.hidden.png"), "not a picture");
    Files.createDirectories(folder.resolve(".thumbnails"));

    LabelledFiles pictures = ClassFolders.of(folder, Orientation.APPLY);

    assertThat(pictures.labels()).containsExactly("apple", "pear");
    assertThat(pictures.size()).isEqualTo(4);
    assertThat(List.of(0, 1, 2, 3))
        .extracting(i -> Path.of(pictures.name(i)).getFileName().toString())
        .containsExactly("a.PNG", "b.bmp", "10.png", "2.png");
    assertThat(List.of(0, 1, 2, 3))
        .extracting(i -> pictures.get(0, i).picture().width())
        .containsExactly(1, 3, 10, 2);
    assertThat(List.of(0, 1, 2, 3))
        .extracting(i -> pictures.get(5, i).label())
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void foldersOfKnownClassesTakeTheirNumbers() throws IOException {
    picture("pear/1.png", 1);
    picture("fig/1.png", 2);

    LabelledFiles pictures =
        ClassFolders.of(folder, Orientation.APPLY, List.of("pear", "apple", "fig"));

    assertThat(pictures.labels()).containsExactly("pear", "apple", "fig");
    assertThat(pictures.get(0, 0).label()).isEqualTo(2);
    assertThat(pictures.get(0, 1).label()).isZero();
  }

  @Test
  void aFolderOfNoKnownClassIsNamedBesideTheFirstThatAreKnown() throws IOException {
    picture("perr/1.png", 1);

    assertThatThrownBy(
            () ->
                ClassFolders.of(
                    folder, Orientation.APPLY, List.of("a", "b", "c", "d", "e", "pear")))
        .isInstanceOf(InspectorException.class)
        .hasMessage(
            "%s is not named as a class of the model; its 6 classes are called \"a\", \"b\", \"c\", \"d\", \"e\" ...: rename the folder.",
            folder.resolve("perr"));
  }

  @Test
  void aNameOfTwoClassesIsRefused() throws IOException {
    picture("crane/1.png", 1);

    assertThatThrownBy(
            () -> ClassFolders.of(folder, Orientation.APPLY, List.of("crane", "owl", "crane")))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("more than one class");
  }

  @Test
  void aFolderWithoutClassesIsRefused() throws IOException {
    picture("lonely.png", 1);

    assertThatThrownBy(() -> ClassFolders.of(folder, Orientation.APPLY))
        .isInstanceOf(InspectorException.class)
        .hasMessage(
            "%s holds no folders; put the pictures of each class into a folder that has its name.",
            folder);
  }

  @Test
  void aClassWithoutPicturesIsRefused() throws IOException {
    picture("pear/1.png", 1);
    Files.createDirectories(folder.resolve("apple"));

    assertThatThrownBy(() -> ClassFolders.of(folder, Orientation.APPLY))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(folder.resolve("apple") + " holds no pictures;");
  }

  @Test
  void aPlaceThatIsNoFolderIsRefused() throws IOException {
    picture("lonely.png", 1);

    for (String name : List.of("lonely.png", "missing")) {
      assertThatThrownBy(() -> ClassFolders.of(folder.resolve(name), Orientation.APPLY))
          .isInstanceOf(InspectorException.class)
          .hasMessageStartingWith(folder.resolve(name) + " is no folder;");
    }
  }

  @Test
  void anUnreadablePictureIsNamedWhenItIsAskedFor() throws IOException {
    picture("pear/1.png", 1);
    Path broken = Files.writeString(folder.resolve("pear/2.png"), "not a picture");
    LabelledFiles pictures = ClassFolders.of(folder, Orientation.APPLY);

    assertThatThrownBy(() -> pictures.get(0, 1))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(broken.toString());
  }

  private void picture(String name, int width) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.substring(name.lastIndexOf('.') + 1);
    ImageIO.write(new BufferedImage(width, 5, BufferedImage.TYPE_INT_RGB), format, file.toFile());
  }
}
