package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.efficientvit.core.catalogue.DownloadProgress;
import org.jspecify.annotations.Nullable;

/** How far a download is, how fast it comes, how much longer it takes; Ctrl-C ends it. */
final class DownloadLine implements DownloadProgress.Listener, AutoCloseable {

  private static final double NANOSECONDS = 1e9;

  private final Terminal terminal;
  private final ProgressLine line;
  private final String file;
  private final LongSupplier ticker;
  private long start;
  private @Nullable DownloadProgress first;
  private @Nullable DownloadProgress last;

  /**
   * The line of a file's download.
   *
   * @param ticker nanoseconds that pass
   */
  DownloadLine(Terminal terminal, String file, LongSupplier ticker) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.line = terminal.progressLine();
    this.file = requireNonNull(file, "file is null");
    this.ticker = requireNonNull(ticker, "ticker is null");
  }

  @Override
  public void report(DownloadProgress progress) {
    last = progress;
    if (terminal.isStopped()) {
      throw new CancellationException();
    }
    if (first == null || progress.bytes() == first.bytes()) {
      // The wait for the first byte says nothing about how fast they come.
      first = progress;
      start = ticker.getAsLong();
    }
    double seconds = Math.max((ticker.getAsLong() - start) / NANOSECONDS, 1e-9);
    double rate = (progress.bytes() - first.bytes()) / seconds;
    line.write(Math.max(0, progress.share()), () -> text(progress, rate));
  }

  private String text(DownloadProgress progress, double rate) {
    String text = file + "  " + progress.words();
    if (rate > 0) {
      text += String.format(Locale.ROOT, "  %.1f MB/s", rate / 1e6);
      if (progress.total() > 0) {
        text +=
            String.format(
                Locale.ROOT, "  %.0f s left", (progress.total() - progress.bytes()) / rate);
      }
    }
    return text;
  }

  /** How far it came, in words. */
  String words() {
    return last == null ? "nothing" : last.words();
  }

  @Override
  public void close() {
    line.close();
  }
}
