package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A tree: in leaf, in autumn, a conifer or a palm. */
public final class Tree implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    switch (studio.between(0, 6)) {
      case 0, 1 -> Conifer.draw(easel);
      case 2 -> Palm.draw(easel);
      case 3 -> autumn(easel);
      default -> inLeaf(easel);
    }
    return easel.standing(studio.between(0.88, 1));
  }

  private static void inLeaf(Easel easel) {
    Studio studio = easel.studio();
    double lean = studio.between(-0.06, 0.06);
    double crownX = studio.between(0.27, 0.42);
    double crownY = studio.between(0.26, 0.38);
    double middle = -studio.between(0.28, 0.38) - crownY;
    double thick = studio.between(0.035, 0.06);
    trunk(easel, lean, middle, thick);
    for (int branch = -1; branch <= 1; branch += 2) {
      double foot = middle + crownY * studio.between(0.75, 1.05);
      easel.shaded(
          Spine.ribbon(
              lean * 0.7,
              foot + 0.06,
              thick * 0.6,
              lean + branch * crownX * 0.25,
              foot - 0.06,
              thick * 0.45,
              lean + branch * crownX * 0.6,
              foot - 0.22,
              thick * 0.2),
          bark(studio, 0),
          0.4);
    }
    crown(easel, lean, middle, crownX, crownY);
  }

  private static void crown(Easel easel, double x, double y, double radiusX, double radiusY) {
    Studio studio = easel.studio();
    Color green =
        studio.chance(0.8)
            ? studio.colour(0.2, 0.36, 0.45, 0.75, 0.38, 0.62)
            : studio.colour(0.03, 0.14, 0.65, 0.9, 0.6, 0.85);
    boolean fruit = studio.chance(0.25);
    Color fruits = studio.colour(-0.05, 0.12, 0.6, 0.9, 0.75, 0.98);
    int clumps = studio.between(11, 16);
    double start = studio.between(0.0, 6.3);
    for (int i = 0; i < clumps; i++) {
      double away = 0.72 * Math.sqrt(1 - (i + 0.5) / clumps);
      double angle = start + 2.4 * i;
      double clumpX = x + Math.cos(angle) * away * radiusX;
      double clumpY = y + Math.sin(angle) * away * radiusY;
      double size = studio.between(0.32, 0.48);
      double light = (Math.cos(angle) * studio.lightX() + Math.sin(angle) * studio.lightY()) * away;
      Color tone =
          light > 0 ? Colours.lighter(green, light * 0.22) : Colours.darker(green, -light * 0.75);
      Leaves leaves = new Leaves(studio, clumpX, clumpY, radiusX * size, radiusY * size);
      easel.rounded(leaves.clump(8), Colours.darker(tone, 0.12), 0.8);
      easel.flat(leaves.shadowed(9, 0.04), Colours.clear(Colours.darker(tone, 0.5), 0.55));
      easel.flat(leaves.lit(15, 0.036), Colours.clear(Colours.lighter(tone, 0.22), 0.8));
    }
    Leaves whole = new Leaves(studio, x, y, radiusX, radiusY);
    easel.flat(whole.lit(22, 0.034), Colours.mix(Colours.lighter(green, 0.35), Color.YELLOW, 0.12));
    if (fruit) {
      for (int i = studio.between(8, 16); i > 0; i--) {
        double away = studio.between(0.1, 0.85);
        double angle = studio.between(0.0, 6.3);
        easel.rounded(
            Outlines.oval(
                x + Math.cos(angle) * away * radiusX,
                y + Math.sin(angle) * away * radiusY,
                0.018,
                0.018),
            fruits,
            0.5);
      }
    }
  }

  /** A trunk from the ground up to a height, with its bark. */
  private static void trunk(Easel easel, double lean, double top, double thick) {
    Studio studio = easel.studio();
    boolean birch = studio.chance(0.15);
    Color bark = birch ? new Color(226, 222, 212) : bark(studio, 0);
    Spine trunk =
        Spine.of(
            0,
            0,
            thick * 1.9,
            0,
            -0.05,
            thick * 1.25,
            lean * 0.4,
            top * 0.4,
            thick,
            lean,
            top,
            thick * 0.4);
    easel.shaded(trunk.outline(), bark, 0.5);
    double dark = studio.lightX() > 0 ? -1 : 1;
    easel.flat(
        trunk.strip(0.03, 1, dark * 0.25, dark), Colours.clear(Colours.darker(bark, 0.7), 0.4));
    Path2D lines = new Path2D.Double();
    for (int i = 0; i < 9; i++) {
      double along = studio.between(0.05, 0.7);
      double across = studio.between(-0.8, 0.6);
      lines.append(
          birch
              ? trunk.strip(along, along + 0.015, across, across + 0.5)
              : trunk.strip(along, along + studio.between(0.08, 0.2), across, across + 0.1),
          false);
    }
    easel.flat(lines, Colours.clear(Colours.darker(bark, 0.75), 0.6));
  }

  private static Color bark(Studio studio, double grey) {
    return Colours.mix(
        studio.colour(0.05, 0.09, 0.3, 0.5, 0.3, 0.45), new Color(120, 115, 110), grey);
  }

  private static void autumn(Easel easel) {
    Studio studio = easel.studio();
    Color bark = bark(studio, studio.between(0.0, 0.6));
    Path2D wood = new Path2D.Double();
    List<Path2D> leaves = List.of(new Path2D.Double(), new Path2D.Double(), new Path2D.Double());
    double thick = studio.between(0.035, 0.05);
    wood.append(
        Spine.ribbon(0, 0, thick * 1.8, 0, -0.05, thick * 1.2, 0, -0.3, thick * 0.9), false);
    double turn = studio.between(-0.12, 0.12);
    Twigs twigs = new Twigs(studio, wood, leaves, studio.between(1, 4));
    twigs.grow(new Point2D.Double(0, -0.28), -Math.PI / 2 + turn, 0.24, thick, 4);
    Color leaf = studio.colour(0.01, 0.13, 0.75, 0.95, 0.7, 0.95);
    easel.shaded(leaves.get(0), Colours.darker(leaf, 0.35), 0.3);
    easel.shaded(wood, bark, 0.5);
    easel.shaded(leaves.get(1), leaf, 0.3);
    easel.flat(leaves.get(2), Colours.mix(leaf, new Color(255, 225, 90), 0.5));
    Leaves fallen = new Leaves(studio, 0, -0.012, studio.between(0.15, 0.35), 0.012);
    easel.flat(fallen.all(studio.between(4, 14), 0.032), leaf);
  }
}
