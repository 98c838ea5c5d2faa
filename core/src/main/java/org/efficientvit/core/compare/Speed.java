package org.efficientvit.core.compare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.efficientvit.core.benchmark.CellResult;

/**
 * How fast a model was measured to run here.
 *
 * @param result of its cell
 * @param run in the store
 * @param when that run began
 */
public record Speed(CellResult result, long run, Instant when) {

  public Speed {
    requireNonNull(result, "result is null");
    requireNonNull(when, "when is null");
  }
}
