package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A palm: a bent ringed trunk and a crown of fronds. */
final class Palm {

  private Palm() {}

  static void draw(Easel easel) {
    Studio studio = easel.studio();
    double lean = studio.between(-0.25, 0.25);
    double height = studio.between(0.6, 0.8);
    Color bark = studio.colour(0.07, 0.1, 0.25, 0.45, 0.45, 0.62);
    Color green = studio.colour(0.22, 0.36, 0.5, 0.75, 0.4, 0.6);
    int fronds = studio.between(9, 13);
    for (int i = 0; i < fronds; i += 2) {
      frond(easel, lean, -height, i, fronds, Colours.darker(green, 0.35));
    }
    trunk(easel, lean, height, bark);
    for (int i = 1; i < fronds; i += 2) {
      frond(easel, lean, -height, i, fronds, green);
    }
    if (studio.chance(0.7)) {
      for (int nut = 0; nut < 3; nut++) {
        easel.rounded(
            Outlines.oval(lean + (nut - 1) * 0.035, -height + 0.03 + nut % 2 * 0.015, 0.026, 0.028),
            new Color(112, 76, 44),
            0.6);
      }
    }
  }

  private static void trunk(Easel easel, double lean, double height, Color bark) {
    Spine trunk =
        Spine.of(
            0,
            0,
            0.055,
            lean * 0.08,
            -0.06,
            0.036,
            lean * 0.45,
            -height * 0.5,
            0.028,
            lean,
            -height,
            0.024);
    easel.shaded(trunk.outline(), bark, 0.5);
    double dark = easel.studio().lightX() > 0 ? -1 : 1;
    easel.flat(trunk.strip(0, 1, dark * 0.2, dark), Colours.clear(Colours.darker(bark, 0.7), 0.35));
    Path2D rings = new Path2D.Double();
    for (double along = 0.08; along < 0.97; along += 0.055) {
      rings.append(trunk.strip(along, along + 0.013, -1.12, 1.12), false);
    }
    easel.flat(rings, Colours.clear(Colours.darker(bark, 0.55), 0.7));
  }

  private static void frond(Easel easel, double x, double y, int i, int fronds, Color green) {
    Studio studio = easel.studio();
    double angle = Math.PI * (-1.12 + 1.24 * i / (fronds - 1)) + studio.between(-0.08, 0.08);
    double length = studio.between(0.36, 0.46);
    double endX = x + Math.cos(angle) * length;
    double endY = y + Math.sin(angle) * length * 0.75 + length * 0.36;
    double midX = x + Math.cos(angle) * length * 0.58;
    double midY = y + Math.sin(angle) * length * 0.62 - 0.02;
    Spine rib = Spine.of(x, y, 0.009, midX, midY, 0.007, endX, endY, 0.003);
    Path2D[] sides = {new Path2D.Double(), new Path2D.Double()};
    for (double along = 0.1; along < 0.99; along += 0.055) {
      Point2D root = rib.at(along, 0);
      double reach = length * 0.3 * Math.sin(Math.PI * (0.18 + 0.8 * along));
      for (int hand = -1; hand <= 1; hand += 2) {
        double turn = rib.angle(along) + hand * 0.75;
        sides[hand < 0 ? 0 : 1].append(
            Outlines.leaf(
                root.getX(),
                root.getY(),
                root.getX() + Math.cos(turn) * reach,
                root.getY() + Math.sin(turn) * reach + reach * 0.3,
                0.011),
            false);
      }
    }
    boolean right = Math.cos(angle) > 0;
    easel.shaded(sides[right ? 1 : 0], Colours.darker(green, 0.3), 0.4);
    easel.shaded(sides[right ? 0 : 1], Colours.lighter(green, 0.08), 0.4);
    easel.flat(rib.outline(), Colours.lighter(green, 0.35));
  }
}
