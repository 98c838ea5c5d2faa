package org.efficientvit.core.objects.kind;

import java.awt.Shape;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/**
 * A jet from its side and slightly above, the nose at the left: an airliner with engines below its
 * wings, or a small one with engines at its tail.
 */
record JetFromSide(Turntable turntable, Studio studio, Livery livery, boolean small) {

  void draw() {
    JetWings wings = new JetWings(turntable, studio, livery, small);
    double half = small ? studio.between(6.6, 7.6) : studio.between(5.8, 7.2);
    double drop = studio.between(13.0, 24.0);
    double root = studio.between(-8.0, -2.0);
    wings.wing(root, -half * 0.55, -drop * 0.55, Colours.darker(livery.wing(), 0.2), 0.8);
    if (!small) {
      wings.engine(root - 1, -half - 1.5, 0.75);
    }
    fin(half);
    Shape hull = hull(half);
    turntable.fill(hull, Material.beam(livery.hull(), 0.6));
    paintwork(hull, half);
    turntable.line(hull, 0.5, Colours.clear(Colours.darker(livery.hull(), 0.6), 0.6));
    windows(half);
    if (small) {
      wings.engine(25, -half * 0.5, 1.05);
    }
    double tail = small ? -half - 15 : -1.5;
    wings.stabiliser(tail);
    if (!small) {
      wings.engine(root + 1, half + drop * 0.22, 1.1);
    }
    wings.wing(root, half * 0.45, drop, livery.wing(), 1);
    if (!small && studio.chance(0.3)) {
      wings.engine(root + 13, half + drop * 0.62, 1);
    }
  }

  private static Shape hull(double half) {
    Path2D path =
        Shapes2D.curve(
            -50,
            1.5,
            -50,
            -1,
            -45,
            -half,
            -36,
            -half,
            -10,
            -half,
            10,
            -half,
            28,
            -half,
            38,
            -half,
            46,
            -half * 0.9,
            51,
            -half * 0.75,
            52,
            -half * 0.6,
            52,
            -half * 0.45,
            51,
            -half * 0.3,
            42,
            half * 0.3,
            32,
            half,
            20,
            half,
            0,
            half,
            -20,
            half,
            -36,
            half,
            -44,
            half,
            -50,
            half * 0.7,
            -50,
            1.5);
    path.closePath();
    return path;
  }

  private void fin(double half) {
    double high = half + studio.between(17.0, 21.0);
    double lean = studio.between(12.0, 16.0);
    Shape fin =
        Shapes2D.curve(
            24,
            -half + 1,
            29,
            -half - 1,
            31,
            -half - 2,
            33,
            -half - 4,
            36,
            -half - 10,
            38,
            -high + 4,
            31 + lean - 3,
            -high,
            33 + lean,
            -high,
            36 + lean,
            -high,
            39 + lean,
            -high,
            41 + lean,
            -high,
            44,
            -half - 4,
            50,
            -half * 0.7);
    turntable.thick(fin, 0.6, -0.4, Colours.darker(livery.accent(), 0.4));
    turntable.fill(fin, Material.shaded(livery.accent(), 0.35));
    double y = -half - (high - half) * 0.5;
    double x = 29 + lean;
    switch (studio.between(0, 2)) {
      case 0 -> turntable.fill(Shapes2D.circle(x + 1, y, 3), Material.shaded(livery.second(), 0.2));
      case 1 ->
          turntable.within(
              fin,
              Shapes2D.polygon(20, y + 3, 60, y - 2, 60, y + 3, 20, y + 8),
              Material.shaded(livery.second(), 0.3));
      default ->
          turntable.line(
              Shapes2D.polyline(x + 7.5, -half - 2, x + 9, -high + 4),
              0.5,
              Colours.darker(livery.accent(), 0.5));
    }
  }

  private void paintwork(Shape hull, double half) {
    double low = half * studio.between(0.25, 0.5);
    Material accent = Material.beam(livery.accent(), 0.4);
    switch (studio.between(0, 3)) {
      case 0 ->
          turntable.within(hull, Shapes2D.polygon(-60, low, 60, low, 60, 30, -60, 30), accent);
      case 1 -> {
        turntable.within(hull, Shapes2D.box(-60, low - 1.2, 120, 1.8, 0), accent);
        turntable.within(
            hull, Shapes2D.box(-60, low + 1, 120, 1.1, 0), Material.plain(livery.second()));
      }
      case 2 ->
          turntable.within(
              hull,
              Shapes2D.curve(
                  60, -20, 30, -20, 26, -20, 20, -half, 18, 0, 10, half, 4, half + 1, 20, 20, 40,
                  20, 60, 20),
              accent);
      default ->
          turntable.within(
              hull,
              Shapes2D.box(-60, half * 0.55, 120, 10, 0),
              Material.beam(Colours.darker(Livery.STEEL, 0.1), 0.4));
    }
  }

  private void windows(double half) {
    Path2D row = new Path2D.Double();
    double step = small ? 5.4 : 2.9;
    double size = small ? 1.5 : 0.8;
    for (double x = small ? -26 : -33; x < (small ? 10 : 30); x += step) {
      row.append(Shapes2D.box(x, -half * 0.22 - size, size * 1.7, size * 2.3, size * 0.8), false);
    }
    turntable.fill(row, Material.shaded(Livery.GLASS, 0.4));
    turntable.line(
        Shapes2D.box(-38.5, -half * 0.45, 3, half * 0.9, 0.8),
        0.4,
        Colours.clear(Livery.DARK, 0.5));
    Shape cockpit =
        Shapes2D.polygon(
            -47.2,
            -half * 0.42,
            -45,
            -half * 0.72,
            -40.5,
            -half * 0.72,
            -40.8,
            -half * 0.28,
            -44,
            -half * 0.22);
    turntable.fill(cockpit, Material.shaded(Livery.GLASS, 0.6));
    turntable.line(Shapes2D.polyline(-43.4, -half * 0.7, -43.8, -half * 0.26), 0.6, livery.hull());
  }
}
