package org.efficientvit.core.detect;

import java.util.List;

/** Pictures whose objects are known; may be asked from several threads at once. */
public interface AnnotatedPictures {

  /** What the classes are called, in their order. */
  List<String> labels();

  /** How many pictures an epoch has. */
  int size();

  /**
   * One picture.
   *
   * @param epoch from 0; matters where every epoch has pictures of its own
   * @param index 0 to {@link #size()} − 1
   */
  AnnotatedPicture get(int epoch, int index);

  /** What is on one picture, whether or not the picture itself can be read. */
  default List<GroundTruth> objects(int epoch, int index) {
    return get(epoch, index).objects();
  }
}
