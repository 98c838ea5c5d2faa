package org.efficientvit.core.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.efficientvit.core.InspectorException;

/** Files that appear whole or not at all. */
public final class WholeFile {

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it, from the channel's position on. */
    void writeTo(FileChannel out) throws IOException;

    /** These bytes. */
    static Content of(byte[] bytes) {
      return out -> {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      };
    }
  }

  private WholeFile() {}

  /**
   * Writes a file whose content is on the disk before it has its name.
   *
   * @throws InspectorException if the file cannot be written
   */
  public static void write(Path file, Content content) {
    try {
      replace(
          file,
          out -> {
            content.writeTo(out);
            out.force(true);
          });
    } catch (IOException e) {
      throw new InspectorException(
          "%s could not be written (%s); check the folder and the space on the disk."
              .formatted(file, Refusal.reason(e)),
          e);
    }
  }

  /** Writes a temporary file beside a file and moves it into its place at the end. */
  public static void replace(Path file, Content content) throws IOException {
    Path temporary =
        file.resolveSibling("." + Refusal.fileName(file) + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel out =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      moveInPlace(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void moveInPlace(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
