package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.PictureReader;

/**
 * Pictures in a folder of folders, one for each class and named as it: {@code FOLDER/apple/1.png}.
 *
 * <p>Folders and files stand in the order of their names. Files that are no pictures by their name
 * are left out, and so is everything whose name begins with a dot.
 */
public final class ClassFolders implements LabelledPictures {

  private static final int LABELS_NAMED = 5;

  /** A file that has not been read yet. */
  private record Entry(Path file, int label) {}

  private final List<String> labels;
  private final List<Entry> entries;
  private final Orientation orientation;

  private ClassFolders(List<String> labels, List<Entry> entries, Orientation orientation) {
    this.labels = List.copyOf(labels);
    this.entries = List.copyOf(entries);
    this.orientation = requireNonNull(orientation, "orientation is null");
  }

  /**
   * A folder whose own folders say which classes there are.
   *
   * @throws InspectorException if it cannot be listed, holds no folders of classes, or one of them
   *     holds no pictures
   */
  public static ClassFolders of(Path folder, Orientation orientation) {
    List<Path> classes = classes(folder);
    return of(classes, classes.stream().map(ClassFolders::nameOf).toList(), orientation);
  }

  /**
   * A folder of pictures of classes that are known; not all of them have to be there.
   *
   * @param labels of the classes in their order, such as a model's
   * @throws InspectorException if it cannot be listed, holds no folders of classes, one of them
   *     holds no pictures, or one is not named as a class
   */
  public static ClassFolders of(Path folder, Orientation orientation, List<String> labels) {
    List<Path> classes = classes(folder);
    for (Path one : classes) {
      checkKnown(one, labels);
    }
    return of(classes, labels, orientation);
  }

  private static ClassFolders of(List<Path> classes, List<String> labels, Orientation orientation) {
    List<Entry> entries = new ArrayList<>();
    for (Path one : classes) {
      int label = labels.indexOf(nameOf(one));
      List<Path> files =
          list(one, file -> Files.isRegularFile(file) && PictureReader.isSupported(file));
      if (files.isEmpty()) {
        throw new InspectorException(
            "%s holds no pictures; add PNG, JPEG, WebP, BMP or GIF files to it, or remove it."
                .formatted(one));
      }
      files.forEach(file -> entries.add(new Entry(file, label)));
    }
    return new ClassFolders(labels, entries, orientation);
  }

  private static void checkKnown(Path folder, List<String> labels) {
    String name = nameOf(folder);
    if (!labels.contains(name)) {
      String first =
          labels.stream().limit(LABELS_NAMED).collect(Collectors.joining("\", \"", "\"", "\""));
      throw new InspectorException(
          "%s is not named as a class of the model; its %d classes are called %s%s: rename the folder."
              .formatted(folder, labels.size(), first, labels.size() > LABELS_NAMED ? " ..." : ""));
    }
    if (labels.indexOf(name) != labels.lastIndexOf(name)) {
      throw new InspectorException(
          "%s may be of more than one class, since several of the model are called %s; give them different names with --labels FILE."
              .formatted(folder, name));
    }
  }

  private static List<Path> classes(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InspectorException(
          "%s is no folder; name one that holds a folder of pictures for each class."
              .formatted(folder));
    }
    List<Path> classes = list(folder, Files::isDirectory);
    if (classes.isEmpty()) {
      throw new InspectorException(
          "%s holds no folders; put the pictures of each class into a folder that has its name."
              .formatted(folder));
    }
    return classes;
  }

  /** What a folder holds, by name. */
  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> !nameOf(path).startsWith(".") && wanted.test(path))
          .sorted((a, b) -> nameOf(a).compareTo(nameOf(b)))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InspectorException(
          "%s cannot be listed; check its permissions.".formatted(folder), e);
    }
  }

  private static String nameOf(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public String name(int index) {
    return entries.get(index).file.toString();
  }

  @Override
  public LabelledPicture get(int epoch, int index) {
    Entry entry = entries.get(index);
    return new LabelledPicture(PictureReader.read(entry.file, orientation), entry.label);
  }
}
