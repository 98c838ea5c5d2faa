package org.efficientvit.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.efficientvit.core.evaluate.Box;

/**
 * Which detections of one class found an object, picture by picture and overlap by overlap
 * (pycocotools: {@code evaluateImg} and {@code accumulate}).
 */
final class ClassMatches {

  /** 0.50, 0.55 … 0.95, to the last bit as numpy's {@code linspace} makes them. */
  private static final double[] OVERLAPS = overlaps();

  private static final int RECALLS = 101;
  private static final double RECALL_STEP = 0.01;

  /** Where rounding would hide an overlap that is just large enough. */
  private static final double ALMOST_ONE = 1 - 1e-10;

  private final CocoEvaluation.AreaRange range;
  private final int most;
  private int objects;
  private final List<Match> matches = new ArrayList<>();

  /** A detection and what it was at each overlap. */
  private record Match(double score, List<Outcome> outcomes) {}

  private enum Outcome {
    FOUND,
    WRONG,
    /** Neither: it found what does not count, or is itself of an area that does not. */
    IGNORED
  }

  /**
   * No pictures yet.
   *
   * @param range of the areas of objects that count
   * @param most detections of a picture that are looked at, the surest ones
   */
  ClassMatches(CocoEvaluation.AreaRange range, int most) {
    this.range = range;
    this.most = most;
  }

  private static double[] overlaps() {
    double[] overlaps = new double[10];
    for (int i = 0; i < overlaps.length; i++) {
      overlaps[i] = i * ((0.95 - 0.5) / 9) + 0.5;
    }
    overlaps[9] = 0.95;
    return overlaps;
  }

  /** Adds a picture's objects and detections of this class. */
  void add(List<GroundTruth> onPicture, List<Detection> found) {
    // Those that count first: a detection looks at the others only where it finds none of these.
    List<GroundTruth> ordered = new ArrayList<>(onPicture);
    ordered.sort(Comparator.comparing(object -> !counts(object)));
    objects += (int) ordered.stream().filter(this::counts).count();
    List<Detection> surest =
        found.stream()
            .sorted(Comparator.comparingDouble(Detection::score).reversed())
            .limit(most)
            .toList();
    Outcome[][] outcomes = new Outcome[surest.size()][OVERLAPS.length];
    for (int i = 0; i < OVERLAPS.length; i++) {
      boolean[] taken = new boolean[ordered.size()];
      for (int d = 0; d < surest.size(); d++) {
        outcomes[d][i] = outcome(surest.get(d), ordered, taken, OVERLAPS[i]);
      }
    }
    for (int d = 0; d < surest.size(); d++) {
      matches.add(new Match(surest.get(d).score(), List.of(outcomes[d])));
    }
  }

  private boolean counts(GroundTruth object) {
    return !object.isCrowd() && range.contains(object.area());
  }

  private Outcome outcome(
      Detection detection, List<GroundTruth> ordered, boolean[] taken, double overlap) {
    double best = Math.min(overlap, ALMOST_ONE);
    int match = -1;
    for (int i = 0; i < ordered.size(); i++) {
      GroundTruth object = ordered.get(i);
      if (taken[i] && !object.isCrowd()) {
        continue;
      }
      if (match >= 0 && counts(ordered.get(match)) && !counts(object)) {
        break;
      }
      double shared = shared(detection.box(), object);
      if (shared >= best) {
        best = shared;
        match = i;
      }
    }
    if (match >= 0) {
      taken[match] = true;
      return counts(ordered.get(match)) ? Outcome.FOUND : Outcome.IGNORED;
    }
    return range.contains(detection.box().area()) ? Outcome.WRONG : Outcome.IGNORED;
  }

  /** Intersection over union; in a crowd, the share of the detection that lies in it. */
  private static double shared(Box box, GroundTruth object) {
    if (!object.isCrowd()) {
      return box.overlapRatio(object.box());
    }
    return box.area() > 0 ? box.overlap(object.box()) / box.area() : 0;
  }

  /** Precision and recall of all pictures so far. */
  ClassCurve curve(int label) {
    double[] precisions = new double[OVERLAPS.length];
    double[] recalls = new double[OVERLAPS.length];
    List<Match> ordered = new ArrayList<>(matches);
    ordered.sort(Comparator.comparingDouble(Match::score).reversed());
    for (int i = 0; i < OVERLAPS.length; i++) {
      if (objects == 0) {
        precisions[i] = Double.NaN;
        recalls[i] = Double.NaN;
      } else {
        summarise(ordered, i, precisions, recalls);
      }
    }
    return new ClassCurve(
        label,
        objects,
        Arrays.stream(precisions).boxed().toList(),
        Arrays.stream(recalls).boxed().toList());
  }

  private void summarise(List<Match> ordered, int overlap, double[] precisions, double[] recalls) {
    double[] recall = new double[ordered.size()];
    double[] precision = new double[ordered.size()];
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < ordered.size(); i++) {
      Outcome outcome = ordered.get(i).outcomes.get(overlap);
      found += outcome == Outcome.FOUND ? 1 : 0;
      wrong += outcome == Outcome.WRONG ? 1 : 0;
      recall[i] = found / (double) objects;
      precision[i] = found / (found + wrong + Math.ulp(1.0));
    }
    for (int i = precision.length - 1; i > 0; i--) {
      precision[i - 1] = Math.max(precision[i - 1], precision[i]);
    }
    double sum = 0;
    for (int i = 0; i < RECALLS; i++) {
      int place = firstAtLeast(recall, i == RECALLS - 1 ? 1 : i * RECALL_STEP);
      sum += place < precision.length ? precision[place] : 0;
    }
    precisions[overlap] = sum / RECALLS;
    recalls[overlap] = recall.length == 0 ? 0 : recall[recall.length - 1];
  }

  /** Where a rising row first reaches a value. */
  private static int firstAtLeast(double[] rising, double value) {
    int place = Arrays.binarySearch(rising, value);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && rising[place - 1] == value) {
      place--;
    }
    return place;
  }
}
