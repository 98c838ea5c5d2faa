package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The passes of one cell between those of other cells: what a speed protocol measures at a time.
 *
 * @param round of the protocol, from 0; each cell is visited once in each
 * @param milliseconds of each pass, of all workers
 * @param seconds from the start of the first pass to the end of the last, pauses included
 */
public record Visit(Cell cell, int round, List<Double> milliseconds, double seconds) {

  /**
   * Checks that something was measured.
   *
   * @throws IllegalArgumentException if there are no passes
   */
  public Visit {
    requireNonNull(cell, "cell is null");
    milliseconds = List.copyOf(milliseconds);
    if (milliseconds.isEmpty() || round < 0 || !(seconds > 0)) {
      throw new IllegalArgumentException(
          "round %d, %d passes, %s s".formatted(round, milliseconds.size(), seconds));
    }
  }

  /** What the cell's workers did together in this visit. */
  public double imagesPerSecond() {
    return cell.batch() * milliseconds.size() / seconds;
  }
}
