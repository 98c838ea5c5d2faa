package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** An old key with a bow and bits, or a modern one with a toothed blade; sometimes on a ring. */
public final class Key implements Artist {

  private static final List<Color> METALS =
      List.of(
          new Color(196, 152, 66),
          new Color(176, 134, 62),
          new Color(168, 172, 180),
          new Color(190, 194, 200),
          new Color(182, 108, 74),
          new Color(112, 98, 84));

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    Color metal = studio.pick(METALS);
    double ring = studio.chance(0.3) ? studio.between(17.0, 24.0) : 0;
    ring(turntable, ring, 180);
    if (studio.chance(0.55)) {
      new OldKey(turntable, studio, metal).draw();
    } else {
      modern(turntable, studio, metal);
    }
    ring(turntable, ring, 0);
    return turntable.floating(Shapes2D.pose(studio.between(0.0, 360.0), studio.chance(0.5)));
  }

  /** Half of a ring through the bow; the other half is behind the key. */
  private static void ring(Turntable turntable, double radius, double start) {
    if (radius > 0) {
      turntable.rod(
          Shapes2D.arc(-17 - radius, 0, radius, start - 90, 180), 3.2, new Color(176, 180, 188));
    }
  }

  private static void modern(Turntable turntable, Studio studio, Color metal) {
    double end = studio.between(66.0, 80.0);
    Path2D blade = blade(studio, end);
    turntable.thick(blade, 0.8, 2.2, Colours.darker(metal, 0.5));
    turntable.fill(blade, Material.metal(metal));
    turntable.line(Shapes2D.polyline(16, -3.6, end - 6, -3.6), 2.2, Colours.darker(metal, 0.45));
    turntable.line(Shapes2D.polyline(16, -2.6, end - 6, -2.6), 0.7, Colours.lighter(metal, 0.6));
    Shape plate =
        switch (studio.between(0, 3)) {
          case 0 -> Shapes2D.circle(-3, 0, 23);
          case 1 -> Shapes2D.box(-24, -21, 43, 42, studio.between(6.0, 14.0));
          case 2 ->
              Shapes2D.polygon(
                  19, -11, 6, -23, -12, -23, -25, -10, -25, 10, -12, 23, 6, 23, 19, 11);
          default -> Shapes2D.smooth(18, -10, 2, -25, -19, -18, -26, 0, -19, 18, 2, 25, 18, 10);
        };
    double hole = studio.between(4.0, 6.0);
    Shape head = Shapes2D.together(plate, Shapes2D.circle(-15, 0, hole));
    boolean plastic = studio.chance(0.35);
    Color colour =
        plastic
            ? studio.chance(0.5) ? new Color(46, 46, 52) : studio.colour(0, 1, 0.6, 0.9, 0.4, 0.85)
            : metal;
    turntable.thick(head, 0.8, plastic ? 3.4 : 2.2, Colours.darker(colour, 0.5));
    turntable.fill(head, plastic ? Material.rounded(colour, 0.5) : Material.metal(colour));
    turntable.line(head, 0.6, Colours.darker(colour, 0.45));
    Shape inset = Shapes2D.box(-4, -10, 13, 20, 4);
    turntable.lifted(inset, Material.plain(Colours.darker(colour, 0.4)), 0.7);
    turntable.fill(inset, Material.shaded(Colours.darker(colour, 0.1), 0.3));
  }

  private static Path2D blade(Studio studio, double end) {
    Path2D blade = Shapes2D.polyline(10, -8, end - 5, -8, end, -3, end - 4, 3);
    int teeth = studio.between(4, 6);
    double step = (end - 30) / teeth;
    for (int i = 0; i < teeth; i++) {
      double x = end - 6 - i * step;
      double cut = studio.between(0.0, 5.0);
      blade.lineTo(x - step * 0.1, 8);
      blade.lineTo(x - step * 0.45, cut);
      blade.lineTo(x - step * 0.65, cut);
    }
    blade.lineTo(24, 9);
    blade.lineTo(10, 9);
    blade.closePath();
    return blade;
  }
}
