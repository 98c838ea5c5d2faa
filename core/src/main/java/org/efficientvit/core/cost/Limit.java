package org.efficientvit.core.cost;

/**
 * The least time that an operation can take on a machine, by three reckonings, in nanoseconds.
 *
 * <p>The rule of what bounds an operation is {@link #bound}: each reckoning is a lower limit of its
 * own, since arithmetic, moving bytes and setting up may overlap but none can be left out. The
 * largest of the three is the limit, and it names the bound.
 *
 * @param compute its floating-point operations at the peak of the machine
 * @param memory its bytes at the bandwidth of the caches, and of the memory, that they fit into
 * @param overhead the fixed time of an operation of its kind
 */
public record Limit(double compute, double memory, double overhead) {

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public Limit {
    for (double time : new double[] {compute, memory, overhead}) {
      if (!(time >= 0) || Double.isInfinite(time)) {
        throw new IllegalArgumentException(
            "compute %s, memory %s, overhead %s ns".formatted(compute, memory, overhead));
      }
    }
  }

  /** The largest of the three: no run can be faster. */
  public double nanoseconds() {
    return Math.max(compute, Math.max(memory, overhead));
  }

  /**
   * Which of the three is the largest. Of equal ones, memory counts before compute and compute
   * before overhead.
   */
  public Bound bound() {
    double largest = nanoseconds();
    if (memory == largest) {
      return Bound.MEMORY;
    }
    return compute == largest ? Bound.COMPUTE : Bound.OVERHEAD;
  }
}
