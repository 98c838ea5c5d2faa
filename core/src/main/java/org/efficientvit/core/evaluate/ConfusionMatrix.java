package org.efficientvit.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How many pictures of each class were taken for each class.
 *
 * <p>A matrix is a value: {@link Builder} counts, and the matrix keeps what was counted.
 */
public final class ConfusionMatrix {

  private final List<String> labels;
  private final int[] counts;

  private ConfusionMatrix(List<String> labels, int[] counts) {
    this.labels = labels;
    this.counts = counts;
  }

  /**
   * Pictures of one class that were taken for another.
   *
   * @param label the class that they show
   * @param predicted the class that they were taken for
   * @param images how many there were
   * @param share of all pictures of the class that they show, 0 to 1
   */
  public record Pair(int label, int predicted, int images, double share) {}

  private static final Comparator<Pair> WORST_FIRST =
      Comparator.comparingInt(Pair::images)
          .thenComparingDouble(Pair::share)
          .reversed()
          .thenComparingInt(Pair::label)
          .thenComparingInt(Pair::predicted);

  /** Counts pictures, for one thread. */
  public static final class Builder {

    private final List<String> labels;
    private final int[] counts;

    /**
     * A count of no pictures.
     *
     * @param labels of the L classes
     */
    public Builder(List<String> labels) {
      this.labels = List.copyOf(labels);
      this.counts = new int[Math.multiplyExact(labels.size(), labels.size())];
    }

    /**
     * Counts one picture.
     *
     * @param label the class that it shows
     * @param predicted the class that it was taken for
     */
    public void add(int label, int predicted) {
      counts[label * labels.size() + predicted]++;
    }

    /** What was counted so far. */
    public ConfusionMatrix build() {
      return new ConfusionMatrix(labels, counts.clone());
    }
  }

  /** The names of the L classes. */
  public List<String> labels() {
    return labels;
  }

  /** L, how many classes. */
  public int classes() {
    return labels.size();
  }

  /** How many pictures of one class were taken for a class. */
  public int count(int label, int predicted) {
    return counts[label * classes() + predicted];
  }

  /** How many pictures of a class there were. */
  public int images(int label) {
    return Arrays.stream(counts, label * classes(), (label + 1) * classes()).sum();
  }

  /** How many pictures there were in all. */
  public int images() {
    return Arrays.stream(counts).sum();
  }

  /** How many pictures were taken for what they show. */
  public int correct() {
    int correct = 0;
    for (int label = 0; label < classes(); label++) {
      correct += count(label, label);
    }
    return correct;
  }

  /**
   * The share of a class's pictures that were taken for a class, 0 to 1.
   *
   * @return NaN if there were no pictures of it
   */
  public double share(int label, int predicted) {
    return (double) count(label, predicted) / images(label);
  }

  /**
   * Every class that was taken for another, the most frequent mistakes first; of equally frequent
   * ones those of the rarer class.
   */
  public List<Pair> mistakes() {
    List<Pair> mistakes = new ArrayList<>();
    for (int label = 0; label < classes(); label++) {
      int images = images(label);
      for (int predicted = 0; predicted < classes(); predicted++) {
        int count = count(label, predicted);
        if (count > 0 && label != predicted) {
          mistakes.add(new Pair(label, predicted, count, (double) count / images));
        }
      }
    }
    mistakes.sort(WORST_FIRST);
    return mistakes;
  }

  @Override
  public String toString() {
    return "%d of %d pictures right, %d classes".formatted(correct(), images(), classes());
  }
}
