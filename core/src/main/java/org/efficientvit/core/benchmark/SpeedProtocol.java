package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

/**
 * How speed is measured.
 *
 * <p>Cells are visited in turn, A B C, A B C and so on, in changing order, so that what a machine
 * does beside meets all of them. Before its first visit a cell is warmed up until it is stable:
 * until the median of its last {@value WARM_PASSES} passes is within the tolerance of the {@value
 * WARM_PASSES} before.
 *
 * @param name on the command line
 * @param rounds how often each cell is visited
 * @param visitSeconds how long a visit lasts at least
 * @param fewestPasses of each worker in a visit
 * @param warmSeconds how long each cell is warmed up at least
 * @param mostWarmSeconds after which a cell counts as not settled
 * @param tolerance of the warm-up, as a share
 * @param figure what is said of a cell's passes
 */
public record SpeedProtocol(
    String name,
    int rounds,
    double visitSeconds,
    int fewestPasses,
    double warmSeconds,
    double mostWarmSeconds,
    double tolerance,
    Figure figure) {

  /** Passes that are compared with as many before. */
  public static final int WARM_PASSES = 5;

  /** What is said of a cell's passes. */
  public enum Figure {
    /** Half of the passes are faster: a few disturbed ones do not count. */
    MEDIAN,
    /** Time in all over passes in all, as the official script has it. */
    MEAN
  }

  public SpeedProtocol {
    requireNonNull(name, "name is null");
    requireNonNull(figure, "figure is null");
    if (rounds < 1 || fewestPasses < 1 || visitSeconds < 0 || mostWarmSeconds < warmSeconds) {
      throw new IllegalArgumentException("a protocol of %d rounds".formatted(rounds));
    }
  }

  /** Ten rounds of half a second: some six seconds a cell. */
  public static SpeedProtocol standard() {
    return new SpeedProtocol("interleaved", 10, 0.5, 3, 0.5, 10, 0.02, Figure.MEDIAN);
  }

  /** For a first look: about a second a cell. */
  public static SpeedProtocol quick() {
    return new SpeedProtocol("quick", 5, 0.15, 2, 0.2, 2, 0.05, Figure.MEDIAN);
  }

  /**
   * The official one: ten seconds of warm-up, then the mean of sixty, one model after another
   * (microsoft/Cream, EfficientViT/classification/speed_test.py).
   */
  public static SpeedProtocol paper() {
    return new SpeedProtocol("paper", 1, 60, 1, 10, 10, 1, Figure.MEAN);
  }

  /** The same with another number of rounds. */
  public SpeedProtocol withRounds(int count) {
    return new SpeedProtocol(
        name, count, visitSeconds, fewestPasses, warmSeconds, mostWarmSeconds, tolerance, figure);
  }
}
