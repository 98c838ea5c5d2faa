package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A sailing boat from its side, bow to the right, with one or two sails, on the water or ashore.
 */
public final class Sailboat implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Easel easel = new Easel(studio);
    double mast = studio.between(-0.02, 0.12);
    double top = -studio.between(0.98, 1.3);
    Color wood = studio.colour(0.06, 0.1, 0.35, 0.6, 0.45, 0.7);
    Color cloth =
        studio.chance(0.6)
            ? studio.colour(0.1, 0.16, 0.02, 0.12, 0.92, 1)
            : studio.colour(-0.08, 0.68, 0.45, 0.75, 0.6, 0.92);
    easel.flat(
        Outlines.chain(mast, top, 0.5, -0.19, 0.496, -0.19, mast, top + 0.01),
        new Color(60, 60, 65));
    easel.flat(
        Outlines.polygon(mast, top, -0.46, -0.17, -0.464, -0.17, mast - 0.004, top),
        new Color(60, 60, 65));
    easel.shaded(
        Outlines.polygon(
            mast - 0.014,
            -0.1,
            mast - 0.008,
            top - 0.02,
            mast + 0.008,
            top - 0.02,
            mast + 0.014,
            -0.1),
        wood,
        0.5);
    mainsail(easel, mast, top, cloth, wood);
    if (studio.chance(0.85)) {
      jib(easel, mast, top, studio.chance(0.7) ? cloth : Colours.lighter(cloth, 0.6));
    }
    if (studio.chance(0.7)) {
      flag(easel, mast, top - 0.02);
    }
    BoatHull.cabin(easel, wood);
    BoatHull.paint(easel, wood);
    return easel.standing(studio.between(0.9, 1));
  }

  private static void mainsail(Easel easel, double mast, double top, Color cloth, Color wood) {
    Studio studio = easel.studio();
    double x = mast - 0.018;
    double boomX = mast - studio.between(0.4, 0.5);
    double foot = -0.27;
    double belly = studio.between(0.02, 0.09);
    boolean gaff = studio.chance(0.25);
    double peakX = gaff ? mast - 0.24 : x;
    double peakY = gaff ? top + 0.03 : top + 0.04;
    double throat = gaff ? top + 0.28 : top + 0.04;
    Path2D sail = new Path2D.Double();
    sail.moveTo(x, throat);
    sail.lineTo(x, foot);
    sail.quadTo((x + boomX) / 2, foot + 0.035, boomX, foot - 0.01);
    sail.quadTo((boomX + peakX) / 2 - belly * 1.2, (foot + peakY) / 2 - 0.05, peakX, peakY);
    sail.closePath();
    easel.shaded(sail, cloth, 0.28);
    seams(easel, x, throat, foot, boomX, peakX, peakY, cloth);
    if (studio.chance(0.4)) {
      easel.flat(
          Outlines.oval(x - 0.1, (foot + throat) / 2 - 0.02, 0.05, 0.05),
          Colours.clear(studio.colour(0, 1, 0.7, 0.9, 0.4, 0.8), 0.85));
    }
    if (gaff) {
      easel.line(Outlines.chain(x + 0.01, throat, peakX - 0.02, peakY - 0.015), 0.018, wood);
    }
    easel.line(Outlines.chain(mast, foot + 0.02, boomX - 0.02, foot + 0.012), 0.02, wood);
  }

  /** Lines of sewing, and a soft fold along the mast. */
  private static void seams(
      Easel easel,
      double x,
      double throat,
      double foot,
      double boomX,
      double peakX,
      double peakY,
      Color cloth) {
    Path2D seams = new Path2D.Double();
    int panels = easel.studio().between(4, 7);
    for (int i = 1; i < panels; i++) {
      double part = (double) i / panels;
      double leechX = boomX + (peakX - boomX) * part;
      double leechY = foot + (peakY - foot) * part;
      double luffY = foot + (throat - foot) * part;
      seams.append(
          Outlines.leaf(x, luffY, leechX, leechY + 0.01, 0.006, -0.02 * (1 - part)), false);
    }
    easel.flat(seams, Colours.clear(Colours.darker(cloth, 0.5), 0.55));
    easel.flat(
        Outlines.polygon(x, throat, x, foot, x - 0.09, foot + 0.01),
        Colours.clear(Colours.darker(cloth, 0.6), 0.16));
  }

  private static void jib(Easel easel, double mast, double top, Color cloth) {
    Studio studio = easel.studio();
    double head = top + studio.between(0.06, 0.3);
    double tackX = 0.47;
    double tackY = -0.22;
    double clewX = mast + studio.between(-0.03, 0.06);
    Path2D sail = new Path2D.Double();
    sail.moveTo(mast + 0.015, head);
    sail.quadTo((mast + tackX) / 2 + 0.04, (head + tackY) / 2 - 0.02, tackX, tackY);
    sail.quadTo((clewX + tackX) / 2, tackY + 0.02, clewX, tackY - 0.06);
    sail.quadTo(clewX + 0.07, (head + tackY) / 2, mast + 0.015, head);
    sail.closePath();
    easel.shaded(sail, Colours.darker(cloth, 0.05), 0.3);
    Path2D seams = new Path2D.Double();
    for (double part = 0.25; part < 0.9; part += 0.2) {
      double y = tackY + (head - tackY) * part;
      double right = tackX + (mast - tackX) * part;
      double left = clewX + 0.035 * Math.sin(Math.PI * part);
      seams.append(Outlines.leaf(left + 0.015, y - 0.02, right, y, 0.006), false);
    }
    easel.flat(seams, Colours.clear(Colours.darker(cloth, 0.5), 0.5));
  }

  private static void flag(Easel easel, double x, double y) {
    Color colour = easel.studio().colour(0, 1, 0.7, 0.95, 0.6, 0.9);
    easel.shaded(
        Outlines.polygon(
            x, y, x - 0.06, y + 0.008, x - 0.12, y - 0.005, x - 0.105, y + 0.025, x - 0.12,
            y + 0.05, x - 0.06, y + 0.06, x, y + 0.055),
        colour,
        0.4);
  }
}
