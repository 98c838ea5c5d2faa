package org.efficientvit.core.data;

/**
 * A rectangle of whole pixels of a picture.
 *
 * @param x first column
 * @param y first row
 * @param width columns
 * @param height rows
 */
record PixelBox(int x, int y, int width, int height) {}
