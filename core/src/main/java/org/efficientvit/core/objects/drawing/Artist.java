package org.efficientvit.core.objects.drawing;

/** Draws one kind of object. */
@FunctionalInterface
public interface Artist {

  /**
   * A new individual: its build, pose and colours follow from the studio's chance, its shading from
   * the studio's light.
   */
  Drawing draw(Studio studio);
}
