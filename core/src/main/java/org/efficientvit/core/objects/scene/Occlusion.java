package org.efficientvit.core.objects.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/** Something between the viewer and the main object: grass, a post, a leaf, a blurred spot. */
final class Occlusion {

  /** Of the main object's box, at most. */
  private static final double MOST = 0.22;

  private static final int SEEN = 40;

  private final Stage stage;
  private final Studio studio;

  Occlusion(Stage stage, Studio studio) {
    this.stage = stage;
    this.studio = studio;
  }

  /** Draws before the main object, or nothing if that would hide too much of it. */
  void draw(Layer layer, int[] picture, Rectangle main) {
    layer.clear();
    Graphics2D graphics = layer.graphics();
    Rectangle2D box = stage.actors().get(0).bounds();
    boolean grass = stage.setting() == Setting.LANDSCAPE && studio.chance(0.7);
    if (grass) {
      grass(graphics, box);
    } else {
      switch (studio.between(0, 2)) {
        case 0 -> post(graphics, box);
        case 1 -> leaves(graphics, box);
        default -> spot(graphics, box);
      }
    }
    graphics.dispose();
    double soft = grass ? studio.between(0.0, 0.006) : studio.between(0.0, 0.02);
    Blur.soften(layer.pixels(), layer.size(), (int) Math.round(soft * layer.size()));
    if (hidden(layer, main) <= MOST * main.width * main.height) {
      layer.over(picture);
    }
  }

  private static int hidden(Layer layer, Rectangle main) {
    int hidden = 0;
    for (int y = main.y; y < main.y + main.height; y++) {
      for (int x = main.x; x < main.x + main.width; x++) {
        if (layer.pixels()[y * layer.size() + x] >>> 24 > SEEN) {
          hidden++;
        }
      }
    }
    return hidden;
  }

  private void grass(Graphics2D graphics, Rectangle2D box) {
    Color colour = studio.colour(0.18, 0.35, 0.35, 0.75, 0.25, 0.65);
    double ground = Math.min(1.05, box.getMaxY() + studio.between(0.02, 0.08));
    for (int i = studio.between(12, 34); i > 0; i--) {
      double x = studio.between(box.getMinX() - 0.15, box.getMaxX() + 0.15);
      double height = studio.between(0.06, 0.08 + 0.22 * box.getHeight());
      double bend = studio.between(-0.07, 0.07);
      double half = studio.between(0.004, 0.009);
      Path2D blade = new Path2D.Double();
      blade.moveTo(x - half, ground);
      blade.quadTo(x - half, ground - height * 0.6, x + bend, ground - height);
      blade.quadTo(x + half, ground - height * 0.5, x + half, ground);
      blade.closePath();
      graphics.setColor(
          studio.chance(0.5)
              ? Colours.lighter(colour, studio.between(0.0, 0.3))
              : Colours.darker(colour, studio.between(0.0, 0.4)));
      graphics.fill(blade);
    }
  }

  private void post(Graphics2D graphics, Rectangle2D box) {
    double width = studio.between(0.025, 0.07);
    boolean upright = studio.chance(0.6);
    Rectangle2D bar = new Rectangle2D.Double(-1, -width / 2, 2, width);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            studio.between(box.getMinX(), box.getMaxX()),
            studio.between(box.getMinY(), box.getMaxY()));
    place.rotate((upright ? StrictMath.PI / 2 : 0) + studio.between(-0.2, 0.2));
    Color colour = studio.colour(0.03, 0.16, 0.05, 0.5, 0.2, 0.75);
    graphics.transform(place);
    graphics.setPaint(studio.shaded(colour, bar, 0.3));
    graphics.fill(bar);
  }

  private void leaves(Graphics2D graphics, Rectangle2D box) {
    boolean left = studio.chance(0.5);
    double x = left ? box.getMinX() : box.getMaxX();
    double y = studio.between(box.getMinY(), box.getMaxY());
    Color colour = studio.colour(0.1, 0.4, 0.3, 0.7, 0.25, 0.7);
    for (int i = studio.between(2, 5); i > 0; i--) {
      double length = studio.between(0.1, 0.24);
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              x + (left ? -0.04 : 0.04), y + studio.between(-0.12, 0.12));
      place.rotate((left ? 0 : StrictMath.PI) + studio.between(-0.9, 0.9));
      place.scale(length, length * studio.between(0.35, 0.6));
      Path2D leaf = new Path2D.Double();
      leaf.moveTo(-0.4, 0);
      leaf.curveTo(-0.2, -0.6, 0.3, -0.5, 0.7, 0);
      leaf.curveTo(0.3, 0.5, -0.2, 0.6, -0.4, 0);
      leaf.closePath();
      leaf.transform(place);
      graphics.setPaint(studio.shaded(Colours.darker(colour, studio.between(0, 0.3)), leaf, 0.35));
      graphics.fill(leaf);
    }
  }

  private void spot(Graphics2D graphics, Rectangle2D box) {
    double size = 0.45 * Math.min(box.getWidth(), box.getHeight()) * studio.between(0.6, 1.0);
    boolean left = studio.chance(0.5);
    Ellipse2D spot =
        new Ellipse2D.Double(
            (left ? box.getMinX() : box.getMaxX()) - size / 2,
            studio.between(box.getMinY(), box.getMaxY()) - size / 2,
            size,
            size * studio.between(0.6, 1.0));
    graphics.setPaint(studio.rounded(studio.colour(0, 1, 0.1, 0.7, 0.3, 0.9), spot, 0.4));
    graphics.fill(spot);
  }
}
