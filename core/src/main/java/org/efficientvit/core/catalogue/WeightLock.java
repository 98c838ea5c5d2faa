package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One fetch of a file at a time, on the whole machine: a window and a command that write the same
 * part would spoil it. Beside the file stays an empty one that the locks are on.
 */
final class WeightLock implements AutoCloseable {

  /** Those of this process, since the system's locks do not tell its threads apart. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private WeightLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** The lock of a file; empty if somebody else has it. */
  static Optional<WeightLock> acquire(Path file) throws IOException {
    Path path = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".lock");
    if (!HELD.add(path)) {
      return Optional.empty();
    }
    WeightLock lock = null;
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      WeightLock opened = new WeightLock(path, channel);
      if (channel.tryLock() == null) {
        opened.close();
        return Optional.empty();
      }
      lock = opened;
      return Optional.of(lock);
    } finally {
      if (lock == null) {
        HELD.remove(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(path);
    }
  }
}
