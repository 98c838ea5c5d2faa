package org.efficientvit.core.catalogue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.efficientvit.core.InspectorException;

/**
 * Asks for a file, and asks on wherever the server sends it, but neither in circles nor from an
 * encrypted connection to an open one.
 */
final class Asking {

  private static final int MOST_REDIRECTS = 10;
  private static final long HEARTBEAT_MILLISECONDS = 100;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final Duration stall;
  private final Problems problems;
  private final Runnable heartbeat;

  /**
   * A way to ask.
   *
   * @param stall how long to wait for an answer
   * @param heartbeat called several times a second while there is none; what it throws ends it
   */
  Asking(HttpClient client, Duration stall, Problems problems, Runnable heartbeat) {
    this.client = client;
    this.stall = stall;
    this.problems = problems;
    this.heartbeat = heartbeat;
  }

  /** The first answer that is no redirect. */
  HttpResponse<Flow.Publisher<List<ByteBuffer>>> get(URI url, Map<String, String> headers)
      throws InterruptedException {
    Set<URI> asked = new HashSet<>();
    URI next = url;
    while (true) {
      if (!asked.add(next) || asked.size() > MOST_REDIRECTS) {
        throw problems.endlessRedirect(next);
      }
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = ask(next, headers);
      if (!REDIRECTS.contains(answer.statusCode())) {
        return answer;
      }
      BodyQueue.of(answer.body()).close();
      next = follow(next, answer.headers().firstValue("Location").orElse(""));
    }
  }

  private URI follow(URI from, String location) {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw problems.badRedirect(from);
    }
    String scheme = Objects.requireNonNullElse(to.getScheme(), "").toLowerCase(Locale.ROOT);
    if (location.isEmpty() || to.getHost() == null || !Set.of("http", "https").contains(scheme)) {
      throw problems.badRedirect(from);
    }
    if (from.getScheme().equalsIgnoreCase("https") && scheme.equals("http")) {
      throw problems.unsafeRedirect(from, to);
    }
    return to;
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> ask(URI url, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("User-Agent", "efficientvit-inspector")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofPublisher());
    try {
      return await(url, answer);
    } finally {
      answer.cancel(true);
    }
  }

  private <T> T await(URI url, CompletableFuture<T> answer) throws InterruptedException {
    long end = System.nanoTime() + stall.toNanos();
    while (true) {
      try {
        return answer.get(HEARTBEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        heartbeat.run();
        if (System.nanoTime() - end > 0) {
          throw problems.unreachable(url, new HttpTimeoutException("no answer for " + stall));
        }
      } catch (ExecutionException e) {
        throw failure(url, e);
      }
    }
  }

  private InspectorException failure(URI url, Throwable thrown) {
    Throwable cause = thrown;
    Throwable inner = cause.getCause();
    while (inner != null
        && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
      cause = inner;
      inner = cause.getCause();
    }
    return cause instanceof InspectorException said ? said : problems.unreachable(url, cause);
  }
}
