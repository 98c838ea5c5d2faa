package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, taken one piece after another by a thread that does not wait for ever.
 * Closing it ends the answer, whether it was read or not.
 */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  private static final long HEARTBEAT_MILLISECONDS = 100;

  private record Event(@Nullable List<ByteBuffer> piece, @Nullable Throwable failure) {}

  /** Never more than a piece and an end, since a piece is asked for only when one was taken. */
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private volatile Flow.@Nullable Subscription subscription;

  static BodyQueue of(Flow.Publisher<List<ByteBuffer>> body) {
    BodyQueue queue = new BodyQueue();
    body.subscribe(queue);
    return queue;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    events.add(new Event(piece, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(null, failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(null, null));
  }

  /**
   * The next piece, or none at the end.
   *
   * @param stall how long to wait for it
   * @param heartbeat called several times a second while nothing comes; what it throws ends it
   * @throws HttpTimeoutException if nothing came for so long
   * @throws IOException if the connection broke
   */
  Optional<List<ByteBuffer>> next(Duration stall, Runnable heartbeat)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + stall.toNanos();
    Event event = events.poll();
    while (event == null) {
      if (System.nanoTime() - end > 0) {
        throw new HttpTimeoutException("nothing came for " + stall);
      }
      heartbeat.run();
      event = events.poll(HEARTBEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
    if (event.failure() != null) {
      throw new IOException(event.failure());
    }
    Flow.Subscription begun = subscription;
    if (event.piece() != null && begun != null) {
      begun.request(1);
    }
    return Optional.ofNullable(event.piece());
  }

  @Override
  public void close() {
    Flow.Subscription begun = subscription;
    if (begun != null) {
      begun.cancel();
    }
  }
}
