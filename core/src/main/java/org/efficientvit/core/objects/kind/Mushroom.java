package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A mushroom with a stem, a skirt, gills and often spots; sometimes a small one beside it. */
public final class Mushroom implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    Color skin =
        studio.chance(0.6)
            ? studio.colour(-0.02, 0.05, 0.7, 0.92, 0.6, 0.92)
            : studio.colour(0.05, 0.13, 0.3, 0.75, 0.45, 0.85);
    Color flesh = studio.colour(0.08, 0.14, 0.05, 0.22, 0.84, 0.97);
    boolean spots = studio.chance(0.75);
    double view = studio.chance(0.65) ? -studio.between(0.09, 0.17) : studio.between(0.06, 0.14);
    if (studio.chance(0.35)) {
      double size = studio.between(0.4, 0.62);
      AffineTransform aside = AffineTransform.getTranslateInstance(studio.between(0.28, 0.42), 0);
      aside.rotate(studio.between(0.0, 0.15));
      aside.scale(size, size);
      single(easel.in(aside), skin, flesh, spots, view);
      easel.in(new AffineTransform());
    }
    single(easel, skin, flesh, spots, view);
    grass(easel);
    return easel.standing(studio.between(0.9, 1));
  }

  /** View: how far the rim's near side lies below its middle; negative if one sees the gills. */
  private static void single(Easel easel, Color skin, Color flesh, boolean spots, double view) {
    Studio studio = easel.studio();
    double half = studio.between(0.3, 0.46);
    double rim = -studio.between(0.42, 0.6);
    double dome = half * studio.between(0.65, 1.45);
    double shoulder = studio.between(0.8, 0.96);
    Spine cap =
        Spine.of(
            0,
            rim,
            half,
            0,
            rim - dome * 0.33,
            half * shoulder,
            0,
            rim - dome * 0.72,
            half * shoulder * 0.66,
            0,
            rim - dome * 0.93,
            half * shoulder * 0.3,
            0,
            rim - dome,
            0.004);
    double sag = view * half * 2;
    if (view > 0) {
      MushroomStem.paint(easel, flesh, half, rim);
    }
    cap(easel, cap, skin, half, rim, sag);
    if (spots) {
      spots(easel, cap, Colours.lighter(flesh, 0.35), half, sag);
    }
    easel.flat(
        Outlines.turned(
            Outlines.oval(studio.lightX() * half * 0.4, rim - dome * 0.68, half * 0.2, dome * 0.08),
            studio.lightX() * 0.5,
            0,
            rim - dome * 0.68),
        Colours.clear(Color.WHITE, 0.3));
    if (view < 0) {
      gills(easel, flesh, half, rim, -sag);
      MushroomStem.paint(easel, flesh, half, rim);
    }
  }

  /** The dome and its rim. */
  private static void cap(Easel easel, Spine cap, Color skin, double half, double rim, double sag) {
    Path2D whole = cap.outline();
    if (sag > 0) {
      whole.append(Outlines.oval(0, rim, half, sag), false);
    }
    easel.rounded(whole, skin, 0.6);
    double dark = easel.studio().lightX() > 0 ? 1 : -1;
    for (double inner = 0.5; inner < 0.95; inner += 0.12) {
      easel.flat(
          cap.strip(0, 0.95, dark * -0.99, dark * -inner),
          Colours.clear(Colours.darker(skin, 0.7), 0.09));
    }
    Path2D edge = new Path2D.Double();
    edge.moveTo(-half, rim);
    edge.quadTo(0, rim + 2 * Math.max(sag, 0), half, rim);
    edge.quadTo(0, rim + 2 * Math.max(sag, 0) - 0.05, -half, rim);
    edge.closePath();
    easel.flat(edge, Colours.clear(Colours.darker(skin, 0.6), 0.5));
  }

  private static void gills(Easel easel, Color flesh, double half, double rim, double high) {
    easel.shaded(Outlines.oval(0, rim, half, high), Colours.darker(flesh, 0.22), 0.3);
    Path2D gills = new Path2D.Double();
    int count = easel.studio().between(26, 38);
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      double x = Math.cos(angle) * half;
      double y = Math.sin(angle) * high;
      gills.append(Outlines.leaf(x * 0.15, rim + y * 0.15, x * 0.97, rim + y * 0.97, 0.005), false);
    }
    easel.flat(gills, Colours.clear(Colours.darker(flesh, 0.6), 0.6));
    Path2D shade = new Path2D.Double();
    shade.append(Outlines.oval(0, rim + high * 0.1, half * 0.4, high * 0.62), false);
    easel.flat(shade, new Color(50, 30, 20, 70));
  }

  /** Spots that grow narrow towards the dome's borders and lower towards its top. */
  private static void spots(Easel easel, Spine cap, Color colour, double half, double sag) {
    Studio studio = easel.studio();
    double size = half * studio.between(0.1, 0.17);
    for (double row = 0.1; row < 0.95; row += 0.24) {
      double around = Math.sqrt(1 - row * row);
      int count = (int) Math.round(1 + 4.4 * around);
      double shift = studio.between(-0.2, 0.2);
      for (int i = 0; i < count; i++) {
        double turn = ((i + 0.5) / count - 0.5) * 2.7 + shift + studio.between(-0.12, 0.12);
        if (Math.abs(turn) > 1.35 || studio.chance(0.15)) {
          continue;
        }
        Point2D at = cap.at(row + studio.between(-0.04, 0.04), Math.sin(turn) * 0.93);
        double big = size * studio.between(0.6, 1.25);
        double wide = big * Math.max(0.3, Math.cos(turn));
        double high = big * (0.95 - 0.45 * row);
        double y = at.getY() + sag * Math.cos(turn) * (1 - row);
        easel.flat(
            Outlines.oval(at.getX() + wide * 0.1, y + high * 0.2, wide, high),
            new Color(40, 15, 10, 70));
        easel.rounded(new Leaves(studio, at.getX(), y, wide, high).clump(5), colour, 0.25);
      }
    }
  }

  private static void grass(Easel easel) {
    Studio studio = easel.studio();
    Path2D blades = new Path2D.Double();
    for (int i = studio.between(0, 9); i > 0; i--) {
      double x = studio.between(-0.16, 0.16);
      blades.append(
          Outlines.leaf(x, 0, x + studio.between(-0.07, 0.07), -studio.between(0.05, 0.13), 0.009),
          false);
    }
    easel.shaded(blades, studio.colour(0.22, 0.34, 0.5, 0.75, 0.35, 0.6), 0.3);
  }
}
