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

/** A clock for the wall, an alarm clock with two bells, or a clock for the mantelpiece. */
public final class Clock implements Artist {

  private static final double RADIUS = 44;
  private static final Color STEEL = new Color(180, 184, 192);
  private static final Color BRASS = new Color(200, 156, 70);

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    Color metal = studio.pick(List.of(STEEL, BRASS, new Color(190, 116, 84)));
    Color paint =
        studio.chance(0.2) ? new Color(50, 52, 58) : studio.colour(0, 1, 0.4, 0.85, 0.4, 0.85);
    switch (studio.between(0, 2)) {
      case 0 ->
          wall(
              turntable,
              studio,
              studio.chance(0.4) ? metal : studio.chance(0.5) ? wood(studio) : paint);
      case 1 -> alarm(turntable, studio, metal, studio.chance(0.75) ? paint : metal);
      default -> mantel(turntable, studio, metal);
    }
    new ClockFace(turntable, studio, RADIUS).draw();
    return turntable.standing(Shapes2D.pose(studio.between(-4.0, 4.0), false));
  }

  private static Color wood(Studio studio) {
    return studio.colour(0.03, 0.09, 0.5, 0.75, 0.3, 0.65);
  }

  private static void wall(Turntable turntable, Studio studio, Color frame) {
    double width = studio.between(4.0, 9.0);
    Shape outer =
        switch (studio.between(0, 3)) {
          case 0 -> octagon(RADIUS + width + 2);
          case 1 ->
              Shapes2D.box(
                  -RADIUS - width,
                  -RADIUS - width,
                  2 * (RADIUS + width),
                  2 * (RADIUS + width),
                  studio.between(4.0, 22.0));
          default -> Shapes2D.circle(0, 0, RADIUS + width);
        };
    double side = studio.between(-4.0, 4.0);
    turntable.thick(outer, side, 3, Colours.darker(frame, 0.45));
    turntable.fill(outer, Material.shaded(frame, 0.6));
    turntable.lifted(
        Shapes2D.together(
            Shapes2D.circle(0, 0, RADIUS + width * 0.62),
            Shapes2D.circle(0, 0, RADIUS + width * 0.48)),
        Material.plain(Colours.clear(Colours.lighter(frame, 0.7), 0.5)),
        width * 0.12);
    bezel(turntable, Colours.darker(frame, 0.2));
  }

  private static Shape octagon(double radius) {
    double[] xy = new double[16];
    for (int i = 0; i < 8; i++) {
      double angle = Math.toRadians(22.5 + 45 * i);
      xy[2 * i] = radius * 1.05 * Math.cos(angle);
      xy[2 * i + 1] = radius * 1.05 * Math.sin(angle);
    }
    return Shapes2D.polygon(xy);
  }

  /** The ring around the glass slopes inwards, so that its far side catches the light. */
  private static void bezel(Turntable turntable, Color colour) {
    turntable.fill(Shapes2D.circle(0, 0, RADIUS + 2.6), Material.metal(colour));
    turntable.fill(
        Shapes2D.circle(0, 0, RADIUS + 0.8), Material.plain(Colours.darker(colour, 0.6)));
  }

  private static void alarm(Turntable turntable, Studio studio, Color metal, Color paint) {
    double hull = RADIUS + studio.between(5.0, 8.0);
    double spread = studio.between(32.0, 38.0);
    for (int side = -1; side <= 1; side += 2) {
      Shape foot =
          Shapes2D.polygon(
              side * 22, 34, side * 34, 24, side * 41, hull + 13, side * 35, hull + 13);
      turntable.fill(foot, Material.column(metal, 0.6));
      turntable.fill(Shapes2D.circle(side * 38, hull + 12, 3.8), Material.rounded(metal, 0.6));
    }
    turntable.rod(Shapes2D.arc(0, -hull - 2, 17, 0, 180), 3.6, metal);
    turntable.rod(Shapes2D.polyline(0, -hull, 0, -hull - 9), 2.6, metal);
    turntable.fill(
        Shapes2D.box(-5.5, -hull - 14, 11, 6, 2.5), Material.metal(Colours.darker(metal, 0.2)));
    for (int side = -1; side <= 1; side += 2) {
      bell(turntable, metal, side * spread, hull);
    }
    turntable.thick(Shapes2D.circle(0, 0, hull), 0, 2.5, Colours.darker(paint, 0.4));
    turntable.fill(Shapes2D.circle(0, 0, hull), Material.rounded(paint, 0.6));
    bezel(turntable, metal);
  }

  private static void bell(Turntable turntable, Color metal, double turn, double distance) {
    turntable.rod(
        Shapes2D.turned(Shapes2D.polyline(0, -distance + 3, 0, -distance - 6), turn, 0, 0),
        3,
        Colours.darker(metal, 0.3));
    double y = -distance - 3;
    Shape dome =
        Shapes2D.curve(-18, y, -18, y - 20, 18, y - 20, 18, y, 10, y + 3.5, -10, y + 3.5, -18, y);
    turntable.fill(Shapes2D.turned(dome, turn, 0, 0), Material.metal(metal));
    Shape lip = Shapes2D.curve(-18, y, -10, y + 3.5, 10, y + 3.5, 18, y);
    turntable.line(Shapes2D.turned(lip, turn, 0, 0), 1.6, Colours.darker(metal, 0.45));
    turntable.fill(
        Shapes2D.turned(Shapes2D.circle(0, y - 16, 2.6), turn, 0, 0), Material.rounded(metal, 0.5));
  }

  private static void mantel(Turntable turntable, Studio studio, Color metal) {
    Color wood = wood(studio);
    double low = RADIUS + studio.between(12.0, 20.0);
    double wide = RADIUS + studio.between(8.0, 13.0);
    double top = -RADIUS - studio.between(7.0, 10.0);
    Shape body =
        switch (studio.between(0, 2)) {
          case 0 ->
              Shapes2D.curve(
                  -wide,
                  low,
                  -wide,
                  low - 30,
                  -wide,
                  20,
                  -wide,
                  0,
                  -wide,
                  top * 1.38,
                  wide,
                  top * 1.38,
                  wide,
                  0,
                  wide,
                  20,
                  wide,
                  low - 30,
                  wide,
                  low);
          case 1 ->
              Shapes2D.curve(
                  -wide * 1.6,
                  low,
                  -wide * 1.6,
                  low - 34,
                  -wide * 1.15,
                  low - 30,
                  -wide * 0.98,
                  8,
                  -wide * 0.8,
                  top * 1.42,
                  wide * 0.8,
                  top * 1.42,
                  wide * 0.98,
                  8,
                  wide * 1.15,
                  low - 30,
                  wide * 1.6,
                  low - 34,
                  wide * 1.6,
                  low);
          default -> Shapes2D.box(-wide, top, 2 * wide, low - top + 4, 3);
        };
    double reach = body.getBounds2D().getWidth() / 2 + 4;
    turntable.thick(body, studio.between(3.0, 6.0), -2, Colours.darker(wood, 0.5));
    turntable.fill(body, Material.shaded(wood, 0.5));
    turntable.line(body, 1.2, Colours.clear(Colours.lighter(wood, 0.5), 0.5));
    turntable.fill(Shapes2D.box(-reach, low - 3, 2 * reach, 9, 2), Material.beam(wood, 0.5));
    for (int side = -1; side <= 1; side += 2) {
      turntable.fill(Shapes2D.ellipse(side * (reach - 9), low + 7.5, 6, 4), Material.metal(metal));
    }
    bezel(turntable, metal);
  }
}
