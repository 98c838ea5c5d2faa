package org.efficientvit.core.compare;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.statistics.Interval;

/**
 * How often a model is right on ImageNet, and how that is known.
 *
 * @param top1 share of the pictures whose likeliest class is right, 0 to 1
 * @param interval where it lies with 95 % confidence; empty for a published figure
 * @param how it is known
 * @param source where it stands, or which run measured it
 * @param status how a published figure was confirmed, or on how many pictures it was measured
 */
public record Accuracy(
    double top1, Optional<Interval> interval, Knowledge how, String source, String status) {

  /** How a figure is known. */
  public enum Knowledge {
    MEASURED,
    PUBLISHED
  }

  public Accuracy {
    requireNonNull(interval, "interval is null");
    requireNonNull(how, "how is null");
    requireNonNull(source, "source is null");
    requireNonNull(status, "status is null");
  }
}
