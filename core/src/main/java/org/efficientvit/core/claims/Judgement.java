package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.published.Direction;
import org.efficientvit.core.published.Printed;
import org.efficientvit.core.statistics.Interval;

/**
 * What a measurement says of a claim.
 *
 * <p>The rule, which knows no number of its own. An effect is a ratio to be held against 1 or a
 * difference to be held against 0. What is measured is an interval of 95 % confidence; what is
 * printed is the range of numbers that round to it. Where the claimed effect is below neutral, both
 * are turned round, so that more is always more of what is claimed.
 *
 * <ul>
 *   <li><b>Direction</b>: the same if the whole interval is on the claim's side of neutral, the
 *       other if all of it is on the other side, else within noise.
 *   <li><b>Size</b>: smaller if the whole interval is below the printed range, larger if all of it
 *       is above, else as claimed.
 *   <li>A claim <b>holds</b> if the direction is the same and the size is not smaller. It <b>does
 *       not hold</b> if the size is smaller, even where the direction is the same. Where the size
 *       is not smaller but the direction is within noise, the measurement <b>decides nothing</b>.
 *   <li>Where the printed range holds neutral itself, the claim is that there is no difference
 *       worth printing: it holds where the interval meets the range.
 * </ul>
 *
 * @param direction empty where nothing was measured
 * @param size empty where nothing was measured
 * @param reason why, in one sentence
 */
public record Judgement(
    Verdict verdict, Optional<Direction> direction, Optional<Size> size, String reason) {

  public Judgement {
    requireNonNull(verdict, "verdict is null");
    requireNonNull(direction, "direction is null");
    requireNonNull(size, "size is null");
    requireNonNull(reason, "reason is null");
  }

  /** Of a claim that nothing was measured of. */
  static Judgement without(Verdict verdict, String reason) {
    return new Judgement(verdict, Optional.empty(), Optional.empty(), reason);
  }

  /**
   * Applies the rule.
   *
   * @param measured where the effect lies
   * @param claimed the effect as printed
   * @param neutral no effect: 1 for ratios, which are positive, 0 for differences
   */
  public static Judgement of(Interval measured, Printed claimed, double neutral) {
    if (claimed.covers(neutral)) {
      return alike(measured, claimed, neutral);
    }
    boolean turned = claimed.value() < neutral;
    Interval effect = turned ? turned(measured, neutral) : measured;
    Interval range = turned ? turned(claimed.range(), neutral) : claimed.range();
    Direction direction = direction(effect, neutral);
    Size size = size(effect, range);
    if (size == Size.SMALLER) {
      return judged(Verdict.DOES_NOT_HOLD, direction, size, shortOf(direction));
    }
    if (direction == Direction.SAME) {
      return judged(
          Verdict.HOLDS,
          direction,
          size,
          size == Size.LARGER
              ? "Same direction, larger than claimed."
              : "Same direction, as large as claimed.");
    }
    return judged(
        Verdict.NOT_DECIDED,
        direction,
        size,
        "The interval holds both the claim and no difference; measure longer.");
  }

  private static Judgement judged(Verdict verdict, Direction direction, Size size, String reason) {
    return new Judgement(verdict, Optional.of(direction), Optional.of(size), reason);
  }

  private static Judgement alike(Interval measured, Printed claimed, double neutral) {
    Interval range = claimed.range();
    boolean meets = measured.high() >= range.low() && measured.low() <= range.high();
    return meets
        ? judged(Verdict.HOLDS, Direction.WITHIN_NOISE, Size.AS_CLAIMED, "Alike, as is claimed.")
        : judged(
            Verdict.DOES_NOT_HOLD,
            measured.low() > neutral ? Direction.SAME : Direction.OTHER,
            Size.LARGER,
            "They differ by more than is claimed.");
  }

  private static String shortOf(Direction direction) {
    return switch (direction) {
      case SAME -> "The direction holds, the size is smaller than claimed.";
      case OTHER -> "It is the other way round.";
      case WITHIN_NOISE -> "There is no clear difference.";
    };
  }

  /** The other way round: 2 times as fast is half as fast, 1 more is 1 less. */
  private static Interval turned(Interval interval, double neutral) {
    return neutral == 1
        ? new Interval(1 / interval.high(), 1 / interval.low())
        : new Interval(-interval.high(), -interval.low());
  }

  private static Direction direction(Interval effect, double neutral) {
    if (effect.low() > neutral) {
      return Direction.SAME;
    }
    return effect.high() < neutral ? Direction.OTHER : Direction.WITHIN_NOISE;
  }

  private static Size size(Interval effect, Interval range) {
    if (effect.high() < range.low()) {
      return Size.SMALLER;
    }
    return effect.low() > range.high() ? Size.LARGER : Size.AS_CLAIMED;
  }
}
