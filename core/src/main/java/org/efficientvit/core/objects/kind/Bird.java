package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A bird from its side, head to the right: on a twig, on the ground or in flight. */
public final class Bird implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    Plumage plumage = Plumage.any(studio);
    if (studio.chance(0.35)) {
      flying(easel, plumage);
      return easel.floating(studio.between(0.92, 1), studio.between(-0.25, 0.1));
    }
    boolean twig = studio.chance(0.6);
    perched(easel, plumage, twig);
    return twig
        ? easel.floating(studio.between(0.92, 1), 0)
        : easel.standing(studio.between(0.88, 1));
  }

  private static void perched(Easel easel, Plumage plumage, boolean twig) {
    Studio studio = easel.studio();
    double plump = studio.between(0.85, 1.12);
    double rise = studio.between(-0.08, 0.06);
    double ground = twig ? studio.between(0.3, 0.36) : studio.between(0.34, 0.55);
    Spine body =
        Spine.of(
            -0.3,
            0.14 - rise,
            0.05,
            -0.14,
            0.06 - rise * 0.5,
            0.13 * plump,
            0.04,
            -0.02,
            0.195 * plump,
            0.18,
            -0.15,
            0.175 * plump,
            0.25,
            -0.28,
            0.13,
            0.29,
            -0.38,
            0.06);
    BirdWings.tail(
        easel, body.at(0.03, 0), body.angle(0.05) + Math.PI, studio.between(0.28, 0.5), plumage);
    legs(easel, ground, plumage);
    if (twig) {
      twig(easel, ground);
    }
    easel.rounded(body.outline(), plumage.back(), 0.4);
    easel.rounded(body.strip(0.12, 0.82, 0.2, 1), plumage.belly(), 0.35);
    speckles(easel, body, plumage);
    head(easel, 0.265, -0.36, 0.135, plumage);
    BirdWings.folded(easel, body, plumage);
  }

  private static void speckles(Easel easel, Spine body, Plumage plumage) {
    Studio studio = easel.studio();
    Path2D marks = new Path2D.Double();
    for (int i = 0; i < 26; i++) {
      Point2D at = body.at(studio.between(0.2, 0.75), studio.between(0.3, 0.9));
      marks.append(
          Outlines.leaf(at.getX(), at.getY(), at.getX() - 0.03, at.getY() + 0.016, 0.005), false);
    }
    easel.flat(
        marks,
        Colours.clear(Colours.darker(plumage.belly(), 0.6), plumage.speckled() ? 0.7 : 0.18));
  }

  private static void legs(Easel easel, double ground, Plumage plumage) {
    for (double x : new double[] {0.0, 0.09}) {
      Path2D leg =
          Outlines.chain(x, 0.1, x - 0.015, (ground + 0.14) / 2, x + 0.005, ground - 0.012);
      leg.append(Outlines.chain(x - 0.05, ground - 0.01, x + 0.075, ground - 0.01), false);
      easel.line(leg, 0.02, Colours.darker(plumage.legs(), x > 0 ? 0.3 : 0));
    }
  }

  private static void twig(Easel easel, double y) {
    Studio studio = easel.studio();
    Color bark = studio.colour(0.05, 0.09, 0.3, 0.5, 0.32, 0.48);
    double tilt = studio.between(-0.05, 0.05);
    easel.shaded(
        Spine.ribbon(
            -0.48,
            y + 0.02 + tilt,
            0.032,
            -0.1,
            y + 0.012,
            0.026,
            0.2,
            y + 0.016,
            0.022,
            0.52,
            y - tilt,
            0.012),
        bark,
        0.5);
    Color green = studio.colour(0.22, 0.34, 0.5, 0.75, 0.45, 0.65);
    for (int i = studio.between(0, 4); i > 0; i--) {
      double x = studio.chance(0.5) ? studio.between(-0.45, -0.2) : studio.between(0.22, 0.5);
      double down = studio.chance(0.5) ? 0.08 : -0.08;
      Leaf.paint(easel, x, y + 0.015, x + 0.11, y + 0.015 + down, 0.032, green);
    }
  }

  private static void head(Easel easel, double x, double y, double radius, Plumage plumage) {
    beak(easel, x + radius * 0.8, y + 0.005, plumage);
    easel.rounded(Outlines.oval(x, y, radius, radius * 0.97), plumage.head(), 0.4);
    if (plumage.crest()) {
      easel.shaded(
          Outlines.leaf(
              x + radius * 0.3, y - radius * 0.6, x - radius * 1.1, y - radius * 1.6, 0.045),
          plumage.head(),
          0.3);
    }
    if (plumage.masked()) {
      easel.flat(
          Outlines.leaf(x + radius * 0.95, y, x - radius * 0.95, y + 0.01, radius * 0.26),
          Colours.darker(plumage.tips(), 0.3));
    }
    easel.flat(
        Outlines.petal(
            x + radius * 0.7, y + radius * 0.25, x - radius * 0.4, y + radius * 0.65, radius * 0.3),
        Colours.clear(plumage.belly(), 0.55));
    double eyeX = x + radius * 0.42;
    double eyeY = y - radius * 0.18;
    easel.flat(
        Outlines.oval(eyeX, eyeY, radius * 0.27, radius * 0.27),
        Colours.clear(Colours.lighter(plumage.head(), 0.6), 0.8));
    easel.eye(eyeX, eyeY, radius * 0.18, new Color(58, 36, 20));
  }

  private static void beak(Easel easel, double x, double y, Plumage plumage) {
    double reach = plumage.beak();
    Color horn = plumage.horn();
    easel.shaded(
        Outlines.polygon(
            x, y, x + reach * 0.85, y + 0.022, x + reach * 0.4, y + 0.045, x, y + 0.05),
        Colours.darker(horn, 0.25),
        0.3);
    Path2D upper = new Path2D.Double();
    upper.moveTo(x, y - 0.04);
    upper.quadTo(x + reach * 0.65, y - 0.03, x + reach, y + 0.028);
    upper.quadTo(x + reach * 0.5, y + 0.01, x, y + 0.022);
    upper.closePath();
    easel.shaded(upper, horn, 0.4);
  }

  private static void flying(Easel easel, Plumage plumage) {
    Studio studio = easel.studio();
    double lift = studio.chance(0.7) ? -1 : 0.75;
    double span = studio.between(0.48, 0.62);
    Spine body =
        Spine.of(
            -0.32, 0.05, 0.03, -0.18, 0.04, 0.09, 0.02, 0.01, 0.13, 0.18, -0.03, 0.12, 0.3, -0.07,
            0.07);
    BirdWings.spread(easel, 0.1, -0.03, lift * 0.92, span * 0.92, plumage, 0.25);
    BirdWings.tail(easel, body.at(0.02, 0), Math.PI, studio.between(0.16, 0.3), plumage);
    easel.rounded(body.outline(), plumage.back(), 0.35);
    easel.rounded(body.strip(0.05, 0.85, 0.15, 1), plumage.belly(), 0.3);
    head(easel, 0.31, -0.09, 0.1, plumage);
    BirdWings.spread(easel, 0.04, -0.01, lift, span, plumage, 0);
  }
}
