package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.image.Picture;

/**
 * A picture and what it shows.
 *
 * @param label the class, 0 to L − 1
 */
public record LabelledPicture(Picture picture, int label) {

  public LabelledPicture {
    requireNonNull(picture, "picture is null");
  }
}
