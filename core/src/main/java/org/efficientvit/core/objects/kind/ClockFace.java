package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** The face of a clock around (0, 0): marks or numerals, hands at some time of day, a glass. */
record ClockFace(Turntable turntable, Studio studio, double radius) {

  void draw() {
    boolean dark = studio.chance(0.15);
    Color ground =
        dark
            ? studio.colour(0, 1, 0.1, 0.5, 0.12, 0.25)
            : studio.colour(0.08, 0.16, 0, 0.22, 0.9, 0.99);
    Color ink = dark ? new Color(238, 232, 214) : new Color(40, 36, 38);
    turntable.fill(Shapes2D.circle(0, 0, radius), Material.shaded(ground, 0.22));
    turntable.fill(
        Shapes2D.together(Shapes2D.circle(0, 0, radius), Shapes2D.circle(0, 1.2, radius * 0.93)),
        new Color(20, 16, 14, 46));
    if (studio.chance(0.3)) {
      Color disc = studio.colour(0, 1, 0.2, 0.6, 0.6, 0.9);
      turntable.fill(Shapes2D.circle(0, 0, radius * 0.55), Colours.clear(disc, 0.3));
    }
    marks(ink);
    hands(ink);
    glass();
  }

  private void marks(Color ink) {
    int style = studio.between(0, 3);
    if (style != 1) {
      Path2D minutes = new Path2D.Double();
      for (int i = 0; i < 60; i++) {
        minutes.append(mark(i * 6, 0.93, 0.96), false);
      }
      turntable.line(minutes, 0.7, ink);
    }
    double width = studio.between(1.6, 3.2);
    for (int hour = 1; hour <= 12; hour++) {
      boolean quarter = hour % 3 == 0;
      if (style == 2 || (style == 3 && quarter)) {
        numeral(hour, ink, style == 2 ? 0.145 : 0.18);
      } else if (style == 1) {
        double angle = Math.toRadians(hour * 30);
        turntable.fill(
            Shapes2D.circle(
                0.86 * radius * Math.sin(angle),
                -0.86 * radius * Math.cos(angle),
                quarter ? 3 : 1.8),
            ink);
      } else {
        turntable.line(
            mark(hour * 30, quarter ? 0.76 : 0.82, 0.9), quarter ? width * 1.5 : width, ink);
      }
    }
  }

  private Shape mark(double angle, double inner, double outer) {
    return Shapes2D.turned(Shapes2D.polyline(0, -inner * radius, 0, -outer * radius), angle, 0, 0);
  }

  private void numeral(int hour, Color ink, double size) {
    double angle = Math.toRadians(hour * 30);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            0.77 * radius * Math.sin(angle), -0.77 * radius * Math.cos(angle));
    place.scale(size * radius, size * radius);
    turntable.line(place.createTransformedShape(Digits.number(hour)), radius * size * 0.2, ink);
  }

  private void hands(Color ink) {
    double minute = studio.between(0.0, 60.0);
    double hour = studio.between(0, 11) + minute / 60;
    boolean pointed = studio.chance(0.5);
    Shape hours = hand(hour * 30, 0.52, 2.9, pointed);
    Shape minutes = hand(minute * 6, 0.8, 2.1, pointed);
    Material shadow = Material.plain(new Color(0, 0, 0, 70));
    turntable.lifted(hours, shadow, -1.8);
    turntable.lifted(minutes, shadow, -2.2);
    turntable.fill(hours, Material.shaded(ink, 0.3));
    turntable.fill(minutes, Material.shaded(ink, 0.3));
    Color red = studio.colour(0.97, 1.03, 0.8, 0.95, 0.75, 0.9);
    if (studio.chance(0.6)) {
      double angle = studio.between(0, 59) * 6;
      turntable.line(
          Shapes2D.turned(Shapes2D.polyline(0, 0.18 * radius, 0, -0.84 * radius), angle, 0, 0),
          1,
          red);
    }
    turntable.fill(Shapes2D.circle(0, 0, 3), Material.rounded(studio.chance(0.5) ? red : ink, 0.5));
  }

  private Shape hand(double angle, double length, double width, boolean pointed) {
    double end = -length * radius;
    Shape hand =
        pointed
            ? Shapes2D.polygon(
                -width * 0.5,
                6,
                -width * 1.15,
                end * 0.62,
                0,
                end,
                width * 1.15,
                end * 0.62,
                width * 0.5,
                6)
            : Shapes2D.box(-width * 0.75, end, width * 1.5, 6 - end, width * 0.7);
    return Shapes2D.turned(hand, angle, 0, 0);
  }

  /** The window that the glass mirrors, on the side of the light. */
  private void glass() {
    double towards = Math.toDegrees(Math.atan2(studio.lightX(), -studio.lightY()));
    Shape glint =
        Shapes2D.curve(
            -radius * 0.66,
            -radius * 0.52,
            -radius * 0.36,
            -radius * 1.03,
            radius * 0.36,
            -radius * 1.03,
            radius * 0.66,
            -radius * 0.52,
            radius * 0.3,
            -radius * 0.78,
            -radius * 0.3,
            -radius * 0.78,
            -radius * 0.66,
            -radius * 0.52);
    turntable.fill(Shapes2D.turned(glint, towards, 0, 0), new Color(255, 255, 255, 80));
    turntable.fill(
        Shapes2D.turned(
            Shapes2D.ellipse(0, -radius * 0.45, radius * 0.5, radius * 0.35), towards, 0, 0),
        Material.glow(new Color(255, 255, 255, 90)));
  }
}
