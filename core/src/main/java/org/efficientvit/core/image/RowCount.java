package org.efficientvit.core.image;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/** Which rows of an image a reader has filled. */
final class RowCount implements IIOReadUpdateListener {

  private final int height;
  private final BitSet filled = new BitSet();

  RowCount(int height) {
    this.height = height;
  }

  boolean areAllThere() {
    return filled.cardinality() == height;
  }

  @Override
  public void imageUpdate(
      ImageReader source,
      BufferedImage image,
      int minX,
      int minY,
      int width,
      int rows,
      int periodX,
      int periodY,
      int[] bands) {
    for (int row = 0; row < rows && minY + row * periodY < height; row++) {
      filled.set(minY + row * periodY);
    }
  }

  @Override
  public void passStarted(
      ImageReader source,
      BufferedImage image,
      int pass,
      int minPass,
      int maxPass,
      int minX,
      int minY,
      int periodX,
      int periodY,
      int[] bands) {
    // Only rows matter.
  }

  @Override
  public void passComplete(ImageReader source, BufferedImage image) {
    // Only rows matter.
  }

  @Override
  public void thumbnailPassStarted(
      ImageReader source,
      BufferedImage thumbnail,
      int pass,
      int minPass,
      int maxPass,
      int minX,
      int minY,
      int periodX,
      int periodY,
      int[] bands) {
    // GIF has no thumbnails.
  }

  @Override
  public void thumbnailUpdate(
      ImageReader source,
      BufferedImage thumbnail,
      int minX,
      int minY,
      int width,
      int rows,
      int periodX,
      int periodY,
      int[] bands) {
    // GIF has no thumbnails.
  }

  @Override
  public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {
    // GIF has no thumbnails.
  }
}
