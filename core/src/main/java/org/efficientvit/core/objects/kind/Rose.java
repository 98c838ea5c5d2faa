package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A rose: petals in layers around its heart, over green sepals.
 *
 * @param easel is painted on
 * @param x end of the stem
 * @param y end of the stem
 * @param radius about half of its width
 * @param green colour of the sepals
 */
record Rose(Easel easel, double x, double y, double radius, Color green) {

  void paint() {
    Studio studio = easel.studio();
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
}
