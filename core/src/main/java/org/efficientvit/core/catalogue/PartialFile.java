package org.efficientvit.core.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The part of a file that is here, under a name of its own: {@code FILE.part}, and beside it in
 * {@code FILE.part.json} which version it is a part of.
 */
final class PartialFile {

  private final Path file;
  private final Path part;
  private final Path version;
  private final Disk disk;

  PartialFile(Path file, Disk disk) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.version = file.resolveSibling(file.getFileName() + ".part.json");
    this.disk = disk;
  }

  /** Where the bytes are. */
  Path path() {
    return part;
  }

  /** The name that the whole file will have. */
  String name() {
    return String.valueOf(file.getFileName());
  }

  /** Bytes that are here; none if they cannot be counted. */
  long size() {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Bytes that may still be written beside it. */
  long usableSpace() throws IOException {
    return disk.usableSpace(folder());
  }

  Path folder() {
    return requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
  }

  /** What to send as If-Range to go on; empty where only a new start is safe. */
  Optional<String> ifRange(String url) {
    return size() == 0
        ? Optional.empty()
        : JsonFile.read(version, Validators.class)
            .filter(known -> known.url().equals(url))
            .flatMap(Validators::ifRange);
  }

  /** Forgets what is here and begins a version of the file. */
  WritableByteChannel restart(Validators begun) throws IOException {
    // Without bytes first: a part must never stand beside the validators of another version.
    discard();
    JsonFile.write(version, begun);
    return disk.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Goes on at the end of what is here. */
  WritableByteChannel append() throws IOException {
    return disk.open(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Takes the file to its own name, in place of an earlier one. */
  void complete() throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(version);
  }

  /** Takes everything away. */
  void discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(version);
  }
}
