package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** An airliner from above, its nose up. */
record JetFromAbove(Turntable turntable, Studio studio, Livery livery) {

  void draw() {
    double half = studio.between(5.0, 6.5);
    double span = studio.between(42.0, 50.0);
    double sweep = studio.between(16.0, 26.0);
    boolean four = studio.chance(0.3);
    Color cowl = studio.chance(0.5) ? livery.accent() : Livery.STEEL;
    for (int side = -1; side <= 1; side += 2) {
      engine(side * span * 0.36, sweep * 0.36 - 12, cowl);
      if (four) {
        engine(side * span * 0.62, sweep * 0.62 - 10, cowl);
      }
      wing(side, span, sweep);
      stabiliser(side, span * 0.4);
    }
    hull(half);
  }

  private void wing(int side, double span, double sweep) {
    double lit = side * studio.lightX();
    Color colour =
        lit > 0
            ? Colours.lighter(livery.wing(), lit * 0.25)
            : Colours.darker(livery.wing(), -lit * 0.3);
    Shape wing =
        Shapes2D.polygon(
            0,
            -14,
            side * 8,
            -9,
            side * span,
            sweep,
            side * (span + 0.8),
            sweep + 5.5,
            side * span * 0.4,
            9,
            0,
            11);
    turntable.fill(wing, Material.shaded(colour, 0.3));
    Color line = Colours.clear(Colours.darker(colour, 0.55), 0.7);
    turntable.line(wing, 0.5, line);
    turntable.line(
        Shapes2D.polyline(side * 8, 6, side * span * 0.42, 6, side * span * 0.94, sweep + 2),
        0.5,
        line);
    turntable.line(
        Shapes2D.polyline(side * 9, -7.4, side * span * 0.97, sweep + 1.2),
        0.8,
        Colours.clear(Color.WHITE, 0.6));
    turntable.fill(
        Shapes2D.polygon(
            side * (span - 1.5),
            sweep - 1,
            side * (span + 1),
            sweep + 1,
            side * (span + 1.6),
            sweep + 7,
            side * (span - 0.5),
            sweep + 4.5),
        Material.shaded(livery.accent(), 0.3));
  }

  private void stabiliser(int side, double span) {
    Shape shape = Shapes2D.polygon(0, 37, side * span, 47, side * span, 50.5, 0, 47);
    turntable.fill(shape, Material.shaded(livery.wing(), 0.4));
    turntable.line(shape, 0.5, Colours.clear(Colours.darker(livery.wing(), 0.55), 0.7));
  }

  private void engine(double x, double y, Color cowl) {
    turntable.fill(Shapes2D.box(x - 3, y - 4, 6, 15, 2.6), Material.column(cowl, 0.6));
    turntable.fill(Shapes2D.ellipse(x, y - 3.4, 2.6, 1), Livery.DARK);
  }

  private void hull(double half) {
    double tail = half * 0.9;
    Path2D hull =
        Shapes2D.curve(
            0,
            -52,
            half * 0.7,
            -52,
            half,
            -43,
            half,
            -37,
            half,
            -20,
            half,
            0,
            half,
            22,
            tail,
            36,
            2,
            50,
            0,
            53,
            -2,
            50,
            -tail,
            36,
            -half,
            22,
            -half,
            0,
            -half,
            -20,
            -half,
            -37,
            -half,
            -43,
            -half * 0.7,
            -52,
            0,
            -52);
    turntable.fill(hull, Material.column(livery.hull(), 0.65));
    if (studio.chance(0.5)) {
      turntable.within(
          hull, Shapes2D.box(-20, 26, 40, 40, 0), Material.column(livery.accent(), 0.5));
    }
    turntable.line(hull, 0.5, Colours.clear(Colours.darker(livery.hull(), 0.6), 0.7));
    for (int side = -1; side <= 1; side += 2) {
      Path2D row = new Path2D.Double();
      for (double y = -36; y < 26; y += 3) {
        row.append(Shapes2D.box(side * half * 0.84 - 0.4, y, 0.8, 1.5, 0.3), false);
      }
      turntable.fill(row, Livery.GLASS);
      Shape pane =
          Shapes2D.polygon(
              side * 0.4,
              -47.5,
              side * half * 0.5,
              -46.5,
              side * half * 0.72,
              -43.2,
              side * 0.4,
              -44.6);
      turntable.fill(pane, Material.shaded(Livery.GLASS, 0.5));
    }
    Shape fin = Shapes2D.polygon(0, 30, 1.5, 44, 1, 54, -1, 54, -1.5, 44);
    Shape shadow = Shapes2D.polygon(0, 28, 1.4, 40, 0.6, 46, -0.6, 46, -1.4, 40);
    turntable.lifted(shadow, Material.plain(new Color(0, 0, 0, 80)), -1.8);
    turntable.fill(fin, Material.column(livery.accent(), 0.6));
  }
}
