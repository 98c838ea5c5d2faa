package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** An open umbrella, upright or leaning, with panels of cloth between its ribs. */
public final class Umbrella implements Artist {

  private static final Color STEEL = new Color(170, 174, 182);
  private static final Color BLACK = new Color(44, 42, 46);

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    Canopy canopy =
        new Canopy(
            studio.pick(List.of(6, 8, 8, 8, 10)),
            studio.between(0.0, 60.0),
            studio.between(24.0, 36.0),
            studio.between(58.0, 80.0),
            studio.between(-0.32, 0.26));
    List<Color> cloth = cloth(studio);
    double length = studio.between(54.0, 72.0);
    panels(turntable, studio, canopy, cloth, false);
    shaft(turntable, studio, canopy, length);
    double hem = studio.chance(0.35) ? studio.between(0.76, 0.9) : 1;
    panels(turntable, studio, canopy, cloth, true);
    ribs(turntable, canopy, cloth, hem);
    double top = canopy.y(0, 0);
    turntable.rod(Shapes2D.polyline(0, top - 7, 0, top), 2.4, STEEL);
    turntable.fill(
        Shapes2D.ellipse(0, top + 0.3, 4, 2),
        Material.shaded(Colours.darker(cloth.get(0), 0.3), 0.4));
    return turntable.standing(Shapes2D.pose(studio.between(-38.0, 38.0), studio.chance(0.5)));
  }

  private static List<Color> cloth(Studio studio) {
    Color first = studio.colour(0, 1, 0.5, 0.9, 0.45, 0.92);
    return switch (studio.between(0, 4)) {
      case 0 -> List.of(first, studio.colour(0.1, 0.16, 0.02, 0.15, 0.9, 0.97));
      case 1 -> List.of(first, studio.colour(0, 1, 0.5, 0.9, 0.6, 0.95));
      case 2 -> rainbow(studio);
      case 3 -> List.of(studio.chance(0.5) ? BLACK : first);
      default -> List.of(first);
    };
  }

  private static List<Color> rainbow(Studio studio) {
    double saturation = studio.between(0.6, 0.85);
    return List.of(
        studio.colour(0.98, 1.01, saturation, saturation, 0.8, 0.9),
        studio.colour(0.06, 0.08, saturation, saturation, 0.9, 0.95),
        studio.colour(0.13, 0.15, saturation, saturation, 0.9, 0.95),
        studio.colour(0.3, 0.38, saturation, saturation, 0.6, 0.75),
        studio.colour(0.55, 0.6, saturation, saturation, 0.7, 0.9),
        studio.colour(0.72, 0.78, saturation, saturation, 0.5, 0.7));
  }

  /** The panels that show their outside, or those that show their inside. */
  private static void panels(
      Turntable turntable, Studio studio, Canopy canopy, List<Color> cloth, boolean outside) {
    for (int i = 0; i < canopy.ribs(); i++) {
      double middle = canopy.azimuth(i + 0.5);
      if (canopy.outside(middle) != outside) {
        continue;
      }
      Shape panel = canopy.panel(i, 0, 1);
      Color colour = cloth.get(i % cloth.size());
      if (outside) {
        double light = canopy.light(middle, studio);
        Color lit =
            light > 0 ? Colours.lighter(colour, light * 0.3) : Colours.darker(colour, -light * 0.5);
        turntable.fill(panel, Material.shaded(lit, 0.3));
        turntable.fill(
            canopy.panel(i, 0.55, 1),
            Material.blend(
                new Color(0, 0, 0, 0),
                0,
                canopy.y(0.6, 0),
                new Color(0, 0, 10, 60),
                0,
                canopy.y(1, 0)));
      } else {
        turntable.fill(panel, Material.shaded(Colours.darker(colour, 0.5), 0.3));
        turntable.line(canopy.rib(i), 0.9, Colours.darker(STEEL, 0.25));
        tip(turntable, canopy, i);
      }
    }
  }

  private static void ribs(Turntable turntable, Canopy canopy, List<Color> cloth, double hem) {
    for (int i = 0; i < canopy.ribs(); i++) {
      Color colour = cloth.get(i % cloth.size());
      boolean seen = canopy.outside(canopy.azimuth(i + 0.5));
      if (seen && hem < 1) {
        turntable.fill(canopy.panel(i, hem, 0.97), Colours.clear(Color.WHITE, 0.45));
      }
      double end = canopy.azimuth(i);
      if (canopy.outside(end)) {
        turntable.line(canopy.rib(i), 0.9, Colours.clear(Colours.darker(colour, 0.6), 0.6));
        tip(turntable, canopy, i);
      }
    }
  }

  private static void tip(Turntable turntable, Canopy canopy, int rib) {
    double end = canopy.azimuth(rib);
    turntable.fill(Shapes2D.circle(canopy.x(1, end), canopy.y(1, end), 1.1), STEEL);
  }

  private static void shaft(Turntable turntable, Studio studio, Canopy canopy, double length) {
    Color stick = studio.chance(0.5) ? STEEL : studio.chance(0.5) ? BLACK : wood(studio);
    double top = canopy.y(0, 0);
    turntable.rod(Shapes2D.polyline(0, top + 3, 0, length), 2.6, stick);
    turntable.fill(
        Shapes2D.box(-2, length * 0.28, 4, 5, 1), Material.column(Colours.darker(stick, 0.2), 0.5));
    Color grip = studio.chance(0.6) ? wood(studio) : BLACK;
    double hook = studio.between(6.0, 9.0);
    if (studio.chance(0.72)) {
      Shape handle =
          Shapes2D.curve(
              0,
              length - 12,
              0,
              length - 8,
              0,
              length - 4,
              0,
              length,
              0,
              length + hook * 1.4,
              hook * 2,
              length + hook * 1.4,
              hook * 2,
              length - 1);
      turntable.rod(handle, 4.6, grip);
    } else {
      turntable.rod(Shapes2D.polyline(0, length - 14, 0, length + 3), 5.6, grip);
    }
    turntable.fill(Shapes2D.box(-2.8, length - 15, 5.6, 2.4, 1), Material.metal(STEEL));
  }

  private static Color wood(Studio studio) {
    return studio.colour(0.05, 0.09, 0.5, 0.75, 0.4, 0.7);
  }
}
