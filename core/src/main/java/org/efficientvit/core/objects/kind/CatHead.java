package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A cat's head from the front, of radius 1 around 0, 0 before it is placed.
 *
 * @param easel is painted on
 * @param coat gives its colours
 */
record CatHead(Easel easel, CatCoat coat) {

  private static final Color PINK = new Color(226, 150, 146);

  /** Places it; the line widths follow the radius. */
  void paint(double x, double y, double radius, boolean asleep) {
    Studio studio = easel.studio();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(studio.between(-0.12, 0.12));
    place.scale(radius * studio.between(1.0, 1.08), radius * studio.between(0.95, 1.03));
    easel.in(place);
    double ears = studio.between(1.15, 1.38);
    ear(-1, ears);
    ear(1, ears);
    Path2D face =
        Outlines.smooth(
            0, -0.8, 0.5, -0.74, 0.88, -0.35, 0.99, 0.12, 0.78, 0.52, 0.4, 0.77, 0, 0.84, -0.4,
            0.77, -0.78, 0.52, -0.99, 0.12, -0.88, -0.35, -0.5, -0.74);
    easel.rounded(face, coat.base(), 0.4);
    marks();
    muzzle();
    for (int hand = -1; hand <= 1; hand += 2) {
      if (asleep) {
        easel.line(
            Outlines.curve(hand * 0.6, -0.03, hand * 0.42, 0.07, hand * 0.22, 0.0),
            0.06 * radius,
            new Color(40, 30, 28));
      } else {
        eye(hand * 0.42, -0.04);
      }
    }
    whiskers();
    easel.in(new AffineTransform());
  }

  private void ear(int hand, double tip) {
    Color outer = hand < 0 && coat.pattern() == CatCoat.Pattern.PATCHES ? coat.mark() : coat.ends();
    easel.shaded(
        Outlines.softened(
            0.12, hand * 0.96, -0.1, hand * 0.8, -tip, hand * 0.12, -0.7, hand * 0.3, -0.2),
        outer,
        0.35);
    easel.shaded(
        Outlines.softened(0.1, hand * 0.84, -0.3, hand * 0.75, -tip + 0.2, hand * 0.3, -0.68),
        Colours.mix(PINK, coat.ends(), 0.3),
        0.4);
  }

  private void marks() {
    Path2D marks = new Path2D.Double();
    switch (coat.pattern()) {
      case STRIPES -> {
        for (double x : new double[] {-0.3, 0, 0.3}) {
          marks.append(Outlines.leaf(x * 1.1, -0.76, x * 0.7, -0.3, 0.07), false);
        }
        for (int hand = -1; hand <= 1; hand += 2) {
          for (double y : new double[] {0.02, 0.22, 0.42}) {
            marks.append(
                Outlines.leaf(hand * (0.97 - y * y * 0.6), y, hand * 0.62, y + 0.06, 0.05), false);
          }
        }
        easel.flat(marks, Colours.clear(coat.mark(), 0.8));
      }
      case PATCHES ->
          easel.flat(
              Outlines.smooth(
                  -0.1, -0.77, -0.5, -0.73, -0.87, -0.34, -0.95, 0.08, -0.6, 0.28, -0.2, 0.1, -0.16,
                  -0.4),
              coat.mark());
      case MASK -> {
        easel.flat(Outlines.oval(0, 0.2, 0.72, 0.6), Colours.clear(coat.mark(), 0.3));
        easel.flat(Outlines.oval(0, 0.27, 0.55, 0.5), Colours.clear(coat.mark(), 0.5));
      }
      case BIB ->
          easel.flat(
              Outlines.smooth(
                  0, -0.55, 0.1, 0.0, 0.36, 0.35, 0.3, 0.76, 0, 0.83, -0.3, 0.76, -0.36, 0.35, -0.1,
                  0),
              coat.light());
      case PLAIN -> {}
    }
  }

  private void muzzle() {
    Color light =
        coat.pattern() == CatCoat.Pattern.MASK ? Colours.lighter(coat.mark(), 0.12) : coat.light();
    easel.flat(Outlines.oval(0, 0.62, 0.2, 0.16), Colours.darker(light, 0.08));
    easel.rounded(Outlines.oval(-0.21, 0.42, 0.27, 0.21), light, 0.2);
    easel.rounded(Outlines.oval(0.21, 0.42, 0.27, 0.21), light, 0.2);
    Path2D mouth = new Path2D.Double();
    mouth.append(Outlines.leaf(0, 0.3, 0, 0.5, 0.025), false);
    mouth.append(Outlines.leaf(0, 0.47, 0.24, 0.53, 0.035, 0.06), false);
    mouth.append(Outlines.leaf(-0.24, 0.53, 0, 0.47, 0.035, 0.06), false);
    easel.flat(mouth, new Color(70, 45, 42));
    boolean dark = coat.pattern() == CatCoat.Pattern.MASK;
    easel.shaded(
        Outlines.softened(0.05, -0.14, 0.21, 0.14, 0.21, 0, 0.37),
        dark ? new Color(60, 40, 40) : PINK,
        0.4);
  }

  private void eye(double x, double y) {
    double inner = x > 0 ? -1 : 1;
    easel.flat(
        Outlines.leaf(x - inner * 0.28, y - 0.03, x + inner * 0.27, y + 0.05, 0.25),
        new Color(38, 28, 26));
    easel.rounded(
        Outlines.leaf(x - inner * 0.24, y - 0.025, x + inner * 0.22, y + 0.04, 0.21),
        coat.iris(),
        0.35);
    easel.flat(Outlines.leaf(x, y - 0.19, x, y + 0.19, 0.085), new Color(14, 12, 14));
    easel.flat(Outlines.oval(x + 0.07, y - 0.08, 0.045, 0.05), Color.WHITE);
  }

  private void whiskers() {
    Path2D hairs = new Path2D.Double();
    for (int hand = -1; hand <= 1; hand += 2) {
      for (int i = -1; i <= 1; i++) {
        hairs.append(
            Outlines.leaf(
                hand * 0.35, 0.42 + i * 0.05, hand * 1.25, 0.4 + i * 0.2, 0.018, hand * -0.05),
            false);
      }
    }
    easel.flat(hairs, new Color(250, 248, 244, 215));
  }
}
