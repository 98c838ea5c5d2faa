package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Bytes on their way to the disk.
 *
 * @param stall how long to wait while none come
 */
record Arrival(
    PartialFile part, Duration stall, DownloadProgress.Listener listener, Problems problems) {

  private static final long REPORT_NANOSECONDS = 100_000_000;

  /** Writes a version from its start, in place of what is here. */
  void begin(BodyQueue body, long total, Validators version) throws InterruptedException {
    receive(body, new DownloadProgress(0, total), () -> part.restart(version));
  }

  /** Writes what follows on what is here. */
  void resume(BodyQueue body, long total) throws InterruptedException {
    receive(body, new DownloadProgress(part.size(), total), part::append);
  }

  /** Takes away what is here. */
  void discard() {
    onDisk(
        () -> {
          part.discard();
          return part;
        });
  }

  private void receive(BodyQueue body, DownloadProgress start, OnDisk<WritableByteChannel> opening)
      throws InterruptedException {
    requireRoom(start.total());
    DownloadProgress end;
    try (WritableByteChannel out = onDisk(opening)) {
      end = copy(body, out, start);
      if (out instanceof FileChannel file) {
        file.force(true);
      }
    } catch (IOException e) {
      throw problems.notWritten(part.folder(), e);
    }
    if (end.total() != DownloadProgress.UNKNOWN && end.bytes() != end.total()) {
      throw problems.cutOff(end, null);
    }
    listener.report(end);
  }

  private void requireRoom(long total) {
    long needed = total - part.size();
    long usable = onDisk(part::usableSpace);
    if (total != DownloadProgress.UNKNOWN && needed > usable) {
      throw problems.noRoom(needed, usable, part.folder());
    }
  }

  private DownloadProgress copy(BodyQueue body, WritableByteChannel out, DownloadProgress start)
      throws IOException, InterruptedException {
    DownloadProgress now = start;
    long reported = System.nanoTime();
    Optional<List<ByteBuffer>> piece = next(body, now);
    while (piece.isPresent()) {
      long bytes = now.bytes();
      for (ByteBuffer buffer : piece.get()) {
        while (buffer.hasRemaining()) {
          bytes += out.write(buffer);
        }
      }
      now = new DownloadProgress(bytes, now.total());
      if (System.nanoTime() - reported > REPORT_NANOSECONDS) {
        reported = System.nanoTime();
        listener.report(now);
      }
      piece = next(body, now);
    }
    return now;
  }

  private Optional<List<ByteBuffer>> next(BodyQueue body, DownloadProgress now)
      throws InterruptedException {
    try {
      return body.next(stall, () -> listener.report(now));
    } catch (HttpTimeoutException e) {
      throw problems.stalled(now, stall, e);
    } catch (IOException e) {
      throw problems.cutOff(now, e);
    }
  }

  private interface OnDisk<T> {
    T run() throws IOException;
  }

  private <T> T onDisk(OnDisk<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw problems.notWritten(part.folder(), e);
    }
  }
}
