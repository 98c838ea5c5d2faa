package org.efficientvit.core.train;

/**
 * The learning rate of each step: up in a straight line, then down along half a cosine.
 *
 * @param peak the highest rate, reached when the warm-up ends
 * @param warmUp steps of the way up
 * @param steps of the whole training
 */
record Schedule(double peak, long warmUp, long steps) {

  /** What is left of the peak at the end. */
  private static final double FLOOR = 0.01;

  /**
   * The rate of one step.
   *
   * @param step from 0
   */
  double rate(long step) {
    if (step < warmUp) {
      return peak * (step + 1) / (warmUp + 1);
    }
    double progress = Math.min(1, (step - warmUp) / (double) Math.max(1, steps - 1 - warmUp));
    return peak * (FLOOR + (1 - FLOOR) * (1 + Math.cos(Math.PI * progress)) / 2);
  }
}
