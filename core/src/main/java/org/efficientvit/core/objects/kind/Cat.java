package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A cat that sits, stands or lies, and looks at one. */
public final class Cat implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    CatCoat coat = CatCoat.any(studio);
    switch (studio.between(0, 3)) {
      case 0 -> sitting(easel, coat);
      case 1 -> facing(easel, coat);
      case 2 -> standing(easel, coat);
      default -> lying(easel, coat);
    }
    return easel.standing(studio.between(0.9, 1));
  }

  private static void sitting(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    double up = studio.between(-0.3, 0.0);
    tail(
        easel,
        coat,
        -0.26,
        -0.06,
        0.045,
        -0.46,
        -0.06 + up * 0.2,
        0.045,
        -0.54,
        -0.16 + up,
        0.042,
        -0.48,
        -0.28 + up * 1.4,
        0.03);
    leg(easel, coat, Colours.darker(coat.ends(), 0.25), 0.15, -0.45, 0.07, 0.21, -0.22, 0.05, 0.22);
    Color base = coat.base();
    easel.rounded(Outlines.oval(-0.12, -0.13, 0.24, 0.13), base, 0.4);
    double plump = studio.between(0.92, 1.1);
    coat.paint(
        easel,
        Spine.of(
            -0.17,
            -0.08,
            0.19 * plump,
            -0.15,
            -0.25,
            0.22 * plump,
            -0.03,
            -0.46,
            0.19 * plump,
            0.06,
            -0.63,
            0.13,
            0.09,
            -0.74,
            0.1),
        base,
        0.45);
    easel.flat(Outlines.petal(0.14, -0.72, 0.12, -0.32, 0.07), Colours.clear(coat.light(), 0.75));
    leg(easel, coat, coat.ends(), 0.09, -0.46, 0.085, 0.13, -0.24, 0.055, 0.14);
    haunch(easel, base, -0.13, -0.17, 0.18 * plump, 0.165);
    paw(easel, coat.paws(), 0.02, 0.09);
    new CatHead(easel, coat).paint(0.11, -0.86, studio.between(0.19, 0.22), false);
  }

  private static void facing(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    double wide = studio.between(0.9, 1.12);
    tail(
        easel,
        coat,
        0.14,
        -0.08,
        0.045,
        0.36,
        -0.05,
        0.045,
        0.46,
        -0.16,
        0.042,
        0.4,
        -studio.between(0.26, 0.42),
        0.028);
    coat.paint(
        easel,
        Spine.of(
            0,
            -0.01,
            0.2 * wide,
            0,
            -0.16,
            0.25 * wide,
            0,
            -0.38,
            0.2 * wide,
            0,
            -0.58,
            0.15,
            0,
            -0.72,
            0.11),
        coat.base(),
        0.45);
    for (int hand = -1; hand <= 1; hand += 2) {
      haunch(easel, coat.base(), hand * 0.2 * wide, -0.13, 0.1, 0.125);
      paw(easel, coat.paws(), hand * 0.19 * wide, 0.075);
    }
    easel.rounded(
        Outlines.smooth(
            0, -0.7, 0.1, -0.6, 0.105, -0.46, 0.06, -0.38, 0, -0.33, -0.06, -0.38, -0.105, -0.46,
            -0.1, -0.6),
        coat.light(),
        0.25);
    leg(
        easel,
        coat,
        Colours.darker(coat.ends(), 0.06),
        -0.068,
        -0.36,
        0.07,
        -0.06,
        -0.2,
        0.06,
        -0.062);
    leg(easel, coat, coat.ends(), 0.068, -0.36, 0.07, 0.06, -0.2, 0.06, 0.062);
    new CatHead(easel, coat).paint(0, -0.84, studio.between(0.2, 0.23), false);
  }

  private static void standing(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    double step = studio.between(-0.07, 0.09);
    double high = studio.between(-1.0, -0.75);
    tail(
        easel,
        coat,
        -0.42,
        -0.56,
        0.045,
        -0.56,
        -0.62,
        0.042,
        -0.58,
        (high - 0.6) / 2,
        0.042,
        -0.52,
        high,
        0.03);
    Color far = Colours.darker(coat.ends(), 0.3);
    leg(easel, coat, far, -0.27, -0.42, 0.1, -0.3 + step, -0.24, 0.055, -0.24 + step);
    leg(easel, coat, far, 0.3, -0.42, 0.08, 0.31 - step, -0.22, 0.05, 0.32 - step);
    coat.paint(
        easel,
        Spine.of(
            -0.46,
            -0.5,
            0.1,
            -0.35,
            -0.5,
            0.155,
            -0.05,
            -0.47,
            studio.between(0.145, 0.18),
            0.22,
            -0.5,
            0.16,
            0.36,
            -0.58,
            0.13,
            0.44,
            -0.66,
            0.09),
        coat.base(),
        0.45);
    easel.flat(Outlines.petal(0.4, -0.6, 0.3, -0.38, 0.06), Colours.clear(coat.light(), 0.65));
    haunch(easel, coat.base(), -0.34, -0.46, 0.12, 0.15);
    leg(easel, coat, coat.ends(), -0.35, -0.42, 0.1, -0.41 - step, -0.24, 0.055, -0.36 - step);
    leg(easel, coat, coat.ends(), 0.22, -0.43, 0.085, 0.22 + step, -0.22, 0.052, 0.23 + step);
    new CatHead(easel, coat).paint(0.47, -0.76, studio.between(0.175, 0.205), false);
  }

  private static void lying(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    Color base = coat.base();
    coat.paint(
        easel,
        Spine.of(
            -0.52, -0.13, 0.11, -0.36, -0.17, 0.165, -0.1, -0.18, 0.178, 0.14, -0.19, 0.17, 0.3,
            -0.24, 0.12),
        base,
        0.45);
    easel.rounded(
        Spine.ribbon(0.24, -0.19, 0.12, 0.34, -0.09, 0.075, 0.5, -0.05, 0.05, 0.6, -0.048, 0.047),
        Colours.darker(coat.ends(), 0.2),
        0.35);
    easel.flat(Outlines.petal(0.27, -0.3, 0.25, -0.06, 0.08), Colours.clear(coat.light(), 0.7));
    haunch(easel, base, -0.33, -0.15, 0.17, 0.145);
    paw(easel, coat.paws(), -0.17, 0.1);
    easel.rounded(
        Spine.ribbon(0.12, -0.11, 0.085, 0.24, -0.065, 0.062, 0.42, -0.045, 0.048),
        coat.ends(),
        0.35);
    paw(easel, coat.paws(), 0.42, 0.075);
    paw(easel, coat.paws(), 0.59, 0.065);
    tail(
        easel, coat, -0.5, -0.1, 0.045, -0.63, -0.05, 0.045, -0.5, -0.038, 0.042, -0.28, -0.045,
        0.028);
    new CatHead(easel, coat)
        .paint(0.35, -studio.between(0.36, 0.44), studio.between(0.19, 0.22), studio.chance(0.35));
  }

  /** A tail with a round tip; points as x, y, half width. */
  private static void tail(Easel easel, CatCoat coat, double... points) {
    int last = points.length - 3;
    Color tip = coat.pattern() == CatCoat.Pattern.BIB ? coat.light() : coat.ends();
    easel.flat(
        Outlines.oval(points[last], points[last + 1], points[last + 2], points[last + 2]), tip);
    coat.paint(easel, Spine.of(points), coat.ends(), 0.4);
  }

  /** A leg from the shoulder over the knee to its paw on the ground. */
  private static void leg(
      Easel easel,
      CatCoat coat,
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
    paw(
        easel,
        colour.equals(coat.ends()) ? paws : Colours.darker(paws, 0.25),
        footX + 0.015,
        0.066);
  }

  private static void paw(Easel easel, Color colour, double x, double half) {
    easel.rounded(Outlines.oval(x, -0.037, half, 0.037), colour, 0.35);
    easel.flat(
        Outlines.leaf(x + half * 0.35, -0.002, x + half * 0.3, -0.03, 0.005),
        new Color(40, 28, 24, 130));
    easel.flat(
        Outlines.leaf(x + half * 0.7, -0.006, x + half * 0.64, -0.032, 0.005),
        new Color(40, 28, 24, 130));
  }

  private static void haunch(
      Easel easel, Color base, double x, double y, double wide, double high) {
    easel.flat(
        Outlines.oval(x + wide * 0.05, y - high * 0.04, wide * 1.05, high * 1.06),
        Colours.clear(Colours.darker(base, 0.6), 0.3));
    easel.rounded(Outlines.oval(x, y, wide, high), base, 0.35);
  }
}
