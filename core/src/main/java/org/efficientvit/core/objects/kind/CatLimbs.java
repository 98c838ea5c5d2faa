package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;

/**
 * A cat's legs, paws and tail.
 *
 * @param easel is painted on
 * @param coat gives the colours
 */
record CatLimbs(Easel easel, CatCoat coat) {

  /** A tail with a round tip; points as x, y, half width. */
  void tail(double... points) {
    int last = points.length - 3;
    Color tip = coat.pattern() == CatCoat.Pattern.BIB ? coat.light() : coat.ends();
    easel.flat(
        Outlines.oval(points[last], points[last + 1], points[last + 2], points[last + 2]), tip);
    coat.paint(easel, Spine.of(points), coat.ends(), 0.4);
  }

  /** A leg from the shoulder over the knee to its paw on the ground. */
  void leg(
      Color colour,
      double x,
      double y,
      double thick,
      double kneeX,
      double kneeY,
      double thin,
      double footX) {
    Spine leg =
        Spine.of(
            x,
            y - thick * 1.1,
            thick * 0.25,
            x,
            y - thick * 0.7,
            thick * 0.75,
            x,
            y,
            thick,
            kneeX,
            kneeY,
            thin,
            footX,
            -0.035,
            thin * 0.85);
    easel.shaded(leg.outline(), colour, 0.35);
    Color paws = coat.paws();
    paw(colour.equals(coat.ends()) ? paws : Colours.darker(paws, 0.25), footX + 0.015, 0.066);
  }

  /** A paw on the ground, its toes to the right. */
  void paw(Color colour, double x, double half) {
    easel.rounded(Outlines.oval(x, -0.037, half, 0.037), colour, 0.35);
    easel.flat(
        Outlines.leaf(x + half * 0.35, -0.002, x + half * 0.3, -0.03, 0.005),
        new Color(40, 28, 24, 130));
    easel.flat(
        Outlines.leaf(x + half * 0.7, -0.006, x + half * 0.64, -0.032, 0.005),
        new Color(40, 28, 24, 130));
  }

  /** The round upper part of a hind leg. */
  void haunch(Color base, double x, double y, double wide, double high) {
    easel.flat(
        Outlines.oval(x + wide * 0.05, y - high * 0.04, wide * 1.05, high * 1.06),
        Colours.clear(Colours.darker(base, 0.6), 0.3));
    easel.rounded(Outlines.oval(x, y, wide, high), base, 0.35);
  }
}
