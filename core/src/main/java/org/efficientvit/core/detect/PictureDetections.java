package org.efficientvit.core.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a detector found on one picture of a set.
 *
 * @param picture its number, from 0
 * @param found the surest first, boxes in the picture's own pixels
 * @param problem why the picture could not be read, in one sentence, or null
 */
public record PictureDetections(int picture, List<Detection> found, @Nullable String problem) {

  public PictureDetections {
    found = List.copyOf(found);
  }
}
