package org.efficientvit.core.detect;

import java.util.List;

/**
 * Precision and recall of one class at each overlap that COCO asks for.
 *
 * @param label from 0
 * @param objects that are to be found
 * @param precisions mean over 101 recalls, by overlap; NaN without objects
 * @param recalls share of the objects that were found, by overlap; NaN without objects
 */
record ClassCurve(int label, int objects, List<Double> precisions, List<Double> recalls) {

  private static final int AT_075 = 5;

  ClassCurve {
    precisions = List.copyOf(precisions);
    recalls = List.copyOf(recalls);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  double ap() {
    return mean(precisions);
  }

  double ap50() {
    return precisions.get(0);
  }

  double ap75() {
    return precisions.get(AT_075);
  }

  double recall() {
    return mean(recalls);
  }
}
