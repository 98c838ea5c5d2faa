package org.efficientvit.core.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Arrays that are added to one another over and over, a part of them by each thread: how fast so
 * many bytes move. Two numbers are read for each one that is written, and where it is written to
 * was just read, so that nothing is fetched for nothing: no operation can move bytes faster.
 */
final class MemoryStream {

  /** An addition reads two numbers and writes one. */
  private static final int BYTES_OF_ONE = 3 * Float.BYTES;

  /** Bytes of one reading of the clock: long beside what it takes to read it. */
  private static final long BYTES_OF_READING = 32L << 20;

  private final List<float[]> sums = new ArrayList<>();
  private final List<float[]> terms = new ArrayList<>();
  private final long bytes;
  private final int sweeps;
  private final ExecutorService workers;

  /**
   * A stream.
   *
   * @param bytes that one sweep of all threads moves
   * @param workers as many threads as are to sweep, none of them busy
   */
  MemoryStream(long bytes, int threads, ExecutorService workers) {
    int numbers = Math.toIntExact(Math.max(1, bytes / BYTES_OF_ONE / threads));
    for (int i = 0; i < threads; i++) {
      sums.add(new float[numbers]);
      terms.add(new float[numbers]);
    }
    this.bytes = (long) BYTES_OF_ONE * numbers * threads;
    this.sweeps = (int) Math.max(1, BYTES_OF_READING / this.bytes);
    this.workers = workers;
  }

  /** Bytes that one sweep moves. */
  long bytes() {
    return bytes;
  }

  /** Sweeps for a while and says how fast, in GB/s: until the last thread is done. */
  double rate() {
    CyclicBarrier start = new CyclicBarrier(sums.size());
    List<Future<long[]>> futures = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      float[] sum = sums.get(i);
      float[] term = terms.get(i);
      futures.add(workers.submit(() -> sweep(start, sum, term)));
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Future<long[]> future : futures) {
      long[] times = await(future);
      first = Math.min(first, times[0]);
      last = Math.max(last, times[1]);
    }
    return (double) bytes * sweeps / Math.max(1, last - first);
  }

  private long[] sweep(CyclicBarrier start, float[] sum, float[] term)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    long from = System.nanoTime();
    for (int i = 0; i < sweeps; i++) {
      add(sum, term);
    }
    return new long[] {from, System.nanoTime()};
  }

  private static void add(float[] sum, float[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += term[i];
    }
  }

  private static long[] await(Future<long[]> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
