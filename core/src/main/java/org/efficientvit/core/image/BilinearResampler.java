package org.efficientvit.core.image;

/**
 * Resizes as OpenCV's {@code INTER_LINEAR} does: each pixel between its four nearest, whose centres
 * lie at halves, whatever the scale, in whole numbers of 2⁻¹¹ (OpenCV: {@code resize.cpp}).
 */
final class BilinearResampler {

  private static final int CHANNELS = 3;
  private static final int BITS = 11;
  private static final int ONE = 1 << BITS;

  private BilinearResampler() {}

  /** Where the pixels of a row, or of a column, come from. */
  private static final class Axis {

    private final int[] first;
    private final int[] second;
    private final int[] firstShare;
    private final int[] secondShare;

    Axis(int from, int to) {
      first = new int[to];
      second = new int[to];
      firstShare = new int[to];
      secondShare = new int[to];
      double scale = (double) from / to;
      for (int i = 0; i < to; i++) {
        float place = (float) ((i + 0.5) * scale - 0.5);
        int below = (int) Math.floor(place);
        float share = place - below;
        if (below < 0) {
          below = 0;
          share = 0;
        }
        if (below >= from - 1) {
          below = from - 1;
          share = 0;
        }
        first[i] = below;
        second[i] = Math.min(below + 1, from - 1);
        firstShare[i] = (int) Math.rint((1 - share) * ONE);
        secondShare[i] = (int) Math.rint(share * ONE);
      }
    }
  }

  /** A picture of another size, the whole of it. */
  static Picture resize(Picture picture, int width, int height) {
    if (picture.width() == width && picture.height() == height) {
      return picture;
    }
    Axis columns = new Axis(picture.width(), width);
    Axis rows = new Axis(picture.height(), height);
    byte[] result = new byte[CHANNELS * width * height];
    int[] upper = new int[CHANNELS * width];
    int[] lower = new int[CHANNELS * width];
    for (int row = 0; row < height; row++) {
      spread(picture, rows.first[row], columns, upper);
      spread(picture, rows.second[row], columns, lower);
      int to = CHANNELS * width * row;
      for (int i = 0; i < upper.length; i++) {
        // Shifted in two steps as there, so that the same bits are lost.
        int above = (rows.firstShare[row] * (upper[i] >> 4)) >> 16;
        int below = (rows.secondShare[row] * (lower[i] >> 4)) >> 16;
        result[to + i] = (byte) Math.max(0, Math.min(255, (above + below + 2) >> 2));
      }
    }
    return new Picture(picture.name(), width, height, result);
  }

  /** One row resized, in 2⁻¹¹ of a level. */
  private static void spread(Picture picture, int row, Axis columns, int[] result) {
    byte[] rgb = picture.rgb();
    int start = CHANNELS * row * picture.width();
    for (int column = 0; column < columns.first.length; column++) {
      int first = start + CHANNELS * columns.first[column];
      int second = start + CHANNELS * columns.second[column];
      for (int channel = 0; channel < CHANNELS; channel++) {
        result[CHANNELS * column + channel] =
            (rgb[first + channel] & 0xFF) * columns.firstShare[column]
                + (rgb[second + channel] & 0xFF) * columns.secondShare[column];
      }
    }
  }
}
