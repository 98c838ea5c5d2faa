package org.efficientvit.core.objects.scene;

/** What is behind the objects. */
@FunctionalInterface
interface Backdrop {

  /**
   * Fills a whole picture.
   *
   * @param pixels 0xFFRRGGBB, row by row
   * @param size pixels of a row and of a column
   */
  void paint(int[] pixels, int size);
}
