package org.efficientvit.visualizers.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.efficientvit.core.InspectorException;

/** A file that is there as a whole or not at all. */
final class AtomicFile {

  /** Whatever is written. */
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes beside the file, then moves into its place.
   *
   * @throws InspectorException if the folder or the file cannot be written
   */
  static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
    Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(folder);
      try {
        try (OutputStream stream =
            new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
          content.writeTo(stream);
        }
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be written; choose a folder that you may write to and that has room."
              .formatted(file),
          e);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
