package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A blossom at the end of a stem.
 *
 * @param easel is painted on
 * @param x end of the stem
 * @param y end of the stem
 * @param radius of the whole
 * @param green colour of the sepals
 */
record Blossom(Easel easel, double x, double y, double radius, Color green) {

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

  void tulip() {
    Studio studio = studio();
    Color petals = studio.colour(-0.22, 0.15, 0.6, 0.92, 0.75, 0.97);
    double wide = radius * studio.between(0.62, 0.8);
    double high = radius * studio.between(1.35, 1.6);
    double open = studio.between(0.7, 1.1);
    for (int hand = -1; hand <= 1; hand += 2) {
      cupPetal(
          hand * wide * 0.45,
          hand * wide * 0.55 * open,
          high * 0.97,
          wide * 0.5,
          Colours.darker(petals, 0.3));
    }
    cupPetal(0, 0, high * 0.95, wide * 0.6, Colours.darker(petals, 0.2));
    for (int hand = -1; hand <= 1; hand += 2) {
      cupPetal(
          hand * wide * 0.6,
          hand * wide * 0.95 * open,
          high,
          wide * 0.55,
          Colours.darker(petals, hand * studio.lightX() > 0 ? 0 : 0.12));
    }
    cupPetal(0, 0, high * 0.86, wide * 0.62, Colours.lighter(petals, 0.06));
  }

  private void cupPetal(double middle, double tip, double high, double half, Color colour) {
    double foot = y + radius * 0.12;
    easel.shaded(
        Outlines.smooth(
            x + middle * 0.25,
            foot,
            x + middle - half,
            foot - high * 0.32,
            x + middle * 0.6 + tip * 0.4 - half * 0.8,
            foot - high * 0.68,
            x + tip,
            foot - high,
            x + middle * 0.6 + tip * 0.4 + half * 0.8,
            foot - high * 0.68,
            x + middle + half,
            foot - high * 0.32),
        colour,
        0.4);
    Path2D lines = new Path2D.Double();
    for (double side : new double[] {-0.5, -0.2, 0.1, 0.4}) {
      lines.append(
          Outlines.leaf(
              x + middle * 0.4 + half * side * 0.3,
              foot - high * 0.12,
              x + (middle + tip) / 2 + half * side,
              foot - high * 0.72,
              0.004,
              half * side * -0.3),
          false);
    }
    easel.flat(lines, Colours.clear(Colours.darker(colour, 0.5), 0.4));
  }

  void rose() {
    Studio studio = studio();
    Color petals =
        studio.chance(0.7)
            ? studio.colour(-0.1, 0.03, 0.55, 0.9, 0.7, 0.95)
            : studio.colour(0.07, 0.15, 0.1, 0.6, 0.92, 0.99);
    double middleY = y - radius * 0.55;
    for (int hand = -1; hand <= 1; hand++) {
      Leaf.paint(
          easel,
          x,
          middleY + radius * 0.55,
          x + hand * radius * 0.75,
          middleY + radius * (hand == 0 ? 1 : 0.95),
          0.035,
          green);
    }
    double turn = studio.between(0.0, 6.3);
    for (int layer = 0; layer < 5; layer++) {
      int count = layer < 3 ? 5 : 3;
      double away = radius * 0.48 * (1 - layer / 4.6);
      double size = radius * (0.55 - layer * 0.085);
      turn += 0.63;
      for (int i = 0; i < count; i++) {
        double angle = turn + i * 2 * Math.PI / count;
        rosePetal(
            x + Math.cos(angle) * away,
            middleY + Math.sin(angle) * away * 0.85,
            size,
            angle,
            Colours.darker(petals, 0.05 * layer));
      }
    }
    Path2D swirl = new Path2D.Double();
    double heart = radius * 0.2;
    easel.rounded(Outlines.oval(x, middleY, heart, heart * 0.9), Colours.darker(petals, 0.35), 0.4);
    for (int i = 0; i < 4; i++) {
      double angle = turn + i * 1.7;
      double away = heart * (0.8 - i * 0.15);
      swirl.append(
          Outlines.leaf(
              x + Math.cos(angle) * away,
              middleY + Math.sin(angle) * away,
              x + Math.cos(angle + 2) * away,
              middleY + Math.sin(angle + 2) * away,
              0.012,
              -0.025),
          false);
    }
    easel.flat(swirl, Colours.lighter(petals, 0.3));
  }

  /** A petal with a dark foot and a bright rolled rim, which lies away from the middle. */
  private void rosePetal(double petalX, double petalY, double size, double angle, Color colour) {
    easel.flat(
        Outlines.oval(petalX, petalY, size * 1.04, size * 0.98),
        Colours.clear(Colours.darker(colour, 0.7), 0.45));
    easel.rounded(Outlines.oval(petalX, petalY, size, size * 0.94), colour, 0.5);
    double from = angle - 0.9;
    double to = angle + 0.9;
    easel.flat(
        Outlines.leaf(
            petalX + Math.cos(from) * size * 0.93,
            petalY + Math.sin(from) * size * 0.88,
            petalX + Math.cos(to) * size * 0.93,
            petalY + Math.sin(to) * size * 0.88,
            size * 0.07,
            -size * 0.3),
        Colours.clear(Colours.lighter(colour, 0.45), 0.6));
  }

  private Studio studio() {
    return easel.studio();
  }
}
