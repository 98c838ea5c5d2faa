package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** The solid body of an electric guitar below the neck's end at (0, 0). */
record ElectricBody(Turntable turntable, Studio studio, double bridge) {

  private static final Color STEEL = new Color(188, 190, 196);
  private static final Color BLACK = new Color(36, 34, 36);
  private static final Color IVORY = new Color(238, 232, 214);

  void draw() {
    int build = studio.between(0, 2);
    double wide = studio.between(1.05, 1.25);
    Shape body = outline(build, wide);
    Color paint = studio.chance(0.25) ? BLACK : studio.colour(0, 1, 0.55, 0.95, 0.45, 0.9);
    Color edge = studio.chance(0.35) ? new Color(44, 18, 10) : Colours.darker(paint, 0.25);
    turntable.thick(
        body, studio.between(1.0, 2.2), studio.between(0.5, 1.5), Colours.darker(paint, 0.55));
    turntable.fill(body, Material.shaded(edge, 0.4));
    turntable.fill(body, Material.glow(Colours.lighter(paint, 0.12)));
    turntable.line(body, 0.8, studio.chance(0.3) ? IVORY : Colours.darker(paint, 0.4));
    if (build == 0 || studio.chance(0.4)) {
      guard(wide);
    }
    shine(wide);
    pickups();
    turntable.fill(Shapes2D.box(-5, bridge - 1.2, 10, 4, 0.8), Material.metal(STEEL));
    turntable.fill(Shapes2D.box(-4.4, bridge - 0.4, 8.8, 1.2, 0.5), Colours.darker(STEEL, 0.5));
    knobs(wide);
  }

  private static Shape outline(int build, double wide) {
    double w = wide;
    return switch (build) {
      case 0 ->
          Shapes2D.smooth(
              3.5, 4.5, 8 * w, 2, 14 * w, -2, 14.5 * w, 4, 12 * w, 14, 17.5 * w, 28, 13 * w, 38, 0,
              41, -13 * w, 39, -18 * w, 29, -12.5 * w, 14, -15 * w, 2, -15.5 * w, -7, -11 * w, -5,
              -7 * w, 1, -3.5, 2.5);
      case 1 ->
          Shapes2D.smooth(
              3.5, 6, 8 * w, 6.5, 13 * w, 2, 14.5 * w, 7, 11.5 * w, 15, 17.5 * w, 27, 13 * w, 38, 0,
              41, -13 * w, 38, -17.5 * w, 27, -11.5 * w, 15, -14 * w, 6, -11 * w, -1, -4, 0);
      default ->
          Shapes2D.smooth(
              3.5, 5, 8 * w, 3, 13 * w, -3, 13.5 * w, 3, 11 * w, 14, 17 * w, 28, 11 * w, 38, 0,
              39.5, -11 * w, 38, -17 * w, 28, -11 * w, 14, -13.5 * w, 3, -13 * w, -3, -8 * w, 3,
              -3.5, 5);
    };
  }

  private void guard(double w) {
    Color plate = studio.pick(List.of(IVORY, IVORY, BLACK, new Color(96, 40, 24)));
    Shape guard =
        Shapes2D.smooth(
            3.5, 8, 10 * w, 3, 11.5 * w, 8, 9 * w, 16, 13.5 * w, 28, 9 * w, 33, 5.5, 25, -5.5, 25,
            -7, 14, -10 * w, 5, -5, 6);
    turntable.fill(Shapes2D.moved(guard, 0.4, 0.5), new Color(0, 0, 0, 90));
    turntable.fill(guard, Material.shaded(plate, 0.25));
  }

  private void pickups() {
    boolean covered = studio.chance(0.5);
    int count = covered ? 2 : 3;
    double tall = covered ? 3.8 : 2.2;
    Color cover = covered ? STEEL : studio.chance(0.5) ? BLACK : IVORY;
    for (int i = 0; i < count; i++) {
      double y = 11 + (bridge - 16.5) * i / (count - 1);
      turntable.fill(
          Shapes2D.box(-5.2, y - tall / 2 - 0.6, 10.4, tall + 1.2, 1), Colours.darker(cover, 0.6));
      turntable.fill(
          Shapes2D.box(-4.6, y - tall / 2, 9.2, tall, 0.8),
          covered ? Material.metal(cover) : Material.shaded(cover, 0.3));
    }
  }

  private void knobs(double w) {
    for (int i = 0; i < studio.between(2, 3); i++) {
      double x = (11.5 - 2.4 * i) * w;
      double y = 23.5 + 4.6 * i;
      turntable.lifted(Shapes2D.circle(x, y, 1.7), Material.plain(new Color(0, 0, 0, 110)), -0.6);
      turntable.fill(Shapes2D.circle(x, y, 1.6), Material.metal(STEEL));
    }
  }

  /** The lacquer mirrors the light along the edge. */
  private void shine(double w) {
    Color white = new Color(255, 255, 255, 150);
    turntable.fill(
        Shapes2D.turned(Shapes2D.ellipse(-11 * w, 30, 2.6, 7), -20, -11 * w, 30),
        Material.glow(white));
    turntable.fill(Shapes2D.ellipse(-11 * w, 3, 2, 4), Material.glow(white));
  }
}
