package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** An acoustic or electric guitar; drawn upright, the neck meeting the body at (0, 0). */
public final class Guitar implements Artist {

  static final double NUT = -36;
  private static final Color STEEL = new Color(188, 190, 196);
  private static final Color BLACK = new Color(36, 34, 36);
  private static final Color IVORY = new Color(238, 230, 208);

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    double bridge;
    if (studio.chance(0.5)) {
      bridge = studio.between(29.0, 32.0);
      acoustic(turntable, studio, bridge);
    } else {
      bridge = studio.between(25.0, 28.0);
      new ElectricBody(turntable, studio, bridge).draw();
    }
    new GuitarHead(turntable, studio).draw();
    neck(turntable, studio);
    strings(turntable, bridge);
    double angle =
        studio.chance(0.75) ? studio.between(-65.0, 65.0) : studio.between(-180.0, 180.0);
    return turntable.standing(Shapes2D.pose(angle, studio.chance(0.5)));
  }

  private static void acoustic(Turntable turntable, Studio studio, double bridge) {
    double bout = studio.between(20.5, 23.5);
    double waist = studio.between(13.0, 15.0);
    double shoulder = studio.between(15.5, 17.5);
    double rightShoulder = studio.chance(0.25) ? 8 : shoulder;
    Shape body =
        Shapes2D.smooth(
            0,
            0,
            rightShoulder * 0.62,
            rightShoulder == shoulder ? 0.8 : 4,
            rightShoulder,
            7.5,
            waist,
            19,
            bout,
            34,
            bout * 0.62,
            46,
            0,
            48.5,
            -bout * 0.62,
            46,
            -bout,
            34,
            -waist,
            19,
            -shoulder,
            7.5,
            -shoulder * 0.62,
            0.8);
    Color wood =
        studio.chance(0.8)
            ? studio.colour(0.06, 0.11, 0.4, 0.8, 0.65, 0.95)
            : studio.colour(0, 1, 0.5, 0.8, 0.25, 0.6);
    Color side = studio.colour(0.02, 0.06, 0.6, 0.8, 0.25, 0.45);
    turntable.thick(body, studio.between(1.5, 3.5), studio.between(0.5, 2.0), side);
    turntable.fill(body, Material.shaded(wood, 0.4));
    if (studio.chance(0.4)) {
      turntable.fill(body, Material.plain(Colours.clear(side, 0.85)));
      turntable.fill(body, Material.glow(Colours.lighter(wood, 0.1)));
    } else {
      turntable.fill(body, Material.glow(Colours.clear(Colours.lighter(wood, 0.5), 0.5)));
    }
    turntable.line(body, 1.1, studio.chance(0.5) ? IVORY : Colours.darker(side, 0.3));
    if (studio.chance(0.6)) {
      Shape guard = Shapes2D.smooth(5.5, 19, 8.5, 15, 11.5, 20, 12, 27, 6, 27, 2, 22.5);
      turntable.fill(guard, Material.shaded(studio.chance(0.6) ? BLACK : side, 0.4));
    }
    soundHole(turntable, side);
    turntable.fill(
        Shapes2D.box(-8.5, bridge - 1.5, 17, 4.4, 1.6),
        Material.shaded(Colours.darker(side, 0.5), 0.4));
    turntable.fill(Shapes2D.box(-6, bridge - 0.7, 12, 1.2, 0.5), IVORY);
    turntable.fill(
        Shapes2D.turned(Shapes2D.ellipse(-bout * 0.55, 36, 3, 8), 30, -bout * 0.55, 36),
        Material.glow(new Color(255, 255, 255, 130)));
  }

  private static void soundHole(Turntable turntable, Color wood) {
    turntable.fill(Shapes2D.circle(0, 17, 7), IVORY);
    turntable.fill(Shapes2D.circle(0, 17, 6.5), wood);
    turntable.fill(Shapes2D.circle(0, 17, 5.6), IVORY);
    turntable.fill(Shapes2D.circle(0, 17, 5.2), new Color(26, 16, 12));
    turntable.lifted(
        Shapes2D.circle(0, 17, 4.4), Material.shaded(new Color(62, 38, 24), 0.9), -0.6);
  }

  private static void neck(Turntable turntable, Studio studio) {
    Color board = studio.colour(0.03, 0.08, 0.4, 0.7, 0.16, 0.36);
    double end = 9;
    turntable.fill(
        Shapes2D.polygon(-2.6, NUT, 3.6, NUT, 4.4, 1, -3.4, 1),
        Material.column(Colours.lighter(board, 0.25), 0.6));
    turntable.fill(
        Shapes2D.polygon(-2.8, NUT, 2.8, NUT, 3.5, end, -3.5, end), Material.shaded(board, 0.4));
    Path2D frets = new Path2D.Double();
    Path2D dots = new Path2D.Double();
    double before = NUT;
    for (int fret = 1; fret <= 19; fret++) {
      double y = NUT + 66 * (1 - Math.pow(2, -fret / 12.0));
      if (y > end) {
        break;
      }
      frets.append(Shapes2D.polyline(-2.7, y, 2.7, y), false);
      if (fret == 3 || fret == 5 || fret == 7 || fret == 9 || fret == 12 || fret == 15) {
        dots.append(Shapes2D.circle(0, (y + before) / 2, 0.75), false);
      }
      before = y;
    }
    turntable.line(frets, 0.45, Colours.lighter(STEEL, 0.2));
    turntable.fill(dots, IVORY);
    turntable.fill(Shapes2D.box(-3, NUT - 0.8, 6, 1.5, 0.3), IVORY);
  }

  private static void strings(Turntable turntable, double bridge) {
    Path2D strings = new Path2D.Double();
    for (int i = 0; i < 6; i++) {
      double side = (i - 2.5) / 2.5;
      strings.append(Shapes2D.polyline(side * 2.1, NUT - 2, side * 3.6, bridge), false);
    }

    turntable.line(strings, 0.32, new Color(226, 224, 214));
  }
}
