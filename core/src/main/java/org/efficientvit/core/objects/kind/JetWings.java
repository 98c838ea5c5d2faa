package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** The wings, stabilisers and engines of a jet that one sees from its side. */
record JetWings(Turntable turntable, Studio studio, Livery livery, boolean small) {

  /** A swept wing from its root towards the viewer, or away where the drop is negative. */
  void wing(double x, double y, double drop, Color colour, double share) {
    double sweep = (small ? 14 : 20) * share;
    Shape wing =
        Shapes2D.polygon(
            x - 7,
            y,
            x + sweep + 5,
            y + drop,
            x + sweep + 11 * share,
            y + drop,
            x + 13,
            y + drop * 0.25,
            x + 14,
            y);
    Color edge = Colours.darker(colour, 0.4);
    turntable.fill(Shapes2D.moved(wing, 0.2, 0.9), edge);
    turntable.fill(wing, Material.shaded(colour, 0.35));
    turntable.line(
        Shapes2D.polyline(x + 8, y + drop * 0.08, x + sweep + 8 * share, y + drop * 0.94),
        0.45,
        Colours.clear(edge, 0.7));
    double tipX = x + sweep + 5;
    turntable.fill(
        Shapes2D.polygon(
            tipX,
            y + drop,
            tipX + 4.5,
            y + drop - 5 * share,
            tipX + 6.5,
            y + drop - 5 * share,
            tipX + 6 * share,
            y + drop),
        Material.shaded(livery.accent(), 0.4));
  }

  void stabiliser(double y) {
    Color colour = livery.wing();
    if (small) {
      turntable.fill(
          Shapes2D.polygon(41, y, 52, y - 4, 57, y - 4, 54, y),
          Material.shaded(Colours.darker(colour, 0.2), 0.3));
    }
    Shape near = Shapes2D.polygon(37, y, 49, y + 7.5, 55, y + 7.5, 50, y);
    turntable.fill(Shapes2D.moved(near, 0.1, 0.6), Colours.darker(colour, 0.4));
    turntable.fill(near, Material.shaded(colour, 0.35));
  }

  void engine(double x, double y, double size) {
    Color colour = studio.chance(0.5) ? livery.accent() : livery.hull();
    Shape tail =
        Shapes2D.polygon(
            x + 5 * size,
            y - 2 * size,
            x + 10 * size,
            y - size,
            x + 10 * size,
            y + size,
            x + 5 * size,
            y + 2 * size);
    turntable.fill(tail, Material.beam(Colours.darker(Livery.STEEL, 0.35), 0.7));
    Shape pod =
        Shapes2D.curve(
            x - 6 * size,
            y - 3.2 * size,
            x,
            y - 3.8 * size,
            x + 4 * size,
            y - 3.2 * size,
            x + 7 * size,
            y - 2 * size,
            x + 7.6 * size,
            y - size,
            x + 7.6 * size,
            y + size,
            x + 7 * size,
            y + 2 * size,
            x + 4 * size,
            y + 3.2 * size,
            x,
            y + 3.8 * size,
            x - 6 * size,
            y + 3.2 * size);
    turntable.fill(pod, Material.beam(colour, 0.6));
    turntable.fill(
        Shapes2D.ellipse(x - 6 * size, y, 1.5 * size, 3.4 * size), Material.metal(Livery.STEEL));
    turntable.fill(Shapes2D.ellipse(x - 6.2 * size, y, 0.9 * size, 2.6 * size), Livery.DARK);
  }
}
