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

/** A fish from its side, head to the right: slender, tall or round, plain, striped or spotted. */
public final class Fish implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    double tall = studio.chance(0.3) ? studio.between(0.24, 0.34) : studio.between(0.12, 0.23);
    double bend = studio.between(-0.03, 0.03);
    Spine body =
        Spine.of(
            -0.4,
            bend,
            tall * studio.between(0.16, 0.26),
            -0.22,
            bend * 0.4,
            tall * studio.between(0.5, 0.62),
            0,
            0,
            tall * studio.between(0.95, 1.05),
            0.24,
            0,
            tall * studio.between(0.85, 1),
            0.42,
            0.01,
            tall * 0.6,
            0.52,
            0.02,
            tall * 0.13);
    Color skin =
        studio.chance(0.4)
            ? studio.colour(0.0, 0.15, 0.7, 0.95, 0.75, 0.98)
            : studio.colour(0.4, 0.68, 0.15, 0.7, 0.45, 0.85);
    Color fin =
        studio.chance(0.5)
            ? Colours.darker(skin, 0.15)
            : studio.colour(0, 0.15, 0.6, 0.9, 0.7, 0.95);
    FishFins fins = new FishFins(easel, body, tall, fin);
    fins.tail();
    fins.backAndBelly();
    bodyOf(easel, body, skin);
    pattern(easel, body, skin);
    scales(easel, body, skin, tall);
    head(easel, body, skin, tall);
    fins.side();
    return easel.floating(studio.between(0.9, 1), studio.between(-0.2, 0.2));
  }

  private static void bodyOf(Easel easel, Spine body, Color skin) {
    easel.shaded(body.outline(), skin, 0.3);
    Color belly = Colours.mix(skin, new Color(255, 250, 235), 0.75);
    easel.flat(body.strip(0, 1, 0.4, 1), Colours.clear(belly, 0.5));
    easel.flat(body.strip(0.1, 0.99, 0.65, 1), Colours.clear(belly, 0.5));
    easel.flat(body.strip(0, 1, -1, -0.62), Colours.clear(Colours.darker(skin, 0.6), 0.35));
    easel.flat(body.strip(0.05, 0.9, 0.9, 1), Colours.clear(Colours.darker(skin, 0.7), 0.3));
  }

  private static void pattern(Easel easel, Spine body, Color skin) {
    Studio studio = easel.studio();
    Color mark =
        studio.chance(0.4)
            ? new Color(250, 248, 240)
            : Colours.darker(studio.colour(0.4, 0.75, 0.3, 0.8, 0.2, 0.5), 0.2);
    Path2D marks = new Path2D.Double();
    switch (studio.between(0, 3)) {
      case 0 -> {
        int bands = studio.between(2, 5);
        double width = 0.32 / bands;
        for (int i = 0; i < bands; i++) {
          double along = 0.1 + 0.62 * i / bands;
          marks.append(body.strip(along, along + width, -0.99, 0.99), false);
        }
      }
      case 1 -> {
        for (double across = -0.5; across < 0.35; across += 0.3) {
          marks.append(body.strip(0.03, 0.76, across, across + 0.12), false);
        }
      }
      case 2 -> {
        for (int i = studio.between(14, 26); i > 0; i--) {
          Point2D at = body.at(studio.between(0.1, 0.72), studio.between(-0.8, 0.25));
          double size = studio.between(0.008, 0.02);
          marks.append(Outlines.oval(at.getX(), at.getY(), size, size), false);
        }
      }
      default -> {
        return;
      }
    }
    easel.flat(marks, Colours.clear(Colours.mix(mark, skin, 0.12), 0.85));
  }

  private static void scales(Easel easel, Spine body, Color skin, double tall) {
    Path2D dark = new Path2D.Double();
    Path2D light = new Path2D.Double();
    double rowStep = 0.036 / tall;
    int row = 0;
    for (double across = -0.86; across < 0.8; across += rowStep) {
      row++;
      for (double along = 0.06 + row % 2 * 0.026; along < 0.73; along += 0.052) {
        Point2D at = body.at(along, across);
        double x = at.getX();
        double y = at.getY();
        dark.append(arc(x, y, 0.02), false);
        if (across < 0 && easel.studio().chance(0.6)) {
          light.append(Outlines.oval(x + 0.006, y, 0.007, 0.01), false);
        }
      }
    }
    easel.flat(light, Colours.clear(Colours.lighter(skin, 0.7), 0.35));
    easel.flat(dark, Colours.clear(Colours.darker(skin, 0.6), 0.4));
  }

  /** The free edge of a scale, to the left. */
  private static Path2D arc(double x, double y, double size) {
    Path2D arc = new Path2D.Double();
    arc.moveTo(x, y - size);
    arc.quadTo(x - size * 1.5, y, x, y + size);
    arc.quadTo(x - size * 1.15, y, x, y - size);
    arc.closePath();
    return arc;
  }

  private static void head(Easel easel, Spine body, Color skin, double tall) {
    Point2D high = body.at(0.76, -0.75);
    Point2D low = body.at(0.76, 0.85);
    easel.flat(body.strip(0.755, 1, -0.99, 0.99), Colours.clear(Colours.lighter(skin, 0.12), 0.45));
    easel.line(
        Outlines.curve(
            high.getX(),
            high.getY(),
            high.getX() - 0.045,
            (high.getY() + low.getY()) / 2,
            low.getX(),
            low.getY()),
        0.011,
        Colours.clear(Colours.darker(skin, 0.6), 0.75));
    Point2D mouth = body.at(0.985, 0.4);
    easel.line(
        Outlines.curve(
            mouth.getX(),
            mouth.getY(),
            mouth.getX() - 0.035,
            mouth.getY() + 0.006,
            mouth.getX() - 0.06,
            mouth.getY() + 0.022),
        0.01,
        Colours.darker(skin, 0.7));
    Point2D eye = body.at(0.865, -0.32);
    double radius = Math.min(0.036, 0.02 + tall * 0.08);
    easel.flat(
        Outlines.oval(eye.getX(), eye.getY(), radius * 1.4, radius * 1.4),
        new Color(248, 246, 236));
    easel.eye(
        eye.getX(), eye.getY(), radius, easel.studio().colour(0.05, 0.16, 0.5, 0.9, 0.6, 0.9));
  }
}
