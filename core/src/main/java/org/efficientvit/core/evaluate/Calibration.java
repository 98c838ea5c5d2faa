package org.efficientvit.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a model is right as often as it is sure: pictures sorted by the share that it gave to its
 * likeliest class, in bins of equal width.
 *
 * <p>Guo et al., "On calibration of modern neural networks", 2017 (arXiv 1706.04599), section 2,
 * with {@value #BINS} bins as there.
 *
 * @param bins from the least confidence to the most
 */
public record Calibration(List<Bin> bins) {

  /** How many bins there are. */
  public static final int BINS = 15;

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Pictures of nearly the same confidence.
   *
   * @param low confidence that is just too little for the bin
   * @param high the most confidence in it
   * @param images how many pictures there are
   * @param correct how many of them were taken for what they show
   * @param summedConfidence of all of them together
   */
  public record Bin(double low, double high, int images, int correct, double summedConfidence) {

    /** Mean share of the likeliest class, 0 to 1; empty if there are no pictures. */
    public OptionalDouble confidence() {
      return images == 0 ? OptionalDouble.empty() : OptionalDouble.of(summedConfidence / images);
    }

    /** Share of the pictures that were taken for what they show; empty if there are none. */
    public OptionalDouble accuracy() {
      return images == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) correct / images);
    }

    /** How far the pictures' confidence is from their accuracy, times how many there are. */
    private double summedGap() {
      return Math.abs(summedConfidence - correct);
    }
  }

  /** The calibration that follows from answers. */
  static Calibration of(List<Answer.Seen> answers) {
    int[] images = new int[BINS];
    int[] correct = new int[BINS];
    double[] confidence = new double[BINS];
    for (Answer.Seen answer : answers) {
      // Bins hold their upper ends: of two, a half belongs to the first.
      int end = (int) Math.ceil((double) answer.confidence() * BINS);
      int bin = Math.max(1, Math.min(BINS, end)) - 1;
      images[bin]++;
      correct[bin] += answer.rank() == 0 ? 1 : 0;
      confidence[bin] += answer.confidence();
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new Bin((double) i / BINS, (i + 1.0) / BINS, images[i], correct[i], confidence[i]));
    }
    return new Calibration(bins);
  }

  /** How many pictures there are in all bins. */
  public int images() {
    return bins.stream().mapToInt(Bin::images).sum();
  }

  /** Mean share of the likeliest class over all pictures, 0 to 1; empty if there are none. */
  public OptionalDouble confidence() {
    return overImages(bins.stream().mapToDouble(Bin::summedConfidence).sum());
  }

  /**
   * Expected calibration error, 0 to 1: how far confidence and accuracy of a bin are apart, in the
   * mean over the pictures; empty if there are none.
   */
  public OptionalDouble expectedError() {
    return overImages(bins.stream().mapToDouble(Bin::summedGap).sum());
  }

  private OptionalDouble overImages(double sum) {
    return images() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / images());
  }
}
