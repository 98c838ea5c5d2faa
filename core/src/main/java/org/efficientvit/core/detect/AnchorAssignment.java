package org.efficientvit.core.detect;

import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.evaluate.Box;

/**
 * Which object each anchor is to learn (arXiv 1708.02002, Section 4; mmdetection 2: {@code
 * MaxIoUAssigner} at 0.5, 0.4 and 0): the one with which it shares at least half, and for each
 * object at least the anchors that share most with it. An anchor that shares less than 0.4 with all
 * learns that there is nothing; those between learn nothing.
 */
final class AnchorAssignment {

  /** Learns that there is nothing. */
  static final int BACKGROUND = -1;

  /** Learns nothing. */
  static final int IGNORED = -2;

  private static final double FOREGROUND_OVERLAP = 0.5;
  private static final double BACKGROUND_OVERLAP = 0.4;

  private AnchorAssignment() {}

  /**
   * Assigns objects to anchors.
   *
   * @return for each anchor the number of its object, {@link #BACKGROUND} or {@link #IGNORED}
   */
  static int[] of(List<Anchor> anchors, List<GroundTruth> objects) {
    int count = anchors.size();
    int[] assigned = new int[count];
    Arrays.fill(assigned, BACKGROUND);
    double[] best = new double[count];
    double[][] overlaps = new double[objects.size()][];
    for (int object = 0; object < objects.size(); object++) {
      overlaps[object] = overlaps(anchors, objects.get(object).box());
      for (int i = 0; i < count; i++) {
        double overlap = overlaps[object][i];
        if (overlap > best[i]) {
          best[i] = overlap;
          assigned[i] =
              overlap >= FOREGROUND_OVERLAP
                  ? object
                  : overlap >= BACKGROUND_OVERLAP ? IGNORED : BACKGROUND;
        }
      }
    }
    for (int object = 0; object < objects.size(); object++) {
      double most = Arrays.stream(overlaps[object]).max().orElse(0);
      for (int i = 0; i < count; i++) {
        if (most > 0 && overlaps[object][i] == most) {
          assigned[i] = object;
        }
      }
    }
    return assigned;
  }

  private static double[] overlaps(List<Anchor> anchors, Box box) {
    return anchors.stream().mapToDouble(anchor -> anchor.box().overlapRatio(box)).toArray();
  }
}
