package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;

/**
 * What was found here of a quantity that is claimed.
 *
 * @param value in the claim's unit, with its interval
 * @param setting in which speed was measured; empty for anything else
 * @param conditions under which it was found, in words
 */
public record Finding(Estimate value, Optional<Setting> setting, String conditions) {

  public Finding {
    requireNonNull(value, "value is null");
    requireNonNull(setting, "setting is null");
    requireNonNull(conditions, "conditions is null");
  }

  /** What is counted and not measured. */
  static Finding counted(double value, String conditions) {
    return new Finding(
        new Estimate(value, new Interval(value, value)), Optional.empty(), conditions);
  }
}
