package org.efficientvit.core.train;

import java.util.ArrayList;
import java.util.List;

/**
 * The training loss over the steps, each point the mean of as many steps as keep the points of a
 * whole training few. For one thread.
 */
public final class LossCurve {

  /** How many points a whole training has at most. */
  public static final int MOST = 400;

  private final int epochs;
  private final List<Point> points = new ArrayList<>();
  private double sum;
  private int steps;

  /**
   * Some steps together.
   *
   * @param epoch where they end, in epochs from the beginning of the training: 1 is the end of the
   *     first
   * @param loss their mean, in nats
   */
  public record Point(double epoch, double loss) {}

  /**
   * A curve without points.
   *
   * @param epochs of the whole training
   */
  public LossCurve(int epochs) {
    this.epochs = epochs;
  }

  /** Takes a step in. */
  public void add(StepResult step) {
    sum += step.stepLoss();
    steps++;
    if (steps >= Math.ceil((double) epochs * step.steps() / MOST)) {
      points.add(new Point(step.epoch() + (step.step() + 1.0) / step.steps(), sum / steps));
      sum = 0;
      steps = 0;
    }
  }

  /** What there is so far. */
  public List<Point> points() {
    return List.copyOf(points);
  }
}
