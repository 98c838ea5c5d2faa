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

/** A mug, a teacup on its saucer or a tall cup, with something to drink in it. */
public final class Cup implements Artist {

  private static final Color SHADE = new Color(20, 12, 8, 110);
  private static final List<Color> DRINKS =
      List.of(
          new Color(48, 26, 14),
          new Color(66, 36, 18),
          new Color(160, 110, 66),
          new Color(190, 146, 98),
          new Color(176, 84, 20),
          new Color(150, 50, 18),
          new Color(168, 160, 62));

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    int build = studio.between(0, 2);
    Vessel wall = build(studio, build);
    Color glaze = glaze(studio);
    boolean pale = studio.chance(0.4);
    Color second = pale ? studio.colour(0.1, 0.15, 0.02, 0.15, 0.9, 0.98) : glaze(studio);
    if (build == 1) {
      saucer(turntable, wall, glaze, second);
    }
    handle(turntable, studio, wall, studio.chance(0.2) ? second : glaze);
    Shape body = wall.band(0, 1);
    turntable.fill(body, Material.column(glaze, 0.55));
    new CupPattern(turntable, studio, wall, second).draw();
    ground(turntable, wall);
    shine(turntable, studio, wall);
    opening(turntable, studio, wall, studio.chance(0.5) ? second : glaze);
    if (studio.chance(0.2)) {
      steam(turntable, studio, wall);
    }
    return turntable.standing(Shapes2D.pose(0, studio.chance(0.5)));
  }

  private static Vessel build(Studio studio, int build) {
    double tilt = studio.between(0.16, 0.36);
    double foot = studio.between(0.85, 1.03);
    return switch (build) {
      case 0 -> new Vessel(30, 30 * foot, studio.between(48, 66), studio.between(-0.1, 0.4), tilt);
      case 1 ->
          new Vessel(
              34,
              studio.between(13, 19),
              studio.between(32, 44),
              studio.between(0.65, 1),
              tilt + 0.03);
      default ->
          new Vessel(
              27, studio.between(17, 22), studio.between(68, 84), studio.between(0, 0.5), tilt);
    };
  }

  private static Color glaze(Studio studio) {
    return studio.chance(0.35)
        ? studio.colour(0.07, 0.15, 0.02, 0.14, 0.86, 0.97)
        : studio.colour(0, 1, 0.3, 0.8, 0.4, 0.9);
  }

  private static void saucer(Turntable turntable, Vessel wall, Color glaze, Color rim) {
    double y = wall.height() + 1;
    double wide = wall.top() * 1.55;
    double deep = wide * wall.tilt();
    turntable.fill(
        Shapes2D.ellipse(0, y + 3, wide * 0.97, deep),
        Material.column(Colours.darker(glaze, 0.35), 0.5));
    turntable.fill(Shapes2D.ellipse(0, y, wide, deep), Material.shaded(rim, 0.3));
    turntable.fill(Shapes2D.ellipse(0, y, wide * 0.93, deep * 0.92), Material.shaded(glaze, 0.35));
    turntable.fill(
        Shapes2D.ellipse(0, y + 1, wide * 0.6, deep * 0.6),
        Material.shaded(Colours.darker(glaze, 0.12), 0.25));
    double foot = wall.foot();
    turntable.fill(
        Shapes2D.ellipse(0, y, foot * 2, Math.min(foot * 2 * wall.tilt(), deep * 0.85)),
        Material.glow(new Color(20, 12, 8, 210)));
  }

  private static void handle(Turntable turntable, Studio studio, Vessel wall, Color glaze) {
    double above = studio.between(0.1, 0.2);
    double below = studio.between(0.62, 0.8);
    double reach = studio.between(17, 25);
    double x = wall.x(above, 80);
    double y = wall.y(above, 85);
    double endX = wall.x(below, 80);
    double endY = wall.y(below, 85);
    double sag = studio.between(-3, 8);
    double outer = Math.max(x, endX) + reach;
    Shape path =
        studio.chance(0.3)
            ? Shapes2D.curve(
                x,
                y,
                outer - 4,
                y,
                outer,
                y,
                outer,
                (y + endY) / 2,
                outer,
                endY,
                outer - 4,
                endY,
                endX,
                endY)
            : Shapes2D.curve(x, y, outer + 4, y - 8, outer + 4, endY + sag - 6, endX, endY);
    turntable.rod(path, studio.between(6.0, 9.0), glaze);
  }

  /** Less light reaches the wall close to the table. */
  private static void ground(Turntable turntable, Vessel wall) {
    double low = wall.height() + wall.foot() * wall.tilt();
    turntable.fill(
        wall.band(0.6, 1),
        Material.blend(Colours.clear(SHADE, 0), 0, wall.height() * 0.7, SHADE, 0, low));
  }

  private static void shine(Turntable turntable, Studio studio, Vessel wall) {
    double side = studio.lightX() < 0 ? -1 : 1;
    double middle = side * studio.between(34, 52);
    Color white = new Color(255, 255, 255, 150);
    turntable.fill(wall.patch(0.12, 0.8, middle - 14, middle + 14), Material.glow(white));
    turntable.fill(
        wall.patch(0.15, studio.between(0.45, 0.75), middle - 3, middle + 3),
        Colours.clear(Color.WHITE, 0.35));
  }

  private static void opening(Turntable turntable, Studio studio, Vessel wall, Color inside) {
    turntable.fill(wall.circle(0, 1.02), Material.shaded(Colours.lighter(inside, 0.25), 0.3));
    Shape hole = wall.circle(0, 0.93);
    turntable.fill(hole, Material.shaded(Colours.darker(inside, 0.42), 0.35));
    double level =
        Math.min(studio.between(0.05, 0.14), 0.9 * wall.radius(0) * wall.tilt() / wall.height());
    Color drink = studio.pick(DRINKS);
    turntable.within(hole, wall.circle(level, 0.93), Material.shaded(drink, 0.4));
    turntable.within(
        hole,
        Shapes2D.moved(wall.circle(level, 0.85), 0, 0.8),
        Material.shaded(Colours.lighter(drink, 0.08), 0.3));
    double y = level * wall.height();
    double x = studio.lightX() * wall.top() * 0.4;
    turntable.fill(
        Shapes2D.ellipse(x, y + wall.top() * wall.tilt() * 0.15, 8, 8 * wall.tilt()),
        Material.glow(new Color(255, 250, 235, 190)));
    turntable.line(arcOfRim(wall), 0.7, new Color(255, 255, 255, 170));
    turntable.fill(wall.patch(0.015, 0.06, -88, 88), Material.glow(SHADE));
  }

  private static Shape arcOfRim(Vessel wall) {
    double[] xy = new double[2 * 17];
    for (int i = 0; i < 17; i++) {
      xy[2 * i] = wall.x(0, -64 + 8 * i) * 0.985;
      xy[2 * i + 1] = wall.y(0, -64 + 8 * i) * 0.98;
    }
    return Shapes2D.polyline(xy);
  }

  private static void steam(Turntable turntable, Studio studio, Vessel wall) {
    for (int i = -1; i <= 1; i++) {
      double x = i * wall.top() * 0.4;
      double sway = studio.between(4.0, 8.0);
      double rise = studio.between(20.0, 28.0);
      turntable.line(
          Shapes2D.curve(x, 0, x - sway, -rise * 0.4, x + sway, -rise * 0.6, x, -rise),
          2.5,
          Material.blend(
              new Color(255, 255, 255, 170), x, -2, new Color(255, 255, 255, 0), x, -rise));
    }
  }
}
