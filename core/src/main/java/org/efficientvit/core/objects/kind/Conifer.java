package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/** A fir: tiers of drooping boughs, sometimes with snow. */
final class Conifer {

  private Conifer() {}

  static void draw(Easel easel) {
    Studio studio = easel.studio();
    easel.shaded(
        Spine.ribbon(0, 0, 0.045, 0, -0.06, 0.033, 0, -0.4, 0.02),
        studio.colour(0.05, 0.08, 0.35, 0.5, 0.28, 0.4),
        0.5);
    Color green = studio.colour(0.3, 0.47, 0.3, 0.65, 0.28, 0.48);
    boolean snow = studio.chance(0.2);
    int tiers = studio.between(6, 10);
    double width = studio.between(0.24, 0.38);
    double foot = studio.between(0.08, 0.16);
    for (int tier = 0; tier < tiers; tier++) {
      double part = 1 - (double) tier / tiers;
      double low = -foot - (1 - foot) * (1 - part) * 0.94;
      double high = Math.max(-1, low - (1 - foot) / tiers * 2.4);
      double half = width * (0.12 + 0.88 * Math.pow(part, 0.9)) * studio.between(0.92, 1.05);
      tier(easel, Colours.lighter(green, (1 - part) * 0.12), half, high, low);
      if (snow) {
        Path2D white = new Path2D.Double();
        boughs(white, studio, half * 0.9, high, low - 0.03, 7, 0.016);
        easel.flat(white, new Color(240, 246, 252));
      }
    }
  }

  private static void tier(Easel easel, Color green, double half, double high, double low) {
    Studio studio = easel.studio();
    int teeth = studio.between(7, 9);
    double[] rim = new double[2 * (2 * teeth + 2)];
    rim[0] = 0;
    rim[1] = high;
    for (int i = 0; i <= 2 * teeth; i++) {
      double across = (double) i / teeth - 1;
      double sag = (1 - across * across) * 0.035;
      double tip = i % 2 == 0 ? 0.012 : -0.03;
      rim[2 * i + 2] = half * across * (i % 2 == 0 ? 1.04 : 0.96);
      rim[2 * i + 3] = low + sag + tip + studio.between(-0.008, 0.008);
    }
    easel.shaded(Outlines.polygon(rim), Colours.darker(green, 0.22), 0.55);
    Path2D dark = new Path2D.Double();
    boughs(dark, studio, half * 0.95, high, low + 0.02, 8, 0.013);
    easel.flat(dark, Colours.clear(Colours.darker(green, 0.6), 0.5));
    Path2D light = new Path2D.Double();
    boughs(light, studio, half * 0.97, high + 0.02, low, 10, 0.008);
    easel.flat(light, Colours.clear(Colours.lighter(green, 0.3), 0.75));
  }

  /** Boughs that hang down and out from the trunk. */
  private static void boughs(
      Path2D path, Studio studio, double half, double high, double low, int count, double thick) {
    for (int i = 0; i < count; i++) {
      double across = studio.between(-1.0, 1.0);
      double start = studio.between(0.35, 0.6);
      double y = low + (1 - across * across) * 0.02;
      path.append(
          Outlines.leaf(
              across * half * start,
              high + (y - high) * start,
              across * half,
              y,
              thick,
              across > 0 ? 0.008 : -0.008),
          false);
    }
  }
}
