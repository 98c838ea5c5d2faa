package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** The head of a guitar with its six pegs, on both sides or in line. */
record GuitarHead(Turntable turntable, Studio studio) {

  private static final Color STEEL = new Color(188, 190, 196);

  void draw() {
    Color wood = studio.colour(0.05, 0.1, 0.4, 0.75, 0.25, 0.8);
    boolean inLine = studio.chance(0.4);
    for (int i = 0; i < 6; i++) {
      boolean left = inLine || i < 3;
      double y = inLine ? Guitar.NUT - 3.2 - 2.2 * i : Guitar.NUT - 4 - 3.8 * (i % 3);
      double reach = left ? -6.4 : 6.4;
      turntable.line(Shapes2D.polyline(0, y, reach * 0.9, y), 0.9, STEEL);
      turntable.fill(Shapes2D.ellipse(reach, y, 1.5, inLine ? 0.9 : 1.3), Material.metal(STEEL));
    }
    Shape shape =
        inLine
            ? Shapes2D.smooth(
                -2.8,
                Guitar.NUT,
                -4.5,
                Guitar.NUT - 4,
                -4.2,
                Guitar.NUT - 12,
                -1,
                Guitar.NUT - 17.5,
                3.4,
                Guitar.NUT - 16,
                2.2,
                Guitar.NUT - 11,
                3.4,
                Guitar.NUT - 5,
                2.8,
                Guitar.NUT)
            : Shapes2D.polygon(
                -2.8,
                Guitar.NUT,
                -4.4,
                Guitar.NUT - 3,
                -5,
                Guitar.NUT - 14,
                -1.5,
                Guitar.NUT - 15,
                0,
                Guitar.NUT - 14.2,
                1.5,
                Guitar.NUT - 15,
                5,
                Guitar.NUT - 14,
                4.4,
                Guitar.NUT - 3,
                2.8,
                Guitar.NUT);
    turntable.thick(shape, 0.6, 0.4, Colours.darker(wood, 0.5));
    turntable.fill(shape, Material.shaded(wood, 0.45));
    Path2D posts = new Path2D.Double();
    for (int i = 0; i < 6; i++) {
      posts.append(
          inLine
              ? Shapes2D.circle(-2.6 + 0.25 * i, Guitar.NUT - 3.2 - 2.2 * i, 0.8)
              : Shapes2D.circle(i < 3 ? -2.8 : 2.8, Guitar.NUT - 4 - 3.8 * (i % 3), 0.9),
          false);
    }
    turntable.fill(posts, Material.metal(Colours.lighter(STEEL, 0.3)));
  }
}
