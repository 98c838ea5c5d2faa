package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The walls of a house, with windows and a door.
 *
 * @param easel is painted on
 * @param plaster colour of the walls
 * @param trim colour of frames
 * @param paintwork colour of shutters and the door
 * @param surface what they are made of
 * @param shutters whether windows have them
 */
record Walls(
    Easel easel, Color plaster, Color trim, Color paintwork, Surface surface, boolean shutters) {

  private static final Color BEAM = new Color(78, 54, 38);

  private enum Surface {
    PLASTER,
    BRICKS,
    PLANKS,
    TIMBER
  }

  static Walls any(Easel easel) {
    Studio studio = easel.studio();
    Surface surface = Surface.values()[studio.between(0, 3)];
    Color plaster =
        switch (surface) {
          case BRICKS -> studio.colour(0.0, 0.07, 0.35, 0.6, 0.55, 0.78);
          case TIMBER -> studio.colour(0.08, 0.14, 0.05, 0.22, 0.88, 0.98);
          default -> studio.colour(0, 1, 0.05, 0.38, 0.78, 0.98);
        };
    Color paintwork = studio.colour(0, 1, 0.35, 0.75, 0.3, 0.6);
    return new Walls(
        easel, plaster, new Color(245, 243, 236), paintwork, surface, studio.chance(0.4));
  }

  /** One wall with its left lower corner at 0, 0 before the transformation. */
  void paint(AffineTransform place, double length, int storeys, double height, boolean side) {
    Color base = side ? Colours.darker(plaster, studio().lightX() > 0 ? 0.08 : 0.28) : plaster;
    easel.in(place);
    easel.shaded(Outlines.box(0, -height, length, 0), base, 0.2);
    texture(base, length, height);
    easel.flat(Outlines.box(0, -0.035, length, 0), Colours.clear(Colours.darker(base, 0.6), 0.65));
    double storey = height / storeys;
    int columns = side ? 2 : length > 0.8 ? 3 : studio().between(2, 3);
    int door = side ? -1 : studio().between(0, columns - 1);
    for (int floor = 0; floor < storeys; floor++) {
      for (int column = 0; column < columns; column++) {
        double x = length * (column + 0.5) / columns;
        if (floor == 0 && column == door) {
          Opening.door(easel, x, storey, trim, paintwork);
        } else {
          double half = Math.min(0.065, length / columns * 0.3);
          window(x, -storey * (floor + 0.56), half, 0.085);
        }
      }
    }
    easel.flat(Outlines.box(0, -height, length, -height + 0.05), new Color(20, 15, 25, 60));
    easel.in(new AffineTransform());
  }

  /** The triangle above the front. */
  void gable(double width, double height, double gable) {
    easel.shaded(
        Outlines.polygon(0, -height, width, -height, width / 2, -height - gable), plaster, 0.2);
    if (surface == Surface.TIMBER) {
      Path2D beams = new Path2D.Double();
      beams.append(Outlines.box(0, -height - 0.015, width, -height + 0.015), false);
      beams.append(
          Outlines.box(width / 2 - 0.012, -height - gable, width / 2 + 0.012, -height), false);
      beams.append(Outlines.box(width * 0.25, -height - gable * 0.5, width * 0.28, -height), false);
      beams.append(Outlines.box(width * 0.72, -height - gable * 0.5, width * 0.75, -height), false);
      easel.flat(beams, BEAM);
    } else if (surface == Surface.PLANKS) {
      Path2D lines = new Path2D.Double();
      for (double y = 0.05; y < gable; y += 0.05) {
        double half = width / 2 * (1 - y / gable);
        lines.append(
            Outlines.box(width / 2 - half, -height - y, width / 2 + half, -height - y + 0.008),
            false);
      }
      easel.flat(lines, Colours.clear(Colours.darker(plaster, 0.5), 0.5));
    }
    if (studio().chance(0.5)) {
      double radius = 0.055;
      double y = -height - gable * 0.34;
      easel.flat(Outlines.oval(width / 2, y, radius * 1.25, radius * 1.25), trim);
      easel.shaded(Outlines.oval(width / 2, y, radius, radius), new Color(72, 98, 122), 0.5);
      easel.flat(Outlines.box(width / 2 - 0.006, y - radius, width / 2 + 0.006, y + radius), trim);
    } else {
      window(width / 2, -height - gable * 0.3, 0.05, 0.065);
    }
  }

  private void texture(Color base, double length, double height) {
    Path2D marks = new Path2D.Double();
    Color colour = Colours.clear(Colours.darker(base, 0.5), 0.5);
    switch (surface) {
      case PLASTER -> {
        return;
      }
      case BRICKS -> {
        for (double y = -0.035; y > -height; y -= 0.035) {
          for (double x = studio().between(0, 1) * 0.04; x < length - 0.075; x += 0.08) {
            if (studio().chance(0.5)) {
              marks.append(Outlines.box(x, y, x + 0.07, y - 0.027), false);
            }
          }
        }
        colour = Colours.clear(Colours.darker(base, 0.4), 0.45);
      }
      case PLANKS -> {
        for (double y = 0.05; y < height; y += 0.05) {
          marks.append(Outlines.box(0, -y, length, -y + 0.008), false);
        }
      }
      case TIMBER -> {
        timber(marks, length, height);
        colour = BEAM;
      }
    }
    easel.flat(marks, colour);
  }

  private static void timber(Path2D beams, double length, double height) {
    for (double y : new double[] {0.02, height / 2, height - 0.02}) {
      beams.append(Outlines.box(0, -y - 0.014, length, -y + 0.014), false);
    }
    int posts = (int) Math.round(length / 0.26);
    for (int post = 0; post <= posts; post++) {
      double x = 0.013 + (length - 0.026) * post / posts;
      beams.append(Outlines.box(x - 0.013, -height, x + 0.013, 0), false);
    }
    double reach = length / posts * 0.9;
    beams.append(brace(0, reach, height), false);
    beams.append(brace(length, length - reach, height), false);
  }

  private static Path2D brace(double low, double high, double height) {
    double thick = low < high ? 0.03 : -0.03;
    return thick > 0
        ? Outlines.polygon(low, 0, high, -height, high + thick, -height, low + thick, 0)
        : Outlines.polygon(low + thick, 0, high + thick, -height, high, -height, low, 0);
  }

  private void window(double x, double y, double half, double halfHeight) {
    if (shutters) {
      for (int hand = -1; hand <= 1; hand += 2) {
        double near = x + hand * half * 1.12;
        easel.shaded(
            Outlines.box(near, y - halfHeight, near + hand * half * 0.72, y + halfHeight),
            paintwork,
            0.3);
      }
    }
    Opening.window(easel, x, y, half, halfHeight, trim);
  }

  private Studio studio() {
    return easel.studio();
  }
}
