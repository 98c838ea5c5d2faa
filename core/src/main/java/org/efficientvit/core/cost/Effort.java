package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long to take over measuring a machine's ceilings.
 *
 * @param careful whether it is more than a quick look
 * @param budget for the rounds that count
 * @param fewest rounds that count even if they take longer
 */
public record Effort(boolean careful, Duration budget, int fewest) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if nothing would be measured
   */
  public Effort {
    requireNonNull(budget, "budget is null");
    if (fewest < 1) {
      throw new IllegalArgumentException(fewest + " rounds");
    }
  }

  /** Below a second in all. */
  public static Effort quickLook() {
    return new Effort(false, Duration.ofMillis(400), 5);
  }

  /** Some 15 seconds. */
  public static Effort takingCare() {
    return new Effort(true, Duration.ofSeconds(15), 50);
  }
}
