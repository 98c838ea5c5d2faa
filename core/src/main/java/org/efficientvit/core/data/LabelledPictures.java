package org.efficientvit.core.data;

import java.util.List;

/**
 * Numbered pictures with their classes, decoded or rendered when they are asked for, from any
 * thread.
 */
public interface LabelledPictures {

  /** The names of the classes, L of them. */
  List<String> labels();

  /** How many pictures one epoch has. */
  int size();

  /**
   * What to call a picture in messages, without reading it: its file, or its number.
   *
   * @param index 0 to {@link #size()} − 1
   */
  default String name(int index) {
    return "picture " + index;
  }

  /**
   * One picture, the same whenever and wherever it is asked for.
   *
   * @param epoch which round of training, from 0; a source that makes its pictures gives others in
   *     each, one that reads them gives the same
   * @param index 0 to {@link #size()} − 1
   * @throws org.efficientvit.core.InspectorException if the picture cannot be read
   */
  LabelledPicture get(int epoch, int index);
}
