package org.efficientvit.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.PictureReader;

/**
 * What a folder holds, in the order of the names.
 *
 * <p>Files that are no pictures by their name are left out, and so is everything whose name begins
 * with a dot.
 */
final class FolderOfPictures {

  private FolderOfPictures() {}

  /**
   * The folders right inside a folder.
   *
   * @throws InspectorException if it cannot be listed
   */
  static List<Path> folders(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> !isHidden(path) && Files.isDirectory(path))
          .sorted((a, b) -> nameOf(a).compareTo(nameOf(b)))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unlistable(folder, e);
    }
  }

  /**
   * The pictures right inside a folder, by their names.
   *
   * @throws InspectorException if it cannot be listed
   */
  static SortedMap<String, PictureFile> pictures(Path folder) {
    return pictures(folder, 1);
  }

  /**
   * The pictures inside a folder and the folders in it, by their names within the folder, with
   * slashes.
   *
   * @throws InspectorException if one of the folders cannot be listed
   */
  static SortedMap<String, PictureFile> allPictures(Path folder) {
    return pictures(folder, Integer.MAX_VALUE);
  }

  private static SortedMap<String, PictureFile> pictures(Path folder, int levels) {
    SortedMap<String, PictureFile> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          levels,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
              return isHidden(inner) && !inner.equals(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && !isHidden(file)
                  && PictureReader.isSupported(file)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, DiskFile.of(file, attributes));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    } catch (IOException | UncheckedIOException e) {
      throw unlistable(folder, e);
    }
    return files;
  }

  private static boolean isHidden(Path path) {
    return nameOf(path).startsWith(".");
  }

  /** A path's last part. */
  static String nameOf(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  private static InspectorException unlistable(Path folder, Exception cause) {
    return new InspectorException(
        "%s cannot be listed; check its permissions.".formatted(folder), cause);
  }
}
