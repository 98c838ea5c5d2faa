package org.efficientvit.core.objects.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The shadows of one scene: all are equally soft and equally dark. They are drawn small, since they
 * are soft.
 */
final class Shadows {

  private static final int SMALLER = 4;

  private final Stage stage;
  private final double darkness;
  private final double softness;
  private final double lean;
  private final double length;
  private final double gap;

  Shadows(Stage stage, Studio studio) {
    this.stage = stage;
    darkness = studio.between(0.3, 0.65);
    softness = studio.between(0.008, 0.03);
    lean = studio.between(0.3, 1.1);
    // Towards the viewer where the light is behind the object.
    length = studio.chance(0.7) ? studio.between(0.12, 0.4) : -studio.between(0.08, 0.25);
    gap = studio.between(0.012, 0.05);
  }

  /** Darkens a picture where an object keeps the light away. */
  void cast(Actor actor, int[] picture, int size) {
    switch (stage.setting().support()) {
      case GROUND -> {
        if (stage.setting() != Setting.WATER) {
          castOnGround(actor, picture, size);
        }
        touch(actor, picture, size);
      }
      case BACK -> castBehind(actor, picture, size, gap, softness);
      case NOTHING -> {
        if (stage.setting() == Setting.SOFT && length > 0) {
          castBehind(actor, picture, size, gap * 1.6, softness * 1.7);
        }
      }
    }
  }

  private void castOnGround(Actor actor, int[] picture, int size) {
    double ground = actor.foot().getCenterY();
    double height = Math.max(0.05, ground - actor.bounds().getMinY());
    double fit = 0.9 * (ground - stage.horizon()) / height;
    double flat = length > 0 ? Math.min(length, fit) : length;
    AffineTransform fall = AffineTransform.getTranslateInstance(0, ground);
    fall.concatenate(new AffineTransform(1, 0, stage.studio().lightX() * lean, flat, 0, 0));
    fall.translate(0, -ground);
    Layer small = small(size);
    silhouette(actor, small, fall);
    darken(picture, size, small, softness, darkness);
  }

  /** The dark line where something stands. */
  private void touch(Actor actor, int[] picture, int size) {
    Rectangle2D foot = actor.foot();
    double width = Math.max(0.03, foot.getWidth()) * 1.08;
    double height = Math.min(0.035, 0.012 + 0.08 * width);
    Layer small = small(size);
    Graphics2D graphics = small.graphics();
    graphics.setColor(Color.BLACK);
    graphics.fill(
        new Ellipse2D.Double(
            foot.getCenterX() - width / 2, foot.getMaxY() - height * 0.6, width, height));
    graphics.dispose();
    darken(picture, size, small, 0.006, Math.min(0.75, darkness + 0.15));
  }

  private void castBehind(Actor actor, int[] picture, int size, double far, double soft) {
    Layer small = small(size);
    silhouette(
        actor,
        small,
        AffineTransform.getTranslateInstance(
            -stage.studio().lightX() * far, -stage.studio().lightY() * far));
    darken(picture, size, small, soft, darkness);
  }

  private static Layer small(int size) {
    return new Layer(Math.max(16, size / SMALLER));
  }

  private static void silhouette(Actor actor, Layer layer, AffineTransform fall) {
    Graphics2D graphics = layer.graphics();
    graphics.transform(fall);
    graphics.transform(actor.frame());
    actor.drawing().paintSilhouette(graphics, Color.BLACK);
    graphics.dispose();
  }

  private static boolean isClear(int[] mask, int from, int to) {
    for (int i = from; i < to; i++) {
      if (mask[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static void darken(int[] picture, int size, Layer shadow, double soft, double darkness) {
    int small = shadow.size();
    int[] mask = shadow.pixels();
    Blur.soften(mask, small, Math.max(1, (int) Math.round(soft * small)));
    float step = (float) small / size;
    float[] across = new float[size];
    for (int x = 0; x < size; x++) {
      across[x] = Math.max(0, Math.min(small - 1.001f, (x + 0.5f) * step - 0.5f));
    }
    for (int y = 0; y < size; y++) {
      float down = across[y];
      int y0 = (int) down;
      float v = down - y0;
      if (isClear(mask, y0 * small, (y0 + 2) * small)) {
        continue;
      }
      for (int x = 0; x < size; x++) {
        int x0 = (int) across[x];
        int at = y0 * small + x0;
        if ((mask[at] | mask[at + 1] | mask[at + small] | mask[at + small + 1]) >>> 24 == 0) {
          continue;
        }
        float u = across[x] - x0;
        float top = (mask[at] >>> 24) * (1 - u) + (mask[at + 1] >>> 24) * u;
        float bottom = (mask[at + small] >>> 24) * (1 - u) + (mask[at + small + 1] >>> 24) * u;
        float shade = (top * (1 - v) + bottom * v) * (float) (darkness / 255);
        picture[y * size + x] = Rgb.times(picture[y * size + x], 1 - shade);
      }
    }
  }
}
