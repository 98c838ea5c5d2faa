package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A boat's hull and cabin, and the waves in front of it. */
final class BoatHull {

  private BoatHull() {}

  static void cabin(Easel easel, Color wood) {
    Studio studio = easel.studio();
    if (studio.chance(0.35)) {
      return;
    }
    double from = studio.between(-0.25, -0.15);
    double to = studio.between(0.18, 0.28);
    Color colour = studio.chance(0.5) ? new Color(240, 238, 230) : Colours.lighter(wood, 0.2);
    easel.shaded(
        Outlines.softened(0.03, from, -0.1, from + 0.02, -0.225, to - 0.1, -0.225, to, -0.1),
        colour,
        0.3);
    for (double x = from + 0.07; x < to - 0.12; x += 0.1) {
      easel.shaded(Outlines.oval(x, -0.187, 0.02, 0.017), new Color(60, 90, 115), 0.5);
    }
  }

  static void paint(Easel easel, Color wood) {
    Studio studio = easel.studio();
    double stern = studio.between(-0.52, -0.44);
    double rake = studio.between(0.0, 0.08);
    Color paint = studio.chance(0.3) ? wood : studio.colour(-0.05, 0.7, 0.1, 0.75, 0.35, 0.95);
    Color band = studio.colour(0, 1, 0.6, 0.9, 0.3, 0.8);
    Spine hull =
        Spine.of(
            stern,
            -0.1,
            0.055 + rake * 0.2,
            -0.3,
            -0.085,
            0.085,
            0,
            -0.08,
            0.09,
            0.3,
            -0.1,
            0.078,
            0.47,
            -0.155,
            0.05,
            0.58,
            -0.195,
            0.012);
    easel.shaded(hull.outline(), paint, 0.4);
    easel.flat(hull.strip(0, 1, 0.35, 1), Colours.clear(Colours.darker(paint, 0.8), 0.3));
    easel.flat(hull.strip(0, 0.97, -0.62, -0.38), band);
    easel.flat(hull.strip(0, 1, -1.12, -0.85), Colours.darker(wood, 0.1));
    Path2D planks = new Path2D.Double();
    for (double across = -0.2; across < 0.4; across += 0.22) {
      planks.append(hull.strip(0, 0.95, across, across + 0.04), false);
    }
    easel.flat(planks, Colours.clear(Colours.darker(paint, 0.6), 0.35));
    if (studio.chance(0.8)) {
      water(easel, hull);
    } else {
      easel.shaded(
          Outlines.softened(0.03, -0.1, -0.02, 0.14, -0.02, 0.1, 0.1, -0.06, 0.1), band, 0.5);
      easel.shaded(
          Outlines.softened(
              0.02,
              stern + 0.03,
              -0.12,
              stern + 0.08,
              -0.12,
              stern + 0.06,
              0.07,
              stern + 0.01,
              0.07),
          Colours.darker(band, 0.2),
          0.4);
    }
  }

  /** Waves in front of the hull. */
  private static void water(Easel easel, Spine hull) {
    Studio studio = easel.studio();
    Color sea = studio.colour(0.5, 0.6, 0.4, 0.7, 0.5, 0.8);
    Point2D stern = hull.at(0, 0);
    double left = stern.getX() - 0.1;
    int waves = studio.between(7, 10);
    Path2D water = new Path2D.Double();
    Path2D foam = new Path2D.Double();
    water.moveTo(left, 0.02);
    double step = (0.64 - left) / waves;
    for (int i = 0; i < waves; i++) {
      double x = left + step * i;
      water.quadTo(x + step * 0.65, 0.01, x + step, i + 1 == waves ? 0.02 : -0.035);
      foam.append(Outlines.leaf(x + step * 0.3, 0.0, x + step, -0.033, 0.008, 0.01), false);
    }
    water.quadTo(0.4, 0.075, 0, 0.075);
    water.quadTo(left + 0.2, 0.075, left, 0.02);
    water.closePath();
    easel.shaded(water, sea, 0.3);
    easel.flat(foam, Colours.clear(Color.WHITE, 0.75));
    Path2D lights = new Path2D.Double();
    for (int i = 0; i < 7; i++) {
      double x = studio.between(left + 0.2, 0.35);
      double y = studio.between(0.03, 0.055);
      lights.append(Outlines.leaf(x, y, x + 0.12, y, 0.006), false);
    }
    easel.flat(lights, Colours.clear(Colours.lighter(sea, 0.5), 0.7));
  }
}
