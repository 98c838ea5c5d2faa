package org.efficientvit.core.detect;

import java.util.Arrays;

/**
 * Precision and recall of one class at each overlap that COCO asks for.
 *
 * @param label from 0
 * @param objects that are to be found
 * @param precisions mean over 101 recalls, by overlap; NaN without objects
 * @param recalls share of the objects that were found, by overlap; NaN without objects
 */
record ClassCurve(int label, int objects, double[] precisions, double[] recalls) {

  private static final int AT_075 = 5;

  double ap() {
    return Arrays.stream(precisions).average().orElse(Double.NaN);
  }

  double ap50() {
    return precisions[0];
  }

  double ap75() {
    return precisions[AT_075];
  }

  double recall() {
    return Arrays.stream(recalls).average().orElse(Double.NaN);
  }
}
