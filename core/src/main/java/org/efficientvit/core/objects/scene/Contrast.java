package org.efficientvit.core.objects.scene;

/** Keeps objects from vanishing before backgrounds of their own colour. */
final class Contrast {

  /** Sum over the three channels below which an edge is hard to see. */
  private static final int FAINT = 80;

  private static final double FAINT_EDGES = 0.3;
  private static final int ATTEMPTS = 3;

  private Contrast() {}

  /** Darkens or brightens a whole background until most of an object's edge is seen before it. */
  static void ensure(Layer object, int[] background) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Edge edge = Edge.of(object, background);
      if (edge.count == 0 || edge.faint < FAINT_EDGES * edge.count) {
        return;
      }
      boolean darken = edge.inside > edge.outside || edge.outside > 600L * edge.count;
      for (int i = 0; i < background.length; i++) {
        background[i] =
            darken ? Rgb.times(background[i], 0.82f) : Rgb.mix(background[i], 0xFFFFFFFF, 0.2f);
      }
    }
  }

  /** What is on both sides of an object's outline, in sums over its pixels. */
  private static final class Edge {

    private int count;
    private int faint;
    private long inside;
    private long outside;

    static Edge of(Layer object, int[] background) {
      Edge edge = new Edge();
      int size = object.size();
      int[] pixels = object.pixels();
      int apart = Math.max(2, size / 75);
      for (int y = 0; y < size; y += 2) {
        for (int x = 0; x + apart < size; x++) {
          int left = y * size + x;
          int right = left + apart;
          int opaqueLeft = pixels[left] >>> 24;
          int opaqueRight = pixels[right] >>> 24;
          if (opaqueLeft > 230 && opaqueRight < 20) {
            edge.add(pixels[left], background[right]);
          } else if (opaqueRight > 230 && opaqueLeft < 20) {
            edge.add(pixels[right], background[left]);
          }
        }
      }
      return edge;
    }

    private void add(int object, int background) {
      int red = (object >> 16 & 0xFF) - (background >> 16 & 0xFF);
      int green = (object >> 8 & 0xFF) - (background >> 8 & 0xFF);
      int blue = (object & 0xFF) - (background & 0xFF);
      count++;
      if (Math.abs(red) + Math.abs(green) + Math.abs(blue) < FAINT) {
        faint++;
      }
      inside += sum(object);
      outside += sum(background);
    }

    private static int sum(int rgb) {
      return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }
  }
}
