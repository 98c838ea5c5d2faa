package org.efficientvit.core.image.vp8;

/**
 * A frame's luma and chroma to red, green and blue as libwebp does by default: chroma of half the
 * size is interpolated, weighted 9:3:3:1, and levels are those of video, 16 to 235.
 */
final class Vp8Colors {

  private Vp8Colors() {}

  /** The samples, (H, W, 3), of the upper left part of the planes. */
  static byte[] toRgb(Vp8Plane[] planes, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    int[] cb = new int[width];
    int[] cr = new int[width];
    int to = 0;
    for (int y = 0; y < height; y++) {
      interpolate(planes[1], y, width, height, cb);
      interpolate(planes[2], y, width, height, cr);
      int line = planes[0].at(0, y);
      for (int x = 0; x < width; x++) {
        int luma = part(planes[0].get(line + x), 19077);
        rgb[to++] = level(luma + part(cr[x], 26149) - 14234);
        rgb[to++] = level(luma - part(cb[x], 6419) - part(cr[x], 13320) + 8708);
        rgb[to++] = level(luma + part(cb[x], 33050) - 17685);
      }
    }
    return rgb;
  }

  /** One row of chroma in full size, of the nearer and the farther row of it. */
  private static void interpolate(Vp8Plane chroma, int y, int width, int height, int[] row) {
    int last = (height + 1) / 2 - 1;
    int near = chroma.at(0, y / 2);
    int far = chroma.at(0, Math.max(0, Math.min(last, y % 2 == 0 ? y / 2 - 1 : y / 2 + 1)));
    row[0] = atSide(chroma.get(near), chroma.get(far));
    for (int x = 1; x <= (width - 1) / 2; x++) {
      int nearLeft = chroma.get(near + x - 1);
      int nearRight = chroma.get(near + x);
      int farLeft = chroma.get(far + x - 1);
      int farRight = chroma.get(far + x);
      int sum = nearLeft + nearRight + farLeft + farRight + 8;
      row[2 * x - 1] = (((sum + 2 * (nearRight + farLeft)) >> 3) + nearLeft) >> 1;
      row[2 * x] = (((sum + 2 * (nearLeft + farRight)) >> 3) + nearRight) >> 1;
    }
    if (width % 2 == 0) {
      int end = width / 2 - 1;
      row[width - 1] = atSide(chroma.get(near + end), chroma.get(far + end));
    }
  }

  private static int atSide(int near, int far) {
    return (3 * near + far + 2) >> 2;
  }

  private static int part(int level, int factor) {
    return (level * factor) >> 8;
  }

  private static byte level(int value) {
    return (byte) Math.max(0, Math.min(255, value >> 6));
  }
}
