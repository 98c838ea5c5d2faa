package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** Where the tubes of a bicycle meet; the rear hub is at (0, 0), the front hub level with it. */
record BicycleFrame(
    double wheel,
    double tyre,
    double front,
    double pedalX,
    double pedalY,
    double seatX,
    double seatY,
    double headX,
    double headY,
    double throatX,
    double throatY) {

  private static final Color STEEL = new Color(178, 182, 190);

  enum Build {
    ROAD,
    CITY,
    MOUNTAIN
  }

  static BicycleFrame of(Studio studio, Build build) {
    double wheel = studio.between(31.0, 35.0);
    double front = studio.between(98.0, 108.0);
    double pedalX = studio.between(40.0, 44.0);
    double seatY = -studio.between(46.0, 54.0);
    double headY = seatY - studio.between(-3.0, 6.0);
    double headX = front - studio.between(22.0, 26.0);
    double tyre =
        switch (build) {
          case ROAD -> 5.2;
          case CITY -> 6;
          case MOUNTAIN -> 8;
        };
    return new BicycleFrame(
        wheel, tyre, front, pedalX, 6, pedalX - 15, seatY, headX, headY, headX + 5, headY + 15);
  }

  void tubes(Turntable turntable, Studio studio, Build build, Color paint) {
    double thick = build == Build.MOUNTAIN ? 6 : 5;
    boolean lowStep = build == Build.CITY && studio.chance(0.6);
    double bridge = lowStep ? 0.45 : studio.between(0.0, build == Build.MOUNTAIN ? 0.25 : 0.08);
    double topX = seatX() + (pedalX() - seatX()) * bridge;
    double topY = seatY() + (pedalY() - seatY()) * bridge;
    Color far = Colours.darker(paint, 0.15);
    turntable.rod(Shapes2D.polyline(0, 0, pedalX(), pedalY()), 3.4, far);
    turntable.rod(Shapes2D.polyline(0, 0, seatX() + 1, seatY() + 4), 3.2, far);
    turntable.rod(Shapes2D.polyline(seatX() - 3.4, seatY() - 12, seatX(), seatY()), 3.2, STEEL);
    turntable.rod(
        Shapes2D.curve(
            throatX(), throatY(), throatX() + 5, throatY() + 16, front() - 8, -10, front(), 0),
        4.4,
        build == Build.MOUNTAIN ? Colours.darker(paint, 0.5) : paint);
    turntable.rod(
        Shapes2D.polyline(pedalX(), pedalY(), throatX() - 1, throatY() - 2), thick, paint);
    turntable.rod(Shapes2D.polyline(seatX(), seatY(), pedalX(), pedalY()), thick * 0.9, paint);
    Shape top =
        lowStep
            ? Shapes2D.curve(
                topX,
                topY,
                topX + 14,
                topY + 2,
                headX() - 8,
                headY() + 26,
                headX() + 1,
                headY() + 5)
            : Shapes2D.polyline(topX, topY, headX() + 1, headY() + 3);
    turntable.rod(top, thick * 0.9, paint);
    turntable.rod(Shapes2D.polyline(headX(), headY(), throatX(), throatY()), thick * 1.15, paint);
    if (build != Build.CITY && studio.chance(0.5)) {
      double x = seatX() + (headX() - seatX()) * 0.62;
      double y = pedalY() + (throatY() - pedalY()) * 0.55;
      Shape bottle = Shapes2D.turned(Shapes2D.box(x - 9, y - 8, 16, 6.5, 2), -42, x, y);
      turntable.fill(bottle, Material.shaded(studio.colour(0, 1, 0.1, 0.8, 0.7, 0.95), 0.5));
    }
  }
}
