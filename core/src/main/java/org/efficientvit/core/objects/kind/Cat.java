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
      case 0 -> SittingCat.aside(easel, coat);
      case 1 -> SittingCat.facing(easel, coat);
      case 2 -> standing(easel, coat);
      default -> lying(easel, coat);
    }
    return easel.standing(studio.between(0.9, 1));
  }

  private static void standing(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    CatLimbs limbs = new CatLimbs(easel, coat);
    double step = studio.between(-0.07, 0.09);
    double high = studio.between(-1.0, -0.75);
    limbs.tail(
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
    limbs.leg(far, -0.27, -0.42, 0.1, -0.3 + step, -0.24, 0.055, -0.24 + step);
    limbs.leg(far, 0.3, -0.42, 0.08, 0.31 - step, -0.22, 0.05, 0.32 - step);
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
    limbs.haunch(coat.base(), -0.34, -0.46, 0.12, 0.15);
    limbs.leg(coat.ends(), -0.35, -0.42, 0.1, -0.41 - step, -0.24, 0.055, -0.36 - step);
    limbs.leg(coat.ends(), 0.22, -0.43, 0.085, 0.22 + step, -0.22, 0.052, 0.23 + step);
    new CatHead(easel, coat).paint(0.47, -0.76, studio.between(0.175, 0.205), false);
  }

  private static void lying(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    CatLimbs limbs = new CatLimbs(easel, coat);
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
    limbs.haunch(base, -0.33, -0.15, 0.17, 0.145);
    limbs.paw(coat.paws(), -0.17, 0.1);
    easel.rounded(
        Spine.ribbon(0.12, -0.11, 0.085, 0.24, -0.065, 0.062, 0.42, -0.045, 0.048),
        coat.ends(),
        0.35);
    limbs.paw(coat.paws(), 0.42, 0.075);
    limbs.paw(coat.paws(), 0.59, 0.065);
    limbs.tail(-0.5, -0.1, 0.045, -0.63, -0.05, 0.045, -0.5, -0.038, 0.042, -0.28, -0.045, 0.028);
    new CatHead(easel, coat)
        .paint(0.35, -studio.between(0.36, 0.44), studio.between(0.19, 0.22), studio.chance(0.35));
  }
}
