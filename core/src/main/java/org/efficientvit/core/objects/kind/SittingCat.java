package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A cat that sits. */
final class SittingCat {

  private SittingCat() {}

  /** From its side, to the right. */
  static void aside(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    CatLimbs limbs = new CatLimbs(easel, coat);
    double up = studio.between(-0.3, 0.0);
    limbs.tail(
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
    limbs.leg(Colours.darker(coat.ends(), 0.25), 0.15, -0.45, 0.07, 0.21, -0.22, 0.05, 0.22);
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
    limbs.leg(coat.ends(), 0.09, -0.46, 0.085, 0.13, -0.24, 0.055, 0.14);
    limbs.haunch(base, -0.13, -0.17, 0.18 * plump, 0.165);
    limbs.paw(coat.paws(), 0.02, 0.09);
    new CatHead(easel, coat).paint(0.11, -0.86, studio.between(0.19, 0.22), false);
  }

  /** From the front. */
  static void facing(Easel easel, CatCoat coat) {
    Studio studio = easel.studio();
    CatLimbs limbs = new CatLimbs(easel, coat);
    double wide = studio.between(0.9, 1.12);
    limbs.tail(
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
      limbs.haunch(coat.base(), hand * 0.2 * wide, -0.13, 0.1, 0.125);
      limbs.paw(coat.paws(), hand * 0.19 * wide, 0.075);
    }
    easel.rounded(
        Outlines.smooth(
            0, -0.7, 0.1, -0.6, 0.105, -0.46, 0.06, -0.38, 0, -0.33, -0.06, -0.38, -0.105, -0.46,
            -0.1, -0.6),
        coat.light(),
        0.25);
    limbs.leg(Colours.darker(coat.ends(), 0.06), -0.068, -0.36, 0.07, -0.06, -0.2, 0.06, -0.062);
    limbs.leg(coat.ends(), 0.068, -0.36, 0.07, 0.06, -0.2, 0.06, 0.062);
    new CatHead(easel, coat).paint(0, -0.84, studio.between(0.2, 0.23), false);
  }
}
