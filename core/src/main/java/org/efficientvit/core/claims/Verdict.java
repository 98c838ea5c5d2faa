package org.efficientvit.core.claims;

import java.util.Locale;

/** What became of a claim on this machine. */
public enum Verdict {
  /** The effect has the claimed direction and is at least as large as claimed. */
  HOLDS,
  /** The effect is smaller than claimed, not there, or the other way round. */
  DOES_NOT_HOLD,
  /** The measurement agrees with the claim as well as with no effect at all: measure longer. */
  NOT_DECIDED,
  /** It would take what is not here; why is said beside it. */
  NOT_MEASURABLE_HERE,
  /** It can be measured here, and nobody did yet. */
  NOT_MEASURED;

  /** The words on the screen and in JSON: {@code does not hold}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
