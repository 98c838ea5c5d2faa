package org.efficientvit.core.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.efficientvit.core.detect.CocoFigures.ClassFigures;

/**
 * How well objects were found, as COCO counts it (pycocotools: {@code COCOeval} with its own
 * parameters for boxes).
 */
public final class CocoEvaluation {

  private static final int LARGEST_COUNT = 100;
  private static final double SMALL = 32 * 32;
  private static final double MEDIUM = 96 * 96;
  private static final double ANY = 1e10;

  /** What area an object that counts has, in square pixels, both ends among it. */
  record AreaRange(double least, double most) {

    static final AreaRange ALL = new AreaRange(0, ANY);

    boolean contains(double area) {
      return least <= area && area <= most;
    }
  }

  private final int classes;
  private final List<List<GroundTruth>> objects = new ArrayList<>();
  private final List<List<Detection>> detections = new ArrayList<>();

  /**
   * An evaluation with no pictures yet.
   *
   * @param classes L
   */
  public CocoEvaluation(int classes) {
    this.classes = classes;
  }

  /** Adds a picture: what is on it, and what was found. */
  public void add(List<GroundTruth> onPicture, List<Detection> found) {
    objects.add(List.copyOf(onPicture));
    detections.add(List.copyOf(found));
  }

  /** How many pictures there are so far. */
  public int pictures() {
    return objects.size();
  }

  /** The figures of all pictures so far. */
  public CocoFigures figures() {
    List<ClassCurve> all = curves(AreaRange.ALL, LARGEST_COUNT);
    List<ClassCurve> small = curves(new AreaRange(0, SMALL), LARGEST_COUNT);
    List<ClassCurve> medium = curves(new AreaRange(SMALL, MEDIUM), LARGEST_COUNT);
    List<ClassCurve> large = curves(new AreaRange(MEDIUM, ANY), LARGEST_COUNT);
    return new CocoFigures(
        mean(all, ClassCurve::ap),
        mean(all, ClassCurve::ap50),
        mean(all, ClassCurve::ap75),
        mean(small, ClassCurve::ap),
        mean(medium, ClassCurve::ap),
        mean(large, ClassCurve::ap),
        mean(curves(AreaRange.ALL, 1), ClassCurve::recall),
        mean(curves(AreaRange.ALL, 10), ClassCurve::recall),
        mean(all, ClassCurve::recall),
        mean(small, ClassCurve::recall),
        mean(medium, ClassCurve::recall),
        mean(large, ClassCurve::recall),
        all.stream()
            .map(
                curve -> new ClassFigures(curve.label(), curve.objects(), curve.ap(), curve.ap50()))
            .toList());
  }

  /** One for each class. */
  private List<ClassCurve> curves(AreaRange range, int most) {
    List<ClassCurve> curves = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      ClassMatches matches = new ClassMatches(range, most);
      for (int picture = 0; picture < objects.size(); picture++) {
        matches.add(ofClass(objects.get(picture), label), found(detections.get(picture), label));
      }
      curves.add(matches.curve(label));
    }
    return curves;
  }

  private static List<GroundTruth> ofClass(List<GroundTruth> objects, int label) {
    return objects.stream().filter(object -> object.label() == label).toList();
  }

  private static List<Detection> found(List<Detection> detections, int label) {
    return detections.stream().filter(detection -> detection.label() == label).toList();
  }

  /** Over the classes that have objects; each has as many overlaps. */
  private static double mean(List<ClassCurve> curves, ToDoubleFunction<ClassCurve> figure) {
    return curves.stream()
        .filter(curve -> curve.objects() > 0)
        .mapToDouble(figure)
        .average()
        .orElse(Double.NaN);
  }
}
