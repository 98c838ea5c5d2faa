package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.ops.torch.Objective;
import org.efficientvit.core.tensor.Tensor;

/**
 * What a detector is trained by: focal loss on every class of every anchor that does not lie
 * between foreground and background, and the absolute difference of the deltas of those that have
 * an object, both for each anchor with an object (arXiv 1708.02002, Eq. 5, with α 0.25 and γ 2;
 * mmdetection 2: {@code FocalLoss} and {@code L1Loss}).
 *
 * <p>With p the sigmoid of a score x: −α(1 − p)²·log p where the object is of the class, else −(1 −
 * α)p²·log(1 − p).
 */
public final class DetectionLoss implements Objective {

  private static final double ALPHA = 0.25;
  private static final int A = RetinaNetConfig.ANCHORS;
  private static final int DELTAS = RetinaNetConfig.DELTAS;

  /** Keeps a logarithm finite. */
  private static final double TINY = 1e-12;

  private final Anchors grid;
  private final List<Anchor> anchors;
  private final List<List<GroundTruth>> objects;
  private final int[][] assigned;
  private final double share;

  /**
   * The loss of one batch.
   *
   * @param grid of the padded pictures
   * @param objects of each picture, in pixels of the picture that the network sees
   */
  public DetectionLoss(Anchors grid, List<List<GroundTruth>> objects) {
    this.grid = requireNonNull(grid, "grid is null");
    this.anchors = grid.all();
    this.objects = List.copyOf(objects);
    this.assigned = new int[objects.size()][];
    long foreground = 0;
    for (int image = 0; image < assigned.length; image++) {
      assigned[image] = AnchorAssignment.of(anchors, objects.get(image));
      for (int object : assigned[image]) {
        foreground += object >= 0 ? 1 : 0;
      }
    }
    this.share = 1.0 / Math.max(1, foreground);
  }

  /** {@inheritDoc} The answers are (B, A·L, H, W) and (B, A·4, H, W) for each level. */
  @Override
  public Judgement judge(Map<String, Tensor> answers) {
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    double loss = 0;
    int first = 0;
    for (Anchors.Level level : grid.levels()) {
      String classes = RetinaNet.classes(level.index());
      String deltas = RetinaNet.deltas(level.index());
      Tensor classGradient = zeros(requireNonNull(answers.get(classes), classes));
      Tensor deltaGradient = zeros(requireNonNull(answers.get(deltas), deltas));
      for (int image = 0; image < assigned.length; image++) {
        loss += judgeClasses(answers.get(classes), classGradient.values(), level, first, image);
        loss += judgeDeltas(answers.get(deltas), deltaGradient.values(), level, first, image);
      }
      gradients.put(classes, classGradient);
      gradients.put(deltas, deltaGradient);
      first += level.cells() * A;
    }
    return new Judgement(loss, gradients);
  }

  private static Tensor zeros(Tensor like) {
    return new Tensor(like.shape(), new float[like.elements()]);
  }

  /** Adds up the focal loss of one picture on one level and sets its gradient. */
  private double judgeClasses(
      Tensor scores, float[] gradient, Anchors.Level level, int first, int image) {
    int labels = scores.shape().dimension(1) / A;
    int cells = level.cells();
    double loss = 0;
    for (int kind = 0; kind < A; kind++) {
      for (int label = 0; label < labels; label++) {
        int plane = ((image * A + kind) * labels + label) * cells;
        for (int cell = 0; cell < cells; cell++) {
          int object = assigned[image][first + cell * A + kind];
          if (object == AnchorAssignment.IGNORED) {
            continue;
          }
          boolean is = object >= 0 && objects.get(image).get(object).label() == label;
          double p = DetectionDecoder.sigmoid(scores.values()[plane + cell]);
          double q = 1 - p;
          if (is) {
            double log = Math.log(Math.max(p, TINY));
            loss -= share * ALPHA * q * q * log;
            gradient[plane + cell] = (float) (share * ALPHA * q * q * (2 * p * log - q));
          } else {
            double log = Math.log(Math.max(q, TINY));
            loss -= share * (1 - ALPHA) * p * p * log;
            gradient[plane + cell] = (float) (share * (1 - ALPHA) * p * p * (p - 2 * q * log));
          }
        }
      }
    }
    return loss;
  }

  /** Adds up the absolute differences of one picture on one level and sets their gradient. */
  private double judgeDeltas(
      Tensor deltas, float[] gradient, Anchors.Level level, int first, int image) {
    int cells = level.cells();
    double loss = 0;
    for (int cell = 0; cell < cells; cell++) {
      for (int kind = 0; kind < A; kind++) {
        int index = first + cell * A + kind;
        int object = assigned[image][index];
        if (object < 0) {
          continue;
        }
        BoxDeltas wanted =
            BoxDeltas.between(anchors.get(index).box(), objects.get(image).get(object).box());
        double[] targets = {wanted.x(), wanted.y(), wanted.width(), wanted.height()};
        for (int i = 0; i < DELTAS; i++) {
          int place = ((image * A + kind) * DELTAS + i) * cells + cell;
          double difference = deltas.values()[place] - targets[i];
          loss += share * Math.abs(difference);
          gradient[place] = (float) (share * Math.signum(difference));
        }
      }
    }
    return loss;
  }
}
