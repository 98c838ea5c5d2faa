package org.efficientvit.core.detect;

import java.util.List;

/**
 * COCO's twelve figures, each 0 to 1, or NaN where no object is of the kind.
 *
 * @param ap average precision, mean over overlaps from 0.50 to 0.95 and over classes
 * @param ap50 at an overlap of 0.50
 * @param ap75 at an overlap of 0.75
 * @param apSmall of objects of less than 32² pixels
 * @param apMedium of objects of 32² to 96² pixels
 * @param apLarge of objects of more than 96² pixels
 * @param ar1 average recall with one box for each class and picture, mean as AP's
 * @param ar10 with ten
 * @param ar100 with a hundred
 * @param arSmall with a hundred, of small objects
 * @param arMedium of medium ones
 * @param arLarge of large ones
 * @param classes of each class by itself
 */
public record CocoFigures(
    double ap,
    double ap50,
    double ap75,
    double apSmall,
    double apMedium,
    double apLarge,
    double ar1,
    double ar10,
    double ar100,
    double arSmall,
    double arMedium,
    double arLarge,
    List<ClassFigures> classes) {

  /**
   * How well one class is found.
   *
   * @param label from 0
   * @param objects that are to be found
   * @param ap mean over overlaps, NaN without objects
   * @param ap50 at an overlap of 0.50, NaN without objects
   */
  public record ClassFigures(int label, int objects, double ap, double ap50) {}

  public CocoFigures {
    classes = List.copyOf(classes);
  }
}
