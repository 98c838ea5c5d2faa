package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A mushroom's stem, often with a skirt. */
final class MushroomStem {

  private MushroomStem() {}

  static void paint(Easel easel, Color flesh, double half, double rim) {
    Studio studio = easel.studio();
    double thick = half * studio.between(0.2, 0.33);
    double bend = studio.between(-0.03, 0.03);
    double foot = thick * studio.between(1.15, 1.7);
    Spine stem =
        Spine.of(
            0, 0, foot * 0.8, 0, -0.05, foot, bend, rim * 0.5, thick, 0, rim - 0.005, thick * 0.85);
    easel.shaded(stem.outline(), flesh, 0.35);
    double dark = studio.lightX() > 0 ? -1 : 1;
    easel.flat(
        stem.strip(0.02, 1, dark * 0.3, dark), Colours.clear(Colours.darker(flesh, 0.6), 0.3));
    for (double along = 0.74; along < 0.95; along += 0.06) {
      easel.flat(stem.strip(along, 1, -1, 1), Colours.clear(Colours.darker(flesh, 0.7), 0.09));
    }
    Path2D fibres = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double along = studio.between(0.03, 0.6);
      double across = studio.between(-0.85, 0.8);
      fibres.append(
          stem.strip(along, along + studio.between(0.08, 0.25), across, across + 0.06), false);
    }
    easel.flat(fibres, Colours.clear(Colours.darker(flesh, 0.5), 0.4));
    if (studio.chance(0.65)) {
      skirt(easel, stem, flesh, thick);
    }
  }

  /** A torn ring of skin around the stem. */
  private static void skirt(Easel easel, Spine stem, Color flesh, double thick) {
    Studio studio = easel.studio();
    Point2D middle = stem.at(studio.between(0.68, 0.8), 0);
    double x = middle.getX();
    double y = middle.getY();
    double wide = thick * studio.between(1.5, 1.85);
    int folds = 7;
    double[] rim = new double[2 * (folds + 3)];
    rim[0] = x + thick * 0.95;
    rim[1] = y - 0.03;
    for (int i = 0; i <= folds; i++) {
      double t = 1 - 2.0 * i / folds;
      rim[2 * i + 2] = x + t * wide;
      rim[2 * i + 3] = y + 0.035 + 0.022 * (1 - t * t) + (i % 2) * 0.014;
    }
    rim[2 * folds + 4] = x - thick * 0.95;
    rim[2 * folds + 5] = y - 0.03;
    easel.flat(Outlines.oval(x, y + 0.065, thick, 0.02), new Color(50, 30, 20, 80));
    easel.shaded(Outlines.smooth(rim), Colours.lighter(flesh, 0.25), 0.35);
    Path2D lines = new Path2D.Double();
    for (int i = 1; i < folds; i++) {
      double t = 1 - 2.0 * i / folds;
      lines.append(
          Outlines.leaf(x + t * thick * 0.9, y - 0.02, x + t * wide * 0.95, y + 0.05, 0.004),
          false);
    }
    easel.flat(lines, Colours.clear(Colours.darker(flesh, 0.5), 0.5));
  }
}
