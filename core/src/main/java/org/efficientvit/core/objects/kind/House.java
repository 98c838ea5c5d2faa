package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/** A house seen from a corner: a front and a side wall, with its gable to the front or the side. */
public final class House implements Artist {

  private static final double STOREY = 0.36;

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    Walls walls = Walls.any(easel);
    boolean gableInFront = studio.chance(0.5);
    int storeys = studio.chance(0.55) ? 1 : 2;
    double height = storeys * STOREY + studio.between(0.02, 0.07);
    double width = gableInFront ? studio.between(0.6, 0.8) : studio.between(0.85, 1.15);
    double depth = gableInFront ? studio.between(0.4, 0.65) : studio.between(0.22, 0.36);
    double rise = -depth * studio.between(0.1, 0.24);
    double gable = (gableInFront ? width : 0.75) * studio.between(0.38, 0.62);
    Color tiles =
        studio.chance(0.65)
            ? studio.colour(-0.01, 0.06, 0.45, 0.75, 0.45, 0.72)
            : studio.colour(0.55, 0.68, 0.08, 0.3, 0.3, 0.5);
    Roof roof = new Roof(easel, tiles);
    AffineTransform side = new AffineTransform(depth / width, rise / width, 0, 1, width, 0);
    if (gableInFront) {
      chimney(easel, width / 2 + depth * 0.55 + width * 0.12, rise * 0.5 - height - gable * 0.7);
    } else {
      chimney(easel, width * studio.between(0.2, 0.7), -height - gable * 0.8);
    }
    walls.paint(side, width, storeys, height, true);
    walls.paint(new AffineTransform(), width, storeys, height, false);
    if (gableInFront) {
      walls.gable(width, height, gable);
      roof.alongSide(width, height, gable, depth, rise);
    } else {
      roof.alongFront(walls.plaster(), width, height, gable, depth, rise);
    }
    if (studio.chance(0.6)) {
      bushes(easel, width + depth);
    }
    return easel.standing(studio.between(0.86, 1));
  }

  private static void chimney(Easel easel, double x, double foot) {
    if (easel.studio().chance(0.2)) {
      return;
    }
    Color brick = easel.studio().colour(0, 0.06, 0.3, 0.6, 0.4, 0.65);
    double top = foot - easel.studio().between(0.2, 0.3);
    easel.shaded(Outlines.box(x, top, x + 0.085, foot + 0.15), brick, 0.3);
    easel.flat(
        Outlines.polygon(
            x + 0.085, top, x + 0.13, top - 0.015, x + 0.13, foot + 0.12, x + 0.085, foot + 0.15),
        Colours.darker(brick, 0.35));
    Path2D joints = new Path2D.Double();
    for (double y = top + 0.035; y < foot; y += 0.035) {
      joints.append(Outlines.box(x, y, x + 0.085, y + 0.006), false);
    }
    easel.flat(joints, Colours.lighter(brick, 0.3));
    easel.flat(
        Outlines.box(x - 0.012, top - 0.025, x + 0.142, top + 0.012), Colours.darker(brick, 0.5));
  }

  private static void bushes(Easel easel, double width) {
    Studio studio = easel.studio();
    Color green = studio.colour(0.24, 0.36, 0.4, 0.7, 0.35, 0.6);
    for (int bush = studio.between(1, 3); bush > 0; bush--) {
      double radius = studio.between(0.05, 0.09);
      double x = studio.chance(0.5) ? studio.between(0.0, 0.12) : width * studio.between(0.7, 0.95);
      Leaves leaves = new Leaves(studio, x, -radius * 0.75, radius, radius * 0.75);
      easel.rounded(leaves.clump(11), Colours.darker(green, 0.25), 0.4);
      easel.flat(leaves.lit(14, 0.02), Colours.lighter(green, 0.2));
    }
  }
}
