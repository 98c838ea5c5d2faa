package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.tensor.Tensor;

/**
 * Makes boxes of what a detector answers: the anchors with the best scores of each level, moved by
 * their deltas, and of boxes of one class that overlap the best one (mmdetection 2: {@code
 * RetinaHead.get_bboxes} and {@code multiclass_nms}).
 *
 * @param threshold a score has to be above it
 * @param perLevel how many anchors of a level are looked at, those with the best score of any class
 * @param overlap a box that shares more than this with a better one of its class, as intersection
 *     over union, is dropped
 * @param most how many boxes are kept of a picture
 */
public record DetectionDecoder(double threshold, int perLevel, double overlap, int most) {

  /** The published detector's test settings. */
  public static final DetectionDecoder PUBLISHED = new DetectionDecoder(0.05, 1000, 0.5, 100);

  private static final int A = RetinaNetConfig.ANCHORS;

  /** The same with another threshold. */
  public DetectionDecoder withThreshold(double other) {
    return new DetectionDecoder(other, perLevel, overlap, most);
  }

  /**
   * The objects of one picture, the surest first.
   *
   * @param answers {@code cls.i}, (A·L, H, W), and {@code reg.i}, (A·4, H, W), of each level
   * @param anchors of the padded picture
   * @param height of the picture without padding, in pixels
   * @param width of the picture without padding, in pixels
   */
  public List<Detection> decode(
      Map<String, Tensor> answers, Anchors anchors, double height, double width) {
    List<Detection> candidates = new ArrayList<>();
    for (Anchors.Level level : anchors.levels()) {
      Tensor classes = answer(answers, RetinaNet.classes(level.index()));
      Tensor deltas = answer(answers, RetinaNet.deltas(level.index()));
      for (int place : best(classes)) {
        candidates.addAll(candidates(level, classes, deltas, place, height, width));
      }
    }
    candidates.sort(Comparator.comparingDouble(Detection::score).reversed());
    return suppressed(candidates);
  }

  private static Tensor answer(Map<String, Tensor> answers, String name) {
    return requireNonNull(answers.get(name), name);
  }

  /**
   * The anchors with the best scores of any class.
   *
   * @return kind · H·W + cell of each
   */
  private int[] best(Tensor classes) {
    float[] best = bestScores(classes);
    long[] ordered = new long[best.length];
    for (int i = 0; i < best.length; i++) {
      // Whole numbers stand in the order of the scores, the best first, equal ones by place.
      int bits = Float.floatToIntBits(best[i]);
      int rising = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
      ordered[i] = (long) ~rising << Integer.SIZE | i;
    }
    Arrays.sort(ordered);
    int[] places = new int[Math.min(perLevel, ordered.length)];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) ordered[i];
    }
    return places;
  }

  /** Of each anchor, before sigmoid. */
  private static float[] bestScores(Tensor classes) {
    int cells = classes.shape().dimension(1) * classes.shape().dimension(2);
    int labels = classes.shape().dimension(0) / A;
    float[] values = classes.values();
    float[] best = new float[A * cells];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    for (int kind = 0; kind < A; kind++) {
      for (int label = 0; label < labels; label++) {
        int plane = (kind * labels + label) * cells;
        for (int cell = 0; cell < cells; cell++) {
          int place = kind * cells + cell;
          best[place] = Math.max(best[place], values[plane + cell]);
        }
      }
    }
    return best;
  }

  /** One anchor's box under every class for which its score is above the threshold. */
  private List<Detection> candidates(
      Anchors.Level level, Tensor classes, Tensor deltas, int place, double height, double width) {
    int cells = level.cells();
    int labels = classes.shape().dimension(0) / A;
    int kind = place / cells;
    int cell = place % cells;
    Anchor anchor = level.anchor(cell / level.columns(), cell % level.columns(), kind);
    Box box = deltas(deltas, anchor).apply(anchor.box(), width, height);
    List<Detection> candidates = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      double score = sigmoid(classes.values()[(kind * labels + label) * cells + cell]);
      if (score > threshold) {
        candidates.add(new Detection(label, score, box, anchor));
      }
    }
    return candidates;
  }

  /**
   * What a level says of an anchor's box.
   *
   * @param deltas of the anchor's level, (A·4, H, W)
   */
  static BoxDeltas deltas(Tensor deltas, Anchor anchor) {
    int columns = deltas.shape().dimension(2);
    int cells = deltas.shape().dimension(1) * columns;
    int first =
        anchor.kind() * RetinaNetConfig.DELTAS * cells + anchor.row() * columns + anchor.column();
    float[] values = deltas.values();
    return new BoxDeltas(
        values[first], values[first + cells], values[first + 2 * cells], values[first + 3 * cells]);
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * Drops each box that overlaps a better one of its class. Of boxes without area, which the cut at
   * the picture's edges leaves and whose overlap is 0/0, the first alone stays, of whatever class.
   *
   * @param candidates the surest first
   */
  private List<Detection> suppressed(List<Detection> candidates) {
    Map<Integer, List<Box>> keptOfClass = new HashMap<>();
    boolean isFlatKept = false;
    List<Detection> kept = new ArrayList<>();
    for (Detection candidate : candidates) {
      if (kept.size() == most) {
        break;
      }
      boolean isFlat = candidate.box().area() == 0;
      if (isFlat && isFlatKept) {
        continue;
      }
      List<Box> better = keptOfClass.computeIfAbsent(candidate.label(), label -> new ArrayList<>());
      if (better.stream().allMatch(box -> box.overlapRatio(candidate.box()) <= overlap)) {
        better.add(candidate.box());
        kept.add(candidate);
        isFlatKept |= isFlat;
      }
    }
    return kept;
  }
}
