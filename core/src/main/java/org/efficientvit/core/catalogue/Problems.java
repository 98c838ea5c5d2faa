package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads when a download did not come to its end.
 *
 * @param file that was to come
 * @param url it was to come from
 */
record Problems(String file, URI url) {

  private static final String AGAIN = "fetch it again to go on from there";

  /** No answer at all. */
  InspectorException unreachable(URI asked, Throwable cause) {
    if (cause instanceof SSLException) {
      return problem(
          "the secure connection to %s failed (%s); check this machine's date and its proxy, then fetch it again, or %s"
              .formatted(asked.getHost(), reason(cause), byHand()),
          cause);
    }
    if (cause instanceof HttpTimeoutException) {
      return problem(
          "%s did not answer in time; fetch it again later, or %s"
              .formatted(asked.getHost(), byHand()),
          cause);
    }
    return problem(
        "%s cannot be reached (%s); check the network and the proxy settings, then fetch it again, or %s"
            .formatted(asked.getHost(), reason(cause), byHand()),
        cause);
  }

  /** An answer that is not the file. */
  InspectorException status(int status) {
    return switch (status) {
      case 404, 410 ->
          problem(
              "nothing is at %s (status %d); look for it where it was published and open that file (--weights FILE)"
                  .formatted(url, status),
              null);
      case 401, 403, 407 ->
          problem(
              "%s may not be read from here (status %d); check the proxy settings, or %s"
                  .formatted(url, status, byHand()),
              null);
      default ->
          problem(
              "%s answered with status %d; fetch it again later, or %s"
                  .formatted(url.getHost(), status, byHand()),
              null);
    };
  }

  /** A page where the file should be: a login, a notice. */
  InspectorException page() {
    return problem(
        "%s answered with a web page instead of it; open %s in a browser to see what it says, or fetch it from a mirror with --from"
            .formatted(url.getHost(), url),
        null);
  }

  InspectorException unsafeRedirect(URI from, URI to) {
    return problem(
        "%s sends it on to %s, which is not encrypted; %s"
            .formatted(from.getHost(), to.getHost(), byHandInstead()),
        null);
  }

  InspectorException endlessRedirect(URI asked) {
    return problem(
        "%s sends the request round in circles; fetch it again later, or %s"
            .formatted(asked.getHost(), byHand()),
        null);
  }

  InspectorException badRedirect(URI asked) {
    return problem(
        "%s sends it on to an address that makes no sense; fetch it again later, or %s"
            .formatted(asked.getHost(), byHand()),
        null);
  }

  /** Nothing more came. */
  InspectorException stalled(DownloadProgress progress, Duration stall, Throwable cause) {
    return new InspectorException(
        "%s stopped coming after %s, with nothing for %d seconds; %s."
            .formatted(file, progress.words(), stall.toSeconds(), AGAIN),
        cause);
  }

  /** The connection ended before the file did. */
  InspectorException cutOff(DownloadProgress progress, @Nullable Throwable cause) {
    return new InspectorException(
        "%s was cut off after %s; %s.".formatted(file, progress.words(), AGAIN), cause);
  }

  /** The disk has no room for it; said before anything is written. */
  InspectorException noRoom(long needed, long usable, Path folder) {
    return problem(
        "it needs %s more in %s, and only %s are free; make room and fetch it again"
            .formatted(DownloadProgress.words(needed), folder, DownloadProgress.words(usable)),
        null);
  }

  /** The disk does not take it. */
  InspectorException notWritten(Path folder, IOException cause) {
    return problem(
        "%s could not be written (%s); make room or check its permissions, then fetch it again"
            .formatted(folder, reason(cause)),
        cause);
  }

  /**
   * What came is not what the catalogue promises.
   *
   * @param refusal what reads it says of it
   */
  InspectorException refused(String refusal, @Nullable Throwable cause) {
    return problem(
        "what %s sent was not accepted (%s); fetch it again later, or %s"
            .formatted(url.getHost(), refusal.replaceFirst("[.]$", ""), byHand()),
        cause);
  }

  /**
   * What came is a whole model, but another one than the first time.
   *
   * @param kept where the first is remembered
   */
  InspectorException changed(FetchedFile first, FetchedFile now, Path kept) {
    return problem(
        "%s sends another file than the one accepted on %s (SHA-256 %s…, then %s…); ask its publisher, or delete %s and fetch it again if you trust the new one"
            .formatted(
                url.getHost(), first.date(), brief(now.sha256()), brief(first.sha256()), kept),
        null);
  }

  /** Somebody else fetches it. */
  InspectorException busy() {
    return problem("another window or command is fetching it; wait for that one", null);
  }

  private static String brief(String sha256) {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }

  private InspectorException problem(String clause, @Nullable Throwable cause) {
    return new InspectorException("%s was not fetched: %s.".formatted(file, clause), cause);
  }

  private String byHand() {
    return "download it by hand from %s and open that file (--weights FILE)".formatted(url);
  }

  private String byHandInstead() {
    return byHand() + " if you trust that";
  }

  /** What a failure says, or what its causes do: Java's own often say nothing. */
  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "nobody knows an address of that name";
      }
    }
    String message = failure.getMessage();
    if (message != null) {
      return message;
    }
    return failure instanceof ConnectException
        ? "no connection"
        : failure.getClass().getSimpleName();
  }
}
