package org.efficientvit.core.data;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Threads that prepare pictures beside the one that uses them.
 *
 * <p>Once they are closed, what still waits fails with {@link CancellationException}, so that
 * nobody waits for ever.
 */
public final class Workers implements AutoCloseable {

  private static final int SECONDS_TO_FINISH = 10;

  private final ExecutorService threads;
  private volatile boolean closed;

  /**
   * So many threads, which do not keep the program running.
   *
   * @throws IllegalArgumentException if there are to be none
   */
  public Workers(String name, int threads) {
    AtomicInteger count = new AtomicInteger();
    ThreadFactory daemons =
        work -> {
          Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    this.threads = Executors.newFixedThreadPool(threads, daemons);
  }

  /**
   * Does a task for each number below a count, in any order, and then makes something of it.
   *
   * @return done when all are; failed, when all have ended, if one failed
   * @throws IllegalStateException if these are closed
   */
  public <T> CompletableFuture<T> start(int count, IntConsumer task, Supplier<T> result) {
    if (closed) {
      throw new IllegalStateException("these workers are closed");
    }
    CompletableFuture<?>[] parts = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      int number = i;
      parts[i] = CompletableFuture.runAsync(() -> unlessClosed(number, task), threads);
    }
    return CompletableFuture.allOf(parts).thenApply(unused -> result.get());
  }

  private void unlessClosed(int number, IntConsumer task) {
    if (closed) {
      throw new CancellationException("the workers were closed");
    }
    task.accept(number);
  }

  /** Ends the threads after the tasks under way; those that wait are dropped. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    try {
      boolean unused = threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
