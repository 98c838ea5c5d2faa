package org.efficientvit.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that begin at one moment, each on a thread of its own. */
final class Together {

  private Together() {}

  /** Runs all and waits for all; what one fails with is thrown. */
  static void run(List<WorkerPasses> workers) {
    CyclicBarrier barrier = new CyclicBarrier(workers.size());
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (WorkerPasses worker : workers) {
        running.add(threads.submit(() -> run(worker, barrier)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void run(WorkerPasses worker, CyclicBarrier barrier) {
    try {
      worker.run(() -> await(barrier));
    } catch (RuntimeException | Error e) {
      // Those who wait for this one would wait for ever.
      barrier.reset();
      throw e;
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("another worker failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }
}
