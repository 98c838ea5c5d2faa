package org.efficientvit.core.objects.scene;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.objects.ObjectKind;

/**
 * A picture and what is on it.
 *
 * @param main what the picture is of
 * @param boxes of all its objects, the main one first
 */
public record RenderedScene(Picture picture, ObjectKind main, List<ObjectBox> boxes) {

  public RenderedScene {
    requireNonNull(picture, "picture is null");
    boxes = List.copyOf(boxes);
    if (boxes.isEmpty() || boxes.get(0).kind() != main) {
      throw new IllegalArgumentException("The first box is not that of the main object");
    }
  }
}
