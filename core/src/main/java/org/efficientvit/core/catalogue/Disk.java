package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Where downloads are written; tests put one in its place that fills up. */
interface Disk {

  WritableByteChannel open(Path file, OpenOption... options) throws IOException;

  /** Bytes that may still be written into a folder. */
  long usableSpace(Path folder) throws IOException;

  /** The disk of this machine. */
  static Disk real() {
    return new Disk() {
      @Override
      public WritableByteChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
      }

      @Override
      public long usableSpace(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
      }
    };
  }
}
