package org.efficientvit.core.trace;

import java.util.List;
import org.efficientvit.core.tensor.Tensor;

/**
 * A network on an engine whose passes are timed, whole or operation by operation; to be used from
 * one thread.
 */
public interface PassSampler extends AutoCloseable {

  /**
   * How long a pass took, in nanoseconds.
   *
   * @param all from the pictures to the logits
   * @param reading until the first operation
   */
  record PassTime(long all, long reading) {}

  /** The engine, as the command line names it. */
  String engine();

  /** Threads that work inside one operation. */
  int threads();

  /** Whether it runs each operation by itself, as the network is written. */
  boolean runsAsWritten();

  /**
   * A pass that brings back the logits alone.
   *
   * @param images normalised, (B, 3, S, S)
   */
  PassTime untimed(Tensor images);

  /** A pass in which each operation is timed; its times are kept. */
  PassTime timed(Tensor images);

  /**
   * What the operations took in the timed passes.
   *
   * @param passes how many of the last ones count
   * @throws IllegalArgumentException if there were fewer
   */
  List<OperationSamples> operations(int passes);

  /** Forgets what was timed, and frees what the engine holds. */
  @Override
  void close();
}
