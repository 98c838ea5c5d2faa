package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The roof of a house whose front's lower left corner is 0, 0.
 *
 * @param easel is painted on
 * @param tiles colour
 */
record Roof(Easel easel, Color tiles) {

  private static final double OVERHANG = 0.06;

  /** A ridge that runs away from the front gable. */
  void alongSide(double width, double height, double gable, double depth, double rise) {
    double slope = gable / (width / 2);
    double eaveX = width + OVERHANG;
    double eaveY = -height + OVERHANG * slope;
    double startX = width / 2 - depth * 0.07;
    double startY = -height - gable - rise * 0.07;
    AffineTransform plane =
        new AffineTransform(
            depth * 1.14, rise * 1.14, eaveX - width / 2, eaveY + height + gable, startX, startY);
    tile(plane, studio().between(7, 11), 0);
    Color wood = barge();
    double thick = 0.035;
    easel.flat(
        Outlines.polygon(
            0,
            -height,
            width / 2,
            -height - gable,
            width,
            -height,
            width,
            -height + thick,
            width / 2,
            -height - gable + thick * 2.5,
            0,
            -height + thick),
        new Color(20, 15, 20, 60));
    for (int hand = -1; hand <= 1; hand += 2) {
      double footX = startX + hand * (eaveX - width / 2);
      double footY = startY + eaveY + height + gable;
      easel.shaded(
          Outlines.polygon(
              startX,
              startY - 0.01,
              footX,
              footY - 0.01,
              footX,
              footY + thick,
              startX,
              startY + thick * 1.3),
          hand < 0 ? wood : Colours.darker(wood, 0.12),
          0.25);
    }
  }

  /** A ridge that runs from left to right; sometimes a hip at its ends, or a dormer. */
  void alongFront(
      Color wall, double width, double height, double gable, double depth, double rise) {
    double hip = studio().chance(0.4) ? width * studio().between(0.1, 0.22) : 0;
    double ridgeX = width + depth / 2 - hip * 0.55;
    double ridgeY = -height - gable + rise / 2;
    double eaveY = -height + 0.045;
    if (hip > 0) {
      easel.shaded(
          Outlines.polygon(
              ridgeX,
              ridgeY,
              width + depth + OVERHANG * 0.7,
              rise - height + 0.035,
              width + OVERHANG,
              eaveY),
          Colours.darker(tiles, 0.3),
          0.3);
    } else {
      easel.shaded(
          Outlines.polygon(width, -height, width + depth, rise - height, ridgeX, ridgeY),
          Colours.darker(wall, 0.15),
          0.3);
      easel.line(
          Outlines.chain(ridgeX, ridgeY, width + depth + 0.03, rise - height + 0.03),
          0.03,
          Colours.darker(tiles, 0.45));
    }
    double leftX = depth / 2 + hip - OVERHANG;
    easel.flat(Outlines.box(0, eaveY, width, eaveY + 0.04), new Color(20, 15, 20, 70));
    AffineTransform plane =
        new AffineTransform(ridgeX - leftX, 0, -OVERHANG - leftX, eaveY - ridgeY, leftX, ridgeY);
    tile(plane, studio().between(7, 10), (width + 2 * OVERHANG) / (ridgeX - leftX) - 1);
    easel.shaded(
        Outlines.box(-OVERHANG, eaveY - 0.012, width + OVERHANG, eaveY + 0.014), barge(), 0.3);
    easel.line(Outlines.chain(leftX, ridgeY, ridgeX, ridgeY), 0.022, Colours.darker(tiles, 0.25));
    if (gable > 0.3 && studio().chance(0.5)) {
      dormer(width * studio().between(0.3, 0.6) + depth * 0.2, -height - gable * 0.2);
    }
  }

  /** Rows of tiles on the unit square, carried to the plane; its lower side may be longer. */
  private void tile(AffineTransform plane, int rows, double flare) {
    easel.in(plane);
    easel.shaded(Outlines.polygon(0, 0, 1, 0, 1 + flare, 1, 0, 1), tiles, 0.35);
    Path2D lines = new Path2D.Double();
    Path2D lights = new Path2D.Double();
    for (int row = 1; row <= rows; row++) {
      double y = (double) row / rows;
      double right = 1 + flare * y;
      lines.append(Outlines.box(0, y - 0.018, right, y), false);
      for (double x = row % 2 * 0.03 + 0.01; x < right - 0.05; x += 0.06) {
        if (studio().chance(0.3)) {
          lights.append(Outlines.box(x, y - 1.0 / rows + 0.01, x + 0.05, y - 0.02), false);
        }
      }
    }
    easel.flat(lights, Colours.clear(Colours.lighter(tiles, 0.4), 0.35));
    easel.flat(lines, Colours.clear(Colours.darker(tiles, 0.55), 0.6));
    easel.in(new AffineTransform());
  }

  private void dormer(double x, double foot) {
    double half = 0.085;
    double top = foot - 0.16;
    easel.shaded(
        Outlines.polygon(x, top - 0.09, x + 0.2, top - 0.09, x + half + 0.12, top, x + half, top),
        Colours.darker(tiles, 0.2),
        0.3);
    easel.shaded(Outlines.box(x - half, top, x + half, foot), new Color(235, 228, 215), 0.3);
    Opening.window(easel, x, foot - 0.085, 0.045, 0.055, Color.WHITE);
    easel.shaded(
        Outlines.polygon(x - half - 0.02, top + 0.01, x, top - 0.09, x + half + 0.02, top + 0.01),
        tiles,
        0.4);
  }

  private Color barge() {
    return studio().chance(0.5) ? new Color(238, 232, 222) : Colours.darker(tiles, 0.5);
  }

  private Studio studio() {
    return easel.studio();
  }
}
