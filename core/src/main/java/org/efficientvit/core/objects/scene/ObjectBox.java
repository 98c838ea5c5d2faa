package org.efficientvit.core.objects.scene;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.objects.ObjectKind;

/**
 * An object and the smallest rectangle of whole pixels around what the picture shows of it, or
 * would show if nothing stood before it.
 *
 * @param x left column, from 0
 * @param y top row, from 0
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record ObjectBox(ObjectKind kind, int x, int y, int width, int height) {

  public ObjectBox {
    requireNonNull(kind, "kind is null");
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "A box of " + width + " x " + height + " at " + x + ", " + y + " is not in a picture");
    }
  }
}
