package org.efficientvit.core.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledFiles.Entry;
import org.efficientvit.core.image.Orientation;

/**
 * Pictures in a folder of folders, one for each class and named as it: {@code FOLDER/apple/1.png}.
 *
 * <p>Folders and files stand in the order of their names. Files that are no pictures by their name
 * are left out, and so is everything whose name begins with a dot.
 */
public final class ClassFolders {

  private ClassFolders() {}

  /**
   * A folder whose own folders say which classes there are.
   *
   * @throws InspectorException if it cannot be listed, holds no folders of classes, or one of them
   *     holds no pictures
   */
  public static LabelledFiles of(Path folder, Orientation orientation) {
    List<Path> classes = classes(folder);
    List<String> labels = classes.stream().map(FolderOfPictures::nameOf).toList();
    List<Entry> entries = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      addAll(classes.get(label), label, entries);
    }
    return new LabelledFiles(labels, entries, List.of(), orientation, () -> {});
  }

  /**
   * A folder of pictures of classes that are known; not all of them have to be there.
   *
   * <p>A folder is named as a class: by its label, by one of the names that the label lists, by its
   * WordNet id where it is one of ImageNet's, or by its number from 0.
   *
   * @param labels of the classes in their order, such as a model's
   * @throws InspectorException if it cannot be listed, holds no folders of classes, one of them
   *     holds no pictures, or one is not named as a class
   */
  public static LabelledFiles of(Path folder, Orientation orientation, List<String> labels) {
    FolderNames names = new FolderNames(labels);
    List<Entry> entries = new ArrayList<>();
    for (Path one : classes(folder)) {
      int label = names.classOf(FolderOfPictures.nameOf(one), one.toString());
      addAll(one, label, entries);
    }
    return new LabelledFiles(labels, entries, names.remarks(), orientation, () -> {});
  }

  private static void addAll(Path folder, int label, List<Entry> entries) {
    SortedMap<String, PictureFile> files = FolderOfPictures.pictures(folder);
    if (files.isEmpty()) {
      throw new InspectorException(
          "%s holds no pictures; add PNG, JPEG, WebP, BMP or GIF files to it, or remove it."
              .formatted(folder));
    }
    files.values().forEach(file -> entries.add(new Entry(file, label)));
  }

  private static List<Path> classes(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InspectorException(
          "%s is no folder; name one that holds a folder of pictures for each class."
              .formatted(folder));
    }
    List<Path> classes = FolderOfPictures.folders(folder);
    if (classes.isEmpty()) {
      throw new InspectorException(
          "%s holds no folders; put the pictures of each class into a folder that has its name."
              .formatted(folder));
    }
    return classes;
  }
}
