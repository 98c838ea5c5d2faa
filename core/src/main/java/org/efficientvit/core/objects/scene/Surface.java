package org.efficientvit.core.objects.scene;

/** Something with a pattern that a background shows: wood, cloth, grass. */
@FunctionalInterface
interface Surface {

  /**
   * The colour at a place.
   *
   * @param u to the right, in sides of the picture for what is near
   * @param v down or towards the viewer
   * @param grain how much of it one pixel covers, in the same unit: finer patterns are left out
   * @return 0xFFRRGGBB
   */
  int at(float u, float v, float grain);
}
