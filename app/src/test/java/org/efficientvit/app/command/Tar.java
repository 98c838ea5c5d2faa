package org.efficientvit.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs folders. */
final class Tar {

  private Tar() {}

  static void pack(Path folder, Path file) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(Files.newOutputStream(file), "UTF-8")) {
      for (Path path : paths) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        out.putArchiveEntry(new TarArchiveEntry(path, name));
        Files.copy(path, out);
        out.closeArchiveEntry();
      }
    }
  }
}
