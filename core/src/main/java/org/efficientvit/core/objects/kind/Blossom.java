package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A blossom of petals around a disc, at the end of a stem.
 *
 * @param easel is painted on
 * @param x end of the stem
 * @param y end of the stem
 * @param radius of the whole
 */
record Blossom(Easel easel, double x, double y, double radius) {

  void daisy() {
    Studio studio = studio();
    Color petals =
        studio.chance(0.45)
            ? studio.colour(0.1, 0.16, 0.01, 0.08, 0.94, 1)
            : studio.colour(-0.3, 0.14, 0.35, 0.8, 0.8, 0.98);
    face();
    int count = studio.between(11, 18);
    ring(count, 1, 2.6 / count, petals, 0.14, false);
    ring(count, 0.84, 2.3 / count, petals, 0, false);
    disc(0.3, studio.colour(0.1, 0.15, 0.75, 0.95, 0.85, 0.98), 26);
    easel.in(new AffineTransform());
  }

  void sunflower() {
    Studio studio = studio();
    Color petals = studio.colour(0.1, 0.15, 0.8, 0.97, 0.9, 1);
    face();
    int count = studio.between(17, 22);
    ring(count, 1.08, 0.13, petals, 0.22, true);
    ring(count, 0.95, 0.13, petals, 0, true);
    disc(0.5, studio.colour(0.05, 0.08, 0.5, 0.7, 0.28, 0.4), 80);
    easel.in(new AffineTransform());
  }

  void poppy() {
    Studio studio = studio();
    Color petals = studio.colour(-0.15, 0.06, 0.65, 0.92, 0.8, 0.96);
    face();
    int count = studio.between(5, 7);
    ring(count, 1, 0.42, petals, 0.15, false);
    easel.flat(Outlines.oval(0, 0, 0.42, 0.42), Colours.clear(Colours.darker(petals, 0.8), 0.35));
    ring(count, 0.36, 0.1, Colours.darker(petals, 0.7), 0, false);
    disc(0.2, studio.colour(0.14, 0.25, 0.4, 0.8, 0.5, 0.85), 18);
    easel.in(new AffineTransform());
  }

  /** The blossom's own circle of radius 1, seen somewhat from the side. */
  private void face() {
    Studio studio = studio();
    AffineTransform face = AffineTransform.getTranslateInstance(x, y);
    face.rotate(studio.between(-0.35, 0.35));
    face.scale(radius, radius * studio.between(0.68, 1));
    easel.in(face);
  }

  private void ring(
      int count, double length, double halfWidth, Color petals, double dark, boolean pointed) {
    Studio studio = studio();
    double start = studio.between(0.0, 6.3);
    Path2D lines = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      double angle = start + (i + studio.between(-0.15, 0.15)) * 2 * Math.PI / count;
      double reach = length * studio.between(0.92, 1.04);
      double tipX = Math.cos(angle) * reach;
      double tipY = Math.sin(angle) * reach;
      Path2D petal =
          pointed
              ? Outlines.leaf(tipX * 0.2, tipY * 0.2, tipX, tipY, halfWidth * 1.2)
              : Outlines.petal(tipX * 0.08, tipY * 0.08, tipX, tipY, halfWidth);
      double light = Math.cos(angle) * studio.lightX() + Math.sin(angle) * studio.lightY();
      easel.shaded(petal, Colours.darker(petals, dark + 0.09 - 0.09 * light), 0.3);
      for (int hand = -1; hand <= 1; hand += 2) {
        double turn = angle + hand * 0.25 * halfWidth;
        lines.append(
            Outlines.leaf(
                tipX * 0.3,
                tipY * 0.3,
                Math.cos(turn) * reach * 0.85,
                Math.sin(turn) * reach * 0.85,
                0.014),
            false);
      }
    }
    easel.flat(lines, Colours.clear(Colours.darker(petals, 0.55), 0.35));
  }

  private void disc(double size, Color colour, int seeds) {
    easel.flat(
        Outlines.oval(0, 0.04, size * 1.12, size * 1.12),
        Colours.clear(Colours.darker(colour, 0.7), 0.4));
    easel.rounded(Outlines.oval(0, 0, size, size), colour, 0.5);
    Path2D dark = new Path2D.Double();
    Path2D light = new Path2D.Double();
    for (int i = 0; i < seeds; i++) {
      double away = size * 0.93 * Math.sqrt((i + 0.5) / seeds);
      double dotX = Math.cos(i * 2.39996) * away;
      double dotY = Math.sin(i * 2.39996) * away;
      double dot = size * 0.55 / Math.sqrt(seeds);
      dark.append(Outlines.oval(dotX, dotY, dot, dot), false);
      light.append(
          Outlines.oval(
              dotX + studio().lightX() * dot * 0.4,
              dotY + studio().lightY() * dot * 0.4,
              dot * 0.6,
              dot * 0.6),
          false);
    }
    easel.flat(dark, Colours.clear(Colours.darker(colour, 0.5), 0.7));
    easel.flat(light, Colours.clear(Colours.lighter(colour, 0.35), 0.7));
  }

  private Studio studio() {
    return easel.studio();
  }
}
