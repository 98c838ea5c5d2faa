package org.efficientvit.core.catalogue;

import java.util.Locale;

/**
 * How far a download is.
 *
 * @param bytes that are here, those of earlier attempts among them
 * @param total bytes of the whole file, or {@link #UNKNOWN}
 */
public record DownloadProgress(long bytes, long total) {

  /** The total of a file whose server does not say. */
  public static final long UNKNOWN = -1;

  /** Hears of progress on the thread that downloads, several times a second. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Takes note.
     *
     * @throws java.util.concurrent.CancellationException to end the download; what is here is kept
     *     for the next attempt
     */
    void report(DownloadProgress progress);
  }

  /** The share that is here, 0 to 1, or negative where the total is not known. */
  public double share() {
    return total <= 0 ? UNKNOWN : Math.min(1, (double) bytes / total);
  }

  /** What a person reads: "3.1 of 9.4 MB", or "3.1 MB". */
  public String words() {
    return total < 0 ? words(bytes) : "%s of %s".formatted(number(bytes), words(total));
  }

  /** A number of bytes as a person reads it: "9.4 MB". */
  public static String words(long bytes) {
    return number(bytes) + " MB";
  }

  private static String number(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
