package org.efficientvit.core.image;

/**
 * Four inks to red, green and blue, as Pillow does without a profile.
 *
 * <p>Every JPEG of four components is taken to be stored as Adobe does, inverted: 255 is no ink.
 */
final class CmykColors {

  private CmykColors() {}

  /** Turns Adobe's luma, chroma and black to stored inks, in place; black stays as it is. */
  static byte[] fromYcck(byte[] ycck) {
    YccColors.toRgbOfFour(ycck);
    for (int i = 0; i < ycck.length; i++) {
      // By definition the first three inks are what is left of the colours.
      ycck[i] = (byte) (i % 4 == 3 ? ycck[i] : 255 - (ycck[i] & 0xFF));
    }
    return ycck;
  }

  /** Red, green and blue of stored, inverted inks: what ink and black together let through. */
  static byte[] toRgb(byte[] inverted) {
    byte[] rgb = new byte[inverted.length / 4 * 3];
    int to = 0;
    for (int i = 0; i < inverted.length; i += 4) {
      int light = inverted[i + 3] & 0xFF;
      for (int ink = 0; ink < 3; ink++) {
        int covered = 255 - (inverted[i + ink] & 0xFF);
        rgb[to++] = (byte) Math.max(0, light - share(covered, light));
      }
    }
    return rgb;
  }

  /** {@code a * b / 255}, rounded to the nearest, without a division. */
  private static int share(int a, int b) {
    int product = a * b + 128;
    return ((product >> 8) + product) >> 8;
  }
}
