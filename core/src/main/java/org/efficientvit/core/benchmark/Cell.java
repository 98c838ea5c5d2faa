package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.trace.Precision;

/**
 * One setting whose speed is measured.
 *
 * @param model as the command line names it: {@code m0}
 * @param engine as the command line names it: {@code onnx}
 * @param precision of the engine's numbers
 * @param batch B, pictures of one pass
 * @param threads that work inside one operation
 * @param workers that run passes side by side, each with as many threads
 */
public record Cell(
    String model, String engine, Precision precision, int batch, int threads, int workers) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public Cell {
    requireNonNull(model, "model is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(precision, "precision is null");
    if (batch < 1 || threads < 1 || workers < 1) {
      throw new IllegalArgumentException(
          "batch %d, threads %d, workers %d".formatted(batch, threads, workers));
    }
  }

  /** The engine in a person's words, with its numbers where they are not of 32 bits. */
  public String runner() {
    return precision == Precision.FP32 ? engine : engine + " " + precision;
  }
}
