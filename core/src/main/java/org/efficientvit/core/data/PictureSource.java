package org.efficientvit.core.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledFiles.Entry;
import org.efficientvit.core.image.Orientation;

/**
 * Pictures of known classes from wherever a person has them: a folder of class folders, a folder
 * with a list, or the same inside a tar.
 */
public final class PictureSource {

  private PictureSource() {}

  /**
   * Finds the pictures and their classes; reads none yet.
   *
   * @param place a folder or a tar
   * @param list that says of which class each picture is; empty where the folders do
   * @param labels of the classes in their order, such as a model's
   * @return to be closed by the caller
   * @throws InspectorException in one sentence, if the pictures or their classes cannot be found
   */
  public static LabelledFiles open(
      Path place, Optional<Path> list, Orientation orientation, List<String> labels) {
    if (!Files.exists(place)) {
      throw new InspectorException(
          "%s does not exist; name a folder or a .tar of pictures.".formatted(place));
    }
    return Files.isDirectory(place)
        ? folder(place, list, orientation, labels)
        : tar(place, list, orientation, labels);
  }

  /**
   * Finds pictures whose class does not matter: one, or all inside a folder and the folders in it.
   * They are all of one class.
   *
   * @param place a picture or a folder
   * @return to be closed by the caller
   * @throws InspectorException in one sentence, if there are none
   */
  public static LabelledFiles unlabelled(Path place, Orientation orientation) {
    Collection<PictureFile> files =
        Files.isDirectory(place)
            ? FolderOfPictures.allPictures(place).values()
            : List.of(DiskFile.of(place));
    if (files.isEmpty()) {
      throw new InspectorException(
          "%s holds no pictures; name a picture, or a folder of PNG, JPEG, WebP, BMP or GIF files."
              .formatted(place));
    }
    return unlabelled(files, orientation);
  }

  /**
   * Pictures that were found elsewhere and whose class does not matter; they are all of one class.
   *
   * @param places of the pictures
   */
  public static LabelledFiles unlabelled(List<Path> places, Orientation orientation) {
    return unlabelled(places.stream().<PictureFile>map(DiskFile::of).toList(), orientation);
  }

  private static LabelledFiles unlabelled(
      Collection<? extends PictureFile> files, Orientation orientation) {
    return new LabelledFiles(
        List.of("picture"),
        files.stream().map(file -> new Entry(file, 0)).toList(),
        List.of(),
        orientation,
        () -> {});
  }

  private static LabelledFiles folder(
      Path folder, Optional<Path> list, Orientation orientation, List<String> labels) {
    if (list.isEmpty()) {
      boolean isFlat =
          FolderOfPictures.folders(folder).isEmpty()
              && !FolderOfPictures.pictures(folder).isEmpty();
      if (isFlat) {
        throw withoutClasses(folder);
      }
      return ClassFolders.of(folder, orientation, labels);
    }
    SortedMap<String, PictureFile> files = FolderOfPictures.allPictures(folder);
    refuseEmpty(folder, files);
    PictureList listed = new PictureList(list.get(), folder, files, labels);
    return new LabelledFiles(labels, listed.entries(), listed.remarks(), orientation, () -> {});
  }

  private static LabelledFiles tar(
      Path path, Optional<Path> list, Orientation orientation, List<String> labels) {
    PictureTar tar = PictureTar.open(path);
    try {
      refuseEmpty(path, tar.pictures());
      List<Entry> entries = new ArrayList<>();
      List<String> remarks = new ArrayList<>(tar.remarks());
      if (list.isPresent()) {
        PictureList listed = new PictureList(list.get(), path, tar.pictures(), labels);
        entries.addAll(listed.entries());
        remarks.addAll(listed.remarks());
      } else {
        FolderNames names = new FolderNames(labels);
        tar.pictures()
            .forEach((name, file) -> entries.add(new Entry(file, classOf(name, path, names))));
        remarks.addAll(names.remarks());
      }
      return new LabelledFiles(labels, entries, remarks, orientation, tar::close);
    } catch (RuntimeException e) {
      tar.close();
      throw e;
    }
  }

  /** The class of the folder that a file of a tar is in. */
  private static int classOf(String name, Path tar, FolderNames names) {
    int end = name.lastIndexOf('/');
    if (end < 0) {
      throw withoutClasses(tar);
    }
    String folder = name.substring(0, end);
    return names.classOf(folder.substring(folder.lastIndexOf('/') + 1), folder + " in " + tar);
  }

  private static InspectorException withoutClasses(Path place) {
    return new InspectorException(
        "%s holds pictures that are in no folder of a class; say of which class each is with --list FILE."
            .formatted(place));
  }

  private static void refuseEmpty(Path place, Map<String, PictureFile> files) {
    if (files.isEmpty()) {
      throw new InspectorException(
          "%s holds no pictures; name a folder or a .tar of PNG, JPEG, WebP, BMP or GIF files."
              .formatted(place));
    }
  }
}
