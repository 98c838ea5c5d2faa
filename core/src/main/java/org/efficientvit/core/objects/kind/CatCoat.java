package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A cat's fur.
 *
 * @param base colour of most of it
 * @param mark colour of stripes, patches or a dark mask
 * @param light colour of the muzzle and the chest
 * @param iris colour of the eyes
 * @param pattern how the colours are spread
 */
record CatCoat(Color base, Color mark, Color light, Color iris, Pattern pattern) {

  enum Pattern {
    PLAIN,
    STRIPES,
    PATCHES,
    MASK,
    BIB
  }

  static CatCoat any(Studio studio) {
    Color iris =
        studio.chance(0.3)
            ? studio.colour(0.52, 0.6, 0.4, 0.7, 0.7, 0.9)
            : studio.colour(0.1, 0.3, 0.5, 0.8, 0.65, 0.9);
    Pattern pattern =
        studio.pick(
            List.of(
                Pattern.PLAIN,
                Pattern.STRIPES,
                Pattern.STRIPES,
                Pattern.PATCHES,
                Pattern.MASK,
                Pattern.BIB));
    Color base =
        switch (pattern) {
          case PLAIN -> studio.colour(0.06, 0.11, 0.03, 0.3, 0.3, 0.9);
          case STRIPES ->
              studio.chance(0.5)
                  ? studio.colour(0.06, 0.09, 0.55, 0.75, 0.8, 0.95)
                  : studio.colour(0.07, 0.12, 0.1, 0.35, 0.5, 0.7);
          case PATCHES -> studio.colour(0.08, 0.13, 0.02, 0.1, 0.88, 0.97);
          case MASK -> studio.colour(0.08, 0.11, 0.12, 0.28, 0.82, 0.93);
          case BIB -> studio.colour(0.05, 0.7, 0.02, 0.15, 0.18, 0.4);
        };
    Color mark =
        switch (pattern) {
          case PATCHES ->
              studio.chance(0.5)
                  ? studio.colour(0.06, 0.09, 0.6, 0.8, 0.7, 0.9)
                  : studio.colour(0.05, 0.1, 0.1, 0.3, 0.2, 0.35);
          case MASK -> studio.colour(0.05, 0.08, 0.3, 0.45, 0.25, 0.38);
          default -> Colours.darker(base, studio.between(0.4, 0.6));
        };
    Color light =
        pattern == Pattern.PLAIN
            ? Colours.lighter(base, 0.18)
            : Colours.mix(base, new Color(252, 248, 240), pattern == Pattern.MASK ? 0.4 : 0.85);
    return new CatCoat(base, mark, light, iris, pattern);
  }

  /** The colour of ears, paws and tail. */
  Color ends() {
    return pattern == Pattern.MASK ? mark : base;
  }

  Color paws() {
    return switch (pattern) {
      case BIB, PATCHES -> light;
      case MASK -> mark;
      case PLAIN, STRIPES -> Colours.lighter(base, 0.12);
    };
  }

  /** A body or a limb with its stripes or patches, and single hairs. */
  void paint(Easel easel, Spine part, Color colour, double depth) {
    easel.rounded(part.outline(), colour, depth);
    Studio studio = easel.studio();
    if (pattern == Pattern.STRIPES) {
      Path2D stripes = new Path2D.Double();
      for (double along = 0.1; along < 0.95; along += 0.12) {
        stripe(stripes, part, along, -0.98, studio.between(-0.1, 0.35));
        if (studio.chance(0.5)) {
          stripe(stripes, part, along + 0.04, 0.98, 0.5);
        }
      }
      easel.flat(stripes, Colours.clear(mark, 0.8));
    } else if (pattern == Pattern.PATCHES) {
      easel.flat(
          patch(
              part, studio.between(0.2, 0.6), studio.between(0.13, 0.2), studio.between(0.0, 0.5)),
          mark);
    }
    Path2D hairs = new Path2D.Double();
    for (int i = 0; i < 24; i++) {
      double along = studio.between(0.08, 0.9);
      double across = studio.between(-0.85, 0.85);
      Point2D root = part.at(along, across);
      Point2D tip = part.at(along - 0.05, across + 0.05);
      hairs.append(Outlines.leaf(root.getX(), root.getY(), tip.getX(), tip.getY(), 0.003), false);
    }
    easel.flat(hairs, Colours.clear(Colours.darker(colour, 0.5), 0.3));
  }

  /** A patch that hangs from the left border of a part. */
  private static Path2D patch(Spine part, double along, double half, double deep) {
    double[] rim = new double[16];
    for (int i = 0; i < 8; i++) {
      double turn = Math.PI * (i - 1) / 5;
      Point2D at =
          part.at(
              along - Math.cos(turn) * half,
              i > 5 ? -0.98 : Math.max(-0.98, -0.9 + Math.sin(turn) * (0.9 + deep)));
      rim[2 * i] = at.getX();
      rim[2 * i + 1] = at.getY();
    }
    return Outlines.smooth(rim);
  }

  private static void stripe(Path2D stripes, Spine part, double along, double from, double to) {
    Point2D edge = part.at(along, from);
    Point2D low = part.at(along + 0.025, from);
    Point2D tip = part.at(along - 0.01, to);
    Point2D before = part.at(along - 0.025, from);
    Path2D stripe = new Path2D.Double();
    stripe.moveTo(before.getX(), before.getY());
    stripe.quadTo(edge.getX(), edge.getY(), low.getX(), low.getY());
    Point2D bulge = part.at(along + 0.02, (from + to) / 2);
    stripe.quadTo(bulge.getX(), bulge.getY(), tip.getX(), tip.getY());
    Point2D hollow = part.at(along - 0.015, (from + to) / 2);
    stripe.quadTo(hollow.getX(), hollow.getY(), before.getX(), before.getY());
    stripe.closePath();
    stripes.append(stripe, false);
  }
}
