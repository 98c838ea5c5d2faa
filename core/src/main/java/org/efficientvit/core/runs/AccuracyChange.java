package org.efficientvit.core.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.evaluate.Answer;

/**
 * Whether a second model is right more often than a first, on the same pictures.
 *
 * @param images that both saw
 * @param onlyFirst pictures on which the first alone is right
 * @param onlySecond pictures on which the second alone is right
 */
public record AccuracyChange(int images, int onlyFirst, int onlySecond) {

  /**
   * Compares answers.
   *
   * @throws InspectorException if they are of different pictures
   */
  public static AccuracyChange between(List<Answer> first, List<Answer> second) {
    Map<Integer, Answer.Seen> before = seen(first);
    Map<Integer, Answer.Seen> after = seen(second);
    int images = 0;
    int onlyFirst = 0;
    int onlySecond = 0;
    for (Map.Entry<Integer, Answer.Seen> entry : before.entrySet()) {
      Answer.Seen other = after.get(entry.getKey());
      if (other != null) {
        if (other.label() != entry.getValue().label()) {
          throw different();
        }
        boolean wasRight = entry.getValue().rank() == 0;
        boolean isRight = other.rank() == 0;
        images++;
        onlyFirst += wasRight && !isRight ? 1 : 0;
        onlySecond += isRight && !wasRight ? 1 : 0;
      }
    }
    if (images == 0) {
      throw different();
    }
    return new AccuracyChange(images, onlyFirst, onlySecond);
  }

  private static InspectorException different() {
    return new InspectorException(
        "The two evaluations are of different pictures, so that they say nothing of one another; evaluate both models on the same folder.");
  }

  private static Map<Integer, Answer.Seen> seen(List<Answer> answers) {
    Map<Integer, Answer.Seen> seen = new HashMap<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Seen one) {
        seen.put(one.index(), one);
      }
    }
    return seen;
  }

  /** Top-1 of the second less that of the first, −1 to 1. */
  public double difference() {
    return (double) (onlySecond - onlyFirst) / images;
  }

  /**
   * How likely so uneven a count, or a more uneven one, is if both are right equally often:
   * McNemar's exact test on the pictures of which one model alone is right (Psychometrika 12,
   * 1947).
   *
   * @return 0 to 1; 1 where no picture tells them apart
   */
  public double chance() {
    int trials = onlyFirst + onlySecond;
    int fewer = Math.min(onlyFirst, onlySecond);
    double term = -trials * Math.log(2);
    double sum = 0;
    for (int i = 0; i <= fewer; i++) {
      sum += Math.exp(term);
      term += Math.log(trials - i) - Math.log(i + 1.0);
    }
    return Math.min(1, 2 * sum);
  }
}
