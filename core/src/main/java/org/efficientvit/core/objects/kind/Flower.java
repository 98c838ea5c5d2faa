package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A flower on its stem with leaves: daisy, sunflower, poppy, tulip or rose. */
public final class Flower implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    double lean = studio.between(-0.14, 0.14);
    double height = studio.between(0.55, 0.75);
    Color green = studio.colour(0.23, 0.36, 0.45, 0.75, 0.38, 0.6);
    Spine stem =
        Spine.of(
            0,
            0,
            0.022,
            -lean * 0.3,
            -height * 0.35,
            0.019,
            lean * 0.3,
            -height * 0.7,
            0.017,
            lean,
            -height,
            0.017);
    double radius = studio.between(0.25, 0.32);
    Blossom blossom = new Blossom(easel, lean, -height, radius);
    int sort = studio.between(0, 4);
    if (sort == 3) {
      longLeaves(easel, green, true);
      stem(easel, stem, green);
      new Tulip(easel, lean, -height, radius).paint();
      longLeaves(easel, green, false);
    } else {
      stem(easel, stem, green);
      leaves(easel, stem, green, sort == 1 ? 0.1 : 0.055);
      switch (sort) {
        case 0 -> blossom.daisy();
        case 1 -> blossom.sunflower();
        case 2 -> blossom.poppy();
        default -> new Rose(easel, lean, -height, radius, green).paint();
      }
    }
    return easel.standing(studio.between(0.9, 1));
  }

  private static void stem(Easel easel, Spine stem, Color green) {
    easel.shaded(stem.outline(), Colours.darker(green, 0.1), 0.35);
    double dark = easel.studio().lightX() > 0 ? -1 : 1;
    easel.flat(stem.strip(0, 1, dark * 0.2, dark), Colours.clear(Colours.darker(green, 0.6), 0.4));
    easel.flat(
        stem.strip(0, 1, -dark * 0.75, -dark * 0.4),
        Colours.clear(Colours.lighter(green, 0.5), 0.5));
  }

  private static void leaves(Easel easel, Spine stem, Color green, double halfWidth) {
    Studio studio = easel.studio();
    int hand = studio.chance(0.5) ? 1 : -1;
    int count = studio.between(2, 4);
    for (int i = 0; i < count; i++) {
      double along = 0.14 + 0.5 * i / count;
      double x = stem.at(along, 0).getX();
      double y = stem.at(along, 0).getY();
      double reach = studio.between(0.2, 0.3) * (1 - along * 0.4);
      Leaf.paint(
          easel,
          x,
          y,
          x + hand * reach,
          y - reach * studio.between(0.25, 0.7),
          halfWidth * studio.between(0.85, 1.2),
          green);
      hand = -hand;
    }
  }

  /** Blades from the ground, on one side of the stem or the other. */
  private static void longLeaves(Easel easel, Color green, boolean behind) {
    Studio studio = easel.studio();
    int hand = behind ? -1 : 1;
    double reach = studio.between(0.14, 0.26);
    double top = -studio.between(0.4, 0.6);
    Color colour = behind ? Colours.darker(green, 0.2) : green;
    Spine blade =
        Spine.of(
            0,
            -0.005,
            0.02,
            hand * reach * 0.35,
            top * 0.35,
            0.055,
            hand * reach * 0.7,
            top * 0.75,
            0.04,
            hand * reach * 1.1,
            top,
            0.003);
    easel.shaded(blade.outline(), colour, 0.4);
    easel.flat(
        blade.strip(0, 1, hand * 0.08, hand), Colours.clear(Colours.darker(green, 0.6), 0.3));
    for (double across = -0.6; across < 0.8; across += 0.4) {
      easel.flat(
          blade.strip(0.05, 0.95, across, across + 0.06),
          Colours.clear(Colours.lighter(green, 0.4), 0.45));
    }
    if (!behind && studio.chance(0.5)) {
      easel.shaded(
          Outlines.leaf(0, -0.005, -reach * 0.8, top * 0.7, 0.045, 0.03),
          Colours.lighter(green, 0.08),
          0.4);
    }
  }
}
