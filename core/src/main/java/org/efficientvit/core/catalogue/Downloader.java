package org.efficientvit.core.catalogue;

import static java.util.Objects.requireNonNull;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/**
 * Brings a file here over HTTP, and goes on where an earlier attempt stopped, if the server still
 * has the same version.
 */
final class Downloader {

  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration STALL = Duration.ofSeconds(30);

  private final Supplier<HttpClient> client;
  private final Duration stall;

  /**
   * A downloader.
   *
   * @param client must not follow redirects by itself; made when first needed
   * @param stall how long to wait while nothing comes
   */
  Downloader(Supplier<HttpClient> client, Duration stall) {
    this.client = requireNonNull(client, "client is null");
    this.stall = requireNonNull(stall, "stall is null");
  }

  /** One that goes out as this machine is set up to. */
  static Downloader standard() {
    return new Downloader(
        () -> client(new Proxies(System.getenv(), ProxySelector.getDefault())), STALL);
  }

  static HttpClient client(Proxies proxies) {
    // Java does not answer proxies of encrypted connections by name and password unless told to.
    String disabled = "jdk.http.auth.tunneling.disabledSchemes";
    if (System.getProperty(disabled) == null) {
      System.setProperty(disabled, "");
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .proxy(proxies)
        .authenticator(proxies.authenticator())
        .build();
  }

  /**
   * Makes a partial file whole; whatever stops it leaves what came, to go on from.
   *
   * @throws org.efficientvit.core.InspectorException in one sentence, if it does not come to its
   *     end
   * @throws CancellationException if the listener ends it
   */
  void download(URI url, PartialFile part, DownloadProgress.Listener listener) {
    Problems problems = new Problems(part.name(), url);
    try {
      if (!attempt(url, part, listener, problems)) {
        // What was here belongs to another version and is gone, so that this one begins anew.
        attempt(url, part, listener, problems);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Whether the file is whole; if not, the part that was here has been taken away. */
  private boolean attempt(
      URI url, PartialFile part, DownloadProgress.Listener listener, Problems problems)
      throws InterruptedException {
    Optional<String> ifRange = part.ifRange(url.toString());
    long here = ifRange.isPresent() ? part.size() : 0;
    DownloadProgress start = new DownloadProgress(here, DownloadProgress.UNKNOWN);
    listener.report(start);
    Map<String, String> headers =
        ifRange
            .map(version -> Map.of("Range", "bytes=" + here + "-", "If-Range", version))
            .orElse(Map.of());
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
        new Asking(client.get(), stall, problems, () -> listener.report(start)).get(url, headers);
    try (BodyQueue body = BodyQueue.of(answer.body())) {
      Arrival arrival = new Arrival(part, stall, listener, problems);
      if (here > 0 && (answer.statusCode() == 206 || answer.statusCode() == 416)) {
        return resume(answer, body, here, arrival);
      }
      if (answer.statusCode() != 200) {
        throw problems.status(answer.statusCode());
      }
      begin(url, answer.headers(), body, arrival);
      return true;
    }
  }

  private static boolean resume(HttpResponse<?> answer, BodyQueue body, long here, Arrival arrival)
      throws InterruptedException {
    ContentRange range =
        answer
            .headers()
            .firstValue("Content-Range")
            .flatMap(ContentRange::parse)
            .orElse(ContentRange.NONE);
    if (answer.statusCode() == 206 && range.start() == here) {
      arrival.resume(body, range.total());
      return true;
    }
    if (answer.statusCode() == 416 && range.total() == here) {
      return true;
    }
    arrival.discard();
    return false;
  }

  private static void begin(URI url, HttpHeaders headers, BodyQueue body, Arrival arrival)
      throws InterruptedException {
    String type = headers.firstValue("Content-Type").orElse("");
    if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
      throw arrival.problems().page();
    }
    arrival.begin(
        body,
        headers.firstValueAsLong("Content-Length").orElse(DownloadProgress.UNKNOWN),
        new Validators(
            url.toString(),
            headers.firstValue("ETag").orElse(null),
            headers.firstValue("Last-Modified").orElse(null)));
  }
}
