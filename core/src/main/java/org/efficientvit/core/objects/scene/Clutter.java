package org.efficientvit.core.objects.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/** Small things that lie about: pebbles, sticks, leaves, boxes, scraps, spots of light. */
final class Clutter {

  private static final Color SHADE = new Color(0, 0, 0, 70);

  private final Stage stage;
  private final Studio studio;

  Clutter(Stage stage, Studio studio) {
    this.stage = stage;
    this.studio = studio;
  }

  /** Draws behind the objects, in sides of the picture. */
  void draw(Graphics2D graphics) {
    int count = studio.chance(0.2) ? 0 : studio.between(1, 12);
    switch (stage.setting()) {
      case ROOM, PAPER -> {
        if (stage.setting() == Setting.ROOM && studio.chance(0.5)) {
          onTheWall(graphics, stage.horizon());
        }
        scatter(graphics, stage.setting() == Setting.ROOM ? count : count / 3, false);
      }
      case LANDSCAPE -> scatter(graphics, count + 3, true);
      case SURFACE -> scatter(graphics, count, studio.chance(0.5));
      case WALL -> {
        if (studio.chance(0.5)) {
          onTheWall(graphics, 1);
        }
      }
      case SOFT -> lights(graphics, studio.between(0, 14));
      case WATER, SKY -> {
        // Open.
      }
    }
    if (studio.chance(0.25)) {
      scraps(graphics);
    }
  }

  private void scatter(Graphics2D graphics, int count, boolean natural) {
    double top = stage.setting().hasHorizon() ? stage.horizon() + 0.02 : 0;
    for (int i = 0; i < count; i++) {
      // The far ones first.
      double y = top + (1 - top) * (i + studio.random().nextDouble()) / count;
      double near = stage.setting().hasHorizon() ? 0.25 + 0.75 * (y - top) / (1 - top) : 0.8;
      double size = studio.between(0.02, 0.09) * near;
      thing(graphics, studio.random().nextDouble(), y, size, natural);
    }
  }

  private void thing(Graphics2D graphics, double x, double y, double size, boolean natural) {
    Shape shape =
        switch (studio.between(0, 3)) {
          case 0 -> new Ellipse2D.Double(-0.5, -0.35, 1, 0.7);
          case 1 -> natural ? leaf() : new Rectangle2D.Double(-0.5, -0.35, 1, 0.7);
          case 2 -> new Rectangle2D.Double(-1.4, -0.06, 2.8, 0.12);
          default -> blob();
        };
    Color colour =
        natural
            ? studio.colour(0.03, 0.3, 0.1, 0.5, 0.25, 0.75)
            : studio.colour(0, 1, 0.05, 0.75, 0.3, 0.95);
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, stage.setting().hasHorizon() ? size * 0.55 : size);
    place.rotate(studio.between(-3.0, 3.0));
    Shape there = place.createTransformedShape(shape);
    graphics.setColor(SHADE);
    double gap = size * 0.14;
    graphics.fill(
        AffineTransform.getTranslateInstance(
                -stage.studio().lightX() * gap, -stage.studio().lightY() * gap)
            .createTransformedShape(there));
    graphics.setPaint(studio.shaded(colour, there, 0.35));
    graphics.fill(there);
  }

  private static Path2D leaf() {
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(-0.6, 0);
    leaf.quadTo(0, -0.5, 0.6, 0);
    leaf.quadTo(0, 0.5, -0.6, 0);
    leaf.closePath();
    return leaf;
  }

  private Path2D blob() {
    Path2D blob = new Path2D.Double();
    int corners = studio.between(5, 8);
    for (int i = 0; i < corners; i++) {
      double angle = 2 * StrictMath.PI * i / corners;
      double radius = studio.between(0.3, 0.6);
      double x = radius * StrictMath.cos(angle);
      double y = radius * StrictMath.sin(angle);
      if (i == 0) {
        blob.moveTo(x, y);
      } else {
        blob.lineTo(x, y);
      }
    }
    blob.closePath();
    return blob;
  }

  /** A frame, a window or a shelf. */
  private void onTheWall(Graphics2D graphics, double bottom) {
    for (int i = studio.between(1, 3); i > 0; i--) {
      double width = studio.between(0.12, 0.4);
      double height = studio.between(0.1, 0.4);
      double x = studio.between(-0.1, 0.95);
      double y = studio.between(-0.1, Math.max(0, bottom - height));
      Rectangle2D frame = new Rectangle2D.Double(x, y, width, height);
      Color colour = studio.colour(0, 1, 0.05, 0.5, 0.3, 0.95);
      graphics.setColor(SHADE);
      graphics.fill(new Rectangle2D.Double(x + 0.008, y + 0.012, width, height));
      graphics.setPaint(studio.shaded(Colours.darker(colour, 0.4), frame, 0.3));
      graphics.fill(frame);
      double rim = studio.between(0.01, 0.025);
      Rectangle2D pane =
          new Rectangle2D.Double(x + rim, y + rim, width - 2 * rim, height - 2 * rim);
      graphics.setPaint(studio.shaded(Colours.lighter(colour, 0.3), pane, 0.3));
      graphics.fill(pane);
    }
  }

  /** Lamps out of focus. */
  private void lights(Graphics2D graphics, int count) {
    for (int i = 0; i < count; i++) {
      double size = studio.between(0.04, 0.2);
      Color colour = Colours.lighter(studio.colour(0, 1, 0.1, 0.6, 0.7, 1.0), 0.2);
      graphics.setColor(Colours.clear(colour, studio.between(0.08, 0.35)));
      graphics.fill(
          new Ellipse2D.Double(studio.between(-0.1, 1.0), studio.between(-0.1, 1.0), size, size));
    }
  }

  /** Pale pieces of anything. */
  private void scraps(Graphics2D graphics) {
    for (int i = studio.between(1, 4); i > 0; i--) {
      Color colour = studio.colour(0, 1, 0.1, 0.8, 0.2, 1.0);
      graphics.setColor(Colours.clear(colour, studio.between(0.1, 0.4)));
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              studio.random().nextDouble(), studio.random().nextDouble());
      double size = studio.between(0.03, 0.12);
      place.scale(size, size);
      place.rotate(studio.between(-3.0, 3.0));
      graphics.fill(place.createTransformedShape(studio.chance(0.5) ? blob() : leaf()));
    }
  }
}
