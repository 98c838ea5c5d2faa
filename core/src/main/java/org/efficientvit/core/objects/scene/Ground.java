package org.efficientvit.core.objects.scene;

/**
 * A level surface that ends at a horizon.
 *
 * @param horizon in sides from the top
 * @param reach how steeply it is seen: 1 from above, more for flatter views
 */
record Ground(Surface surface, float horizon, double reach) {

  /** Keeps what is at the horizon from being infinitely far away. */
  private static final float NEARER = 0.03f;

  void paintRow(int[] pixels, int y, int size) {
    float step = 1f / size;
    float below = (y + 0.5f) * step - horizon;
    float height = 1 - horizon + NEARER;
    float distance = height / (below + NEARER);
    float depth = -(float) reach * height * distance;
    float grain = step * distance * Math.max(1, (float) reach * distance * 0.6f);
    for (int x = 0; x < size; x++) {
      float u = ((x + 0.5f) * step - 0.5f) * distance;
      pixels[y * size + x] = surface.at(u, depth, grain);
    }
  }
}
