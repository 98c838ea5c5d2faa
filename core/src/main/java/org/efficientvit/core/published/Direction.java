package org.efficientvit.core.published;

import java.util.Locale;
import org.efficientvit.core.statistics.Interval;

/** Whether a measured ratio lies on the same side of 1 as a published one. */
public enum Direction {
  /** Both faster, or both slower. */
  SAME("same direction"),
  /** One faster, the other slower. */
  OTHER("other direction"),
  /** One of them is not clearly on either side. */
  WITHIN_NOISE("within noise");

  /**
   * A published figure has no interval beside it; what is nearer to 1 than this is on neither side.
   */
  static final double PUBLISHED_NOISE = 0.01;

  private final String words;

  Direction(String words) {
    this.words = words;
  }

  /**
   * Compares directions.
   *
   * @param measured where the measured ratio to the baseline lies
   * @param published ratio to the published baseline
   */
  public static Direction of(Interval measured, double published) {
    boolean faster = measured.low() > 1;
    boolean slower = measured.high() < 1;
    if (Math.abs(published - 1) < PUBLISHED_NOISE || (!faster && !slower)) {
      return WITHIN_NOISE;
    }
    return faster == published > 1 ? SAME : OTHER;
  }

  /** The words that a person reads. */
  public String words() {
    return words;
  }

  /** The word that stands in JSON: {@code within-noise}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
