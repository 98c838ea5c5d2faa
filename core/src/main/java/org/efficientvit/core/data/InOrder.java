package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/**
 * Things that others make, handed out in order; a few are under way ahead of who takes them, so
 * that no more than these are in memory.
 *
 * <p>For one thread. What a thing failed with is thrown, as it is, when its turn comes; nothing
 * comes after it.
 */
public final class InOrder<T> implements Iterator<T> {

  /** How many things are under way beside the one that was taken last. */
  public static final int AHEAD = 2;

  private final Queue<CompletableFuture<T>> started = new ArrayDeque<>();
  private final IntFunction<CompletableFuture<T>> start;
  private final int end;
  private int next;

  /**
   * The things of a range of numbers.
   *
   * @param first number
   * @param end number after the last
   * @param start begins to make the thing of a number
   */
  public InOrder(int first, int end, IntFunction<CompletableFuture<T>> start) {
    this.start = requireNonNull(start, "start is null");
    this.next = first;
    this.end = end;
    refill();
  }

  private void refill() {
    while (started.size() < AHEAD && next < end) {
      started.add(start.apply(next++));
    }
  }

  @Override
  public boolean hasNext() {
    return !started.isEmpty();
  }

  @Override
  public T next() {
    CompletableFuture<T> head = started.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    try {
      T thing = head.join();
      refill();
      return thing;
    } catch (CompletionException e) {
      started.clear();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
