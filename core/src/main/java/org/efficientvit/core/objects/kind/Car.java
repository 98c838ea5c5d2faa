package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/** A car from its side, front to the right: saloon, hatchback, estate, van or pickup. */
public final class Car implements Artist {

  private static final Color GLASS = new Color(84, 112, 134);
  private static final double SILL = -0.1;

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    CarBody body = CarBody.any(studio);
    Color paint =
        studio.chance(0.3)
            ? studio.colour(0.5, 0.7, 0, 0.08, 0.25, 0.97)
            : studio.colour(0, 1, 0.55, 0.9, 0.45, 0.92);
    double wheel = studio.between(0.165, 0.195);
    double rear = studio.between(0.36, 0.42);
    double front = studio.between(1.56, 1.64);
    easel.flat(Outlines.box(0.2, SILL - 0.1, 1.8, SILL + 0.03), new Color(22, 22, 26));
    coachwork(easel, body, paint);
    glass(easel, body, paint);
    doors(easel, body, paint);
    lights(easel, body);
    int spokes = studio.between(5, 9);
    Color rim = studio.colour(0.5, 0.7, 0, 0.08, 0.6, 0.92);
    for (double x : new double[] {rear, front}) {
      CarWheel.paint(easel, x, wheel, spokes, rim);
    }
    return easel.standing(studio.between(0.9, 1));
  }

  private static void coachwork(Easel easel, CarBody body, Color paint) {
    easel.shaded(body.outline(SILL), paint, 0.35);
    double belt = body.belt();
    easel.flat(
        Outlines.polygon(0.03, SILL, 0.02, SILL - 0.09, 1.98, SILL - 0.09, 1.97, SILL),
        Colours.clear(Colours.darker(paint, 0.7), 0.75));
    easel.flat(
        Outlines.leaf(0.03, belt * 0.62, 1.97, belt * 0.6, 0.05),
        Colours.clear(Colours.darker(paint, 0.55), 0.25));
    easel.flat(
        Outlines.leaf(0.04, belt + 0.055, body.hood(0.97), belt + 0.085, 0.018, 0.004),
        Colours.clear(Color.WHITE, 0.55));
    easel.flat(
        Outlines.leaf(
            body.rearTop() + 0.03,
            body.roof() + 0.014,
            body.frontTop() - 0.02,
            body.roof() + 0.014,
            0.011),
        Colours.clear(Color.WHITE, 0.5));
    easel.flat(
        Outlines.softened(0.03, 1.9, SILL, 1.9, SILL - 0.1, 2.015, SILL - 0.1, 2.015, SILL),
        new Color(40, 40, 44));
    easel.flat(
        Outlines.softened(0.03, -0.015, SILL, -0.015, SILL - 0.1, 0.1, SILL - 0.1, 0.1, SILL),
        new Color(40, 40, 44));
  }

  private static void glass(Easel easel, CarBody body, Color paint) {
    double[] posts = body.posts();
    for (int i = 0; i + 1 < posts.length; i++) {
      double from = posts[i] + (i == 0 ? 0 : 0.018);
      double to = posts[i + 1] - (i + 2 == posts.length ? 0 : 0.018);
      Path2D pane = pane(body, from, to);
      easel.line(pane, 0.014, Colours.darker(paint, 0.65));
      easel.shaded(pane, GLASS, 0.55);
      double width = to - from;
      double high = body.atRoof(from);
      double highWidth = body.atRoof(to) - high;
      for (double start : new double[] {0.25, 0.5}) {
        easel.flat(
            Outlines.polygon(
                from + width * start,
                body.belt() - 0.025,
                from + width * (start + 0.12),
                body.belt() - 0.025,
                high + highWidth * (start + 0.32),
                body.roof() + 0.06,
                high + highWidth * (start + 0.2),
                body.roof() + 0.06),
            Colours.clear(Color.WHITE, 0.2));
      }
      if (i + 2 == posts.length) {
        seat(easel, body, from + width * 0.18);
      }
    }
  }

  /** The head rest that one sees through the front window. */
  private static void seat(Easel easel, CarBody body, double x) {
    easel.flat(
        Outlines.softened(
            0.03,
            x,
            body.belt() - 0.015,
            x - 0.015,
            body.belt() - 0.1,
            x + 0.06,
            body.belt() - 0.1,
            x + 0.075,
            body.belt() - 0.015),
        new Color(30, 32, 38, 150));
  }

  /** A side window between two places along the belt line, narrower at the roof's ends. */
  private static Path2D pane(CarBody body, double from, double to) {
    double low = body.belt() - 0.012;
    double high = body.roof() + 0.05;
    return Outlines.softened(
        0.025, from, low, body.atRoof(from), high, body.atRoof(to), high, to, low);
  }

  private static void doors(Easel easel, CarBody body, Color paint) {
    Path2D seams = new Path2D.Double();
    double[] posts = body.posts();
    for (int i = 0; i < posts.length; i++) {
      double x = i == 0 && posts.length > 2 ? posts[i] + 0.1 : posts[i];
      double sag = i == 0 ? 0.06 : 0;
      seams.append(
          Outlines.curve(x, body.belt(), x + sag * 0.4, -0.28, x + sag, SILL - 0.08), false);
      if (i > 0 && i + 1 < posts.length) {
        double end = posts[i] - 0.05;
        easel.flat(
            Outlines.softened(
                0.012,
                end - 0.09,
                body.belt() + 0.1,
                end - 0.09,
                body.belt() + 0.075,
                end,
                body.belt() + 0.075,
                end,
                body.belt() + 0.1),
            Colours.lighter(paint, 0.5));
      }
    }
    easel.line(seams, 0.008, Colours.clear(Colours.darker(paint, 0.7), 0.8));
    double mirror = posts[posts.length - 1] - 0.05;
    easel.shaded(
        Outlines.softened(
            0.02,
            mirror,
            body.belt() + 0.005,
            mirror - 0.01,
            body.belt() - 0.05,
            mirror + 0.07,
            body.belt() - 0.04,
            mirror + 0.08,
            body.belt() + 0.01),
        Colours.darker(paint, 0.2),
        0.5);
  }

  private static void lights(Easel easel, CarBody body) {
    double y = body.nose() + 0.06;
    easel.shaded(
        Outlines.softened(0.03, 1.84, y + 0.01, 1.98, y - 0.01, 1.99, y + 0.075, 1.9, y + 0.07),
        new Color(250, 246, 226),
        0.35);
    easel.flat(Outlines.oval(1.94, y + 0.028, 0.022, 0.022), Color.WHITE);
    easel.flat(Outlines.box(1.84, y + 0.085, 1.9, y + 0.1), new Color(245, 160, 50));
    double high = body.belt() + 0.07;
    easel.shaded(
        Outlines.softened(0.02, 0.005, high, 0.1, high, 0.07, high + 0.09, 0.005, high + 0.09),
        new Color(205, 30, 34),
        0.4);
  }
}
