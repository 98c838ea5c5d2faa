package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** A bicycle from its side: for the road, the city or the mountains. */
public final class Bicycle implements Artist {

  private static final Color RUBBER = new Color(38, 37, 40);
  private static final Color STEEL = new Color(178, 182, 190);

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    BicycleFrame.Build build = studio.pick(List.of(BicycleFrame.Build.values()));
    BicycleFrame frame = BicycleFrame.of(studio, build);
    Color paint =
        studio.chance(0.2) ? new Color(52, 54, 60) : studio.colour(0, 1, 0.55, 0.95, 0.45, 0.9);
    Color leather = studio.chance(0.5) ? studio.colour(0.04, 0.08, 0.5, 0.7, 0.3, 0.55) : RUBBER;
    Color rim = studio.chance(0.3) ? paint : STEEL;
    wheel(turntable, studio, frame, 0, rim);
    wheel(turntable, studio, frame, frame.front(), rim);
    crank(turntable, frame, studio.between(0.0, 180.0) + 180, Colours.darker(STEEL, 0.3));
    frame.tubes(turntable, studio, build, paint);
    if (build == BicycleFrame.Build.CITY) {
      cityParts(turntable, studio, frame, paint);
    }
    chain(turntable, frame);
    saddle(turntable, studio, frame, leather);
    handlebar(turntable, frame, build, leather);
    AffineTransform pose = Shapes2D.pose(0, studio.chance(0.5));
    pose.scale(studio.between(0.84, 1.0), 1);
    return turntable.standing(pose);
  }

  private static void wheel(
      Turntable turntable, Studio studio, BicycleFrame frame, double x, Color rim) {
    double radius = frame.wheel();
    Path2D spokes = new Path2D.Double();
    double start = studio.between(0.0, 40.0);
    for (int i = 0; i < 18; i++) {
      double angle = Math.toRadians(start + i * 20);
      double lean = angle + (i % 2 == 0 ? 1.2 : -1.2);
      spokes.moveTo(x + 2.5 * Math.cos(lean), 2.5 * Math.sin(lean));
      spokes.lineTo(x + radius * 0.93 * Math.cos(angle), radius * 0.93 * Math.sin(angle));
    }
    turntable.line(spokes, 0.95, Colours.darker(STEEL, 0.15));
    Shape circle = Shapes2D.circle(x, 0, radius - frame.tyre() / 2);
    turntable.line(Shapes2D.circle(x, 0, radius - frame.tyre() * 1.05), 3.2, Material.metal(rim));
    turntable.line(circle, frame.tyre(), RUBBER);
    turntable.lifted(
        Shapes2D.together(
            Shapes2D.circle(x, 0, radius - frame.tyre() * 0.3),
            Shapes2D.circle(x, 0, radius - frame.tyre() * 0.5)),
        Material.shaded(new Color(112, 112, 120), 0.7),
        0.3);
    turntable.fill(Shapes2D.circle(x, 0, 4), Material.metal(Colours.darker(STEEL, 0.2)));
    turntable.fill(Shapes2D.circle(x, 0, 1.5), RUBBER);
  }

  private static void cityParts(Turntable turntable, Studio studio, BicycleFrame f, Color paint) {
    double over = f.wheel() + 2.5;
    Color guard = studio.chance(0.5) ? Colours.darker(paint, 0.1) : STEEL;
    turntable.rod(Shapes2D.arc(0, 0, over, 20, 150), 2.8, guard);
    turntable.rod(Shapes2D.arc(f.front(), 0, over, 5, 125), 2.8, guard);
    if (studio.chance(0.5)) {
      double y = -over - 5;
      turntable.rod(Shapes2D.polyline(-22, y, 24, y), 2.4, RUBBER);
      turntable.line(Shapes2D.polyline(-16, y, 0, 0, 4, y), 1.4, RUBBER);
    }
    if (studio.chance(0.55)) {
      basket(turntable, studio, f);
    }
    turntable.fill(Shapes2D.circle(f.headX() + 10, f.headY() + 9, 3.6), Material.metal(STEEL));
  }

  private static void basket(Turntable turntable, Studio studio, BicycleFrame f) {
    Color wicker = studio.colour(0.07, 0.11, 0.4, 0.65, 0.55, 0.8);
    double x = f.headX() + 5;
    double y = f.headY() - 11;
    turntable.fill(
        Shapes2D.polygon(x, y, x + 27, y, x + 23, y + 19, x + 3, y + 19),
        Material.shaded(wicker, 0.4));
    Path2D weave = new Path2D.Double();
    for (int i = 1; i < 5; i++) {
      weave.append(Shapes2D.polyline(x + i * 0.7, y + 4 * i, x + 27 - i, y + 4 * i), false);
      weave.append(Shapes2D.polyline(x + 5.4 * i, y, x + 4 + 4 * i, y + 19), false);
    }
    turntable.line(weave, 0.9, Colours.darker(wicker, 0.45));
    turntable.rod(Shapes2D.polyline(x, y, x + 27, y), 2.6, wicker);
  }

  private static void chain(Turntable turntable, BicycleFrame f) {
    Path2D chain =
        Shapes2D.together(
            Shapes2D.polyline(0, -3, f.pedalX(), f.pedalY() - 8.5),
            Shapes2D.polyline(0, 4, f.pedalX(), f.pedalY() + 8.5));
    turntable.line(chain, 1.3, new Color(70, 68, 66));
    Shape ring =
        Shapes2D.together(
            Shapes2D.circle(f.pedalX(), f.pedalY(), 9.5),
            Shapes2D.circle(f.pedalX(), f.pedalY(), 6.4));
    turntable.fill(ring, Material.metal(Colours.darker(STEEL, 0.35)));
    crank(turntable, f, 0, STEEL);
  }

  private static void crank(Turntable turntable, BicycleFrame f, double angle, Color colour) {
    double turn = Math.toRadians(angle + 35);
    double x = f.pedalX() + 16 * Math.cos(turn);
    double y = f.pedalY() + 16 * Math.sin(turn);
    turntable.rod(Shapes2D.polyline(f.pedalX(), f.pedalY(), x, y), 3, colour);
    turntable.fill(Shapes2D.box(x - 6, y - 1.8, 12, 3.6, 1.2), RUBBER);
  }

  private static void saddle(Turntable turntable, Studio studio, BicycleFrame f, Color leather) {
    double x = f.seatX() - 4;
    double y = f.seatY() - 14 - studio.between(0.0, 2.0);
    Shape seat =
        Shapes2D.smooth(
            x - 13, y - 3, x - 6, y - 4, x + 4, y - 2.5, x + 15, y - 2, x + 15, y + 0.5, x + 2,
            y + 2, x - 7, y + 5, x - 13, y + 3);
    turntable.fill(seat, Material.shaded(leather, 0.5));
    turntable.line(
        Shapes2D.curve(x - 11, y - 2, x - 4, y - 3.2, x + 4, y - 1.6, x + 12, y - 1.2),
        1,
        Colours.clear(Color.WHITE, 0.4));
  }

  private static void handlebar(
      Turntable turntable, BicycleFrame f, BicycleFrame.Build build, Color grip) {
    double x = f.headX() - 1.5;
    double y = f.headY() - 6;
    turntable.rod(Shapes2D.polyline(f.headX(), f.headY(), x, y), 3.6, STEEL);
    switch (build) {
      case ROAD -> {
        turntable.rod(Shapes2D.polyline(x, y, x + 9, y - 2), 3.2, STEEL);
        turntable.rod(
            Shapes2D.curve(x + 9, y - 2, x + 24, y - 4, x + 26, y + 14, x + 11, y + 14), 3.8, grip);
        turntable.rod(Shapes2D.polyline(x + 19, y - 2, x + 22, y + 8), 2, RUBBER);
      }
      case CITY -> {
        turntable.rod(Shapes2D.curve(x, y, x + 10, y - 9, x + 2, y - 12, x - 12, y - 10), 3, STEEL);
        turntable.rod(Shapes2D.polyline(x - 8, y - 11, x - 18, y - 9), 4.4, grip);
      }
      case MOUNTAIN -> {
        turntable.rod(Shapes2D.polyline(x, y, x + 8, y - 4), 3.8, STEEL);
        turntable.rod(Shapes2D.polyline(x + 8, y - 4, x + 1, y - 6), 5, RUBBER);
      }
    }
  }
}
