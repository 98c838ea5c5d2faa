package org.efficientvit.core.image;

/**
 * What a file says of its picture before it is decoded.
 *
 * @param width columns as stored
 * @param height rows as stored
 * @param orientation EXIF's number, 1 to 8; 1 where there is none
 */
record Header(int width, int height, int orientation) {

  /** EXIF's number for a picture that needs no turning. */
  static final int UPRIGHT = 1;

  Header(int width, int height) {
    this(width, height, UPRIGHT);
  }
}
