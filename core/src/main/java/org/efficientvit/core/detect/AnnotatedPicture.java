package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.image.Picture;

/** A picture and the objects that are known to be on it. */
public record AnnotatedPicture(Picture picture, List<GroundTruth> objects) {

  public AnnotatedPicture {
    requireNonNull(picture, "picture is null");
    objects = List.copyOf(objects);
  }
}
