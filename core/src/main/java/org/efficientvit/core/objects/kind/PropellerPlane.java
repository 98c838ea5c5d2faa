package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.Shape;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** A light aeroplane from its side, the propeller at the left, with a cabin or a glass canopy. */
record PropellerPlane(Turntable turntable, Studio studio, Livery livery) {

  void draw() {
    double spread = studio.between(23.0, 33.0);
    wing(-18, -2, -spread * 0.75, 0.85, Colours.darker(livery.hull(), 0.25));
    wheel(-6, 16, 0.8);
    fin();
    Shape hull = hull();
    turntable.fill(hull, Material.beam(livery.hull(), 0.6));
    stripes(hull);
    turntable.line(hull, 0.6, Colours.clear(Colours.darker(livery.hull(), 0.6), 0.7));
    if (studio.chance(0.5)) {
      cabin();
    } else {
      bubble();
    }
    stabiliser();
    wheel(-13, 18, 1);
    wing(-20, 5, spread * 0.85, 1.05, livery.hull());
    propeller();
  }

  private static Shape hull() {
    return Shapes2D.smooth(
        -46, 0, -44, -5, -36, -7, -20, -8, 0, -8.5, 20, -5.5, 44, -3, 49, -1.5, 48, 1, 30, 4, 6, 8,
        -16, 9.5, -36, 7.5, -44, 5);
  }

  private void fin() {
    double high = studio.between(20.0, 25.0);
    Shape fin = Shapes2D.polygon(26, -4, 38, -8, 44, -high, 52, -high - 0.5, 53, -high + 2, 49, 0);
    turntable.thick(fin, 0.6, -0.3, Colours.darker(livery.accent(), 0.4));
    turntable.fill(fin, Material.shaded(livery.accent(), 0.4));
    turntable.line(
        Shapes2D.polyline(46.5, -2, 48.5, -high + 1), 0.6, Colours.darker(livery.accent(), 0.5));
    turntable.fill(
        Shapes2D.polygon(36, -11, 50.2, -12, 49.8, -9, 36, -7.8),
        Material.shaded(livery.second(), 0.3));
  }

  private void stripes(Shape hull) {
    if (studio.chance(0.75)) {
      double y = studio.between(-0.5, 2.0);
      turntable.within(
          hull,
          Shapes2D.curve(
              -60, y, -20, y, 10, y, 60, y - 5, 60, y - 4, 60, y - 4, 60, y - 3, 10, y + 3.6, -20,
              y + 3.6, -60, y + 3.6),
          Material.beam(livery.accent(), 0.4));
    }
    turntable.within(hull, Shapes2D.box(-50, -12, 15, 30, 0), Material.beam(livery.accent(), 0.55));
    turntable.line(
        Shapes2D.polyline(-35, -6.6, -35, 7.2), 0.5, Colours.darker(livery.accent(), 0.5));
    turntable.line(Shapes2D.polyline(-34, 5.5, -28, 6.5), 1.3, Livery.DARK);
  }

  private void cabin() {
    Shape roof =
        Shapes2D.smooth(-29, -7, -24, -12, -18, -14.5, -2, -14.5, 8, -11, 18, -6.5, 0, -5, -16, -5);
    turntable.fill(roof, Material.beam(livery.hull(), 0.5));
    Material glass = Material.shaded(Livery.GLASS, 0.7);
    turntable.fill(Shapes2D.polygon(-27, -6.4, -21, -12, -17.5, -12, -17.5, -5), glass);
    turntable.fill(Shapes2D.polygon(-15.8, -12, -5.5, -12, -5.5, -4.6, -15.8, -4.8), glass);
    turntable.fill(Shapes2D.polygon(-3.8, -12, 1, -12, 8, -6.6, -3.8, -5), glass);
    turntable.line(Shapes2D.box(-16.8, -12, 12.4, 17.5, 1.5), 0.5, Colours.clear(Livery.DARK, 0.5));
    glint(-14, -11);
  }

  private void bubble() {
    Shape canopy = Shapes2D.curve(-21, -7, -16, -16, -2, -18, 14, -6.6, 2, -6, -10, -6, -21, -7);
    turntable.fill(canopy, Material.shaded(Colours.lighter(Livery.GLASS, 0.15), 0.8));
    turntable.line(canopy, 1, Colours.darker(livery.hull(), 0.25));
    turntable.line(Shapes2D.polyline(-9, -13.6, -8, -7), 1, Colours.darker(livery.hull(), 0.25));
    glint(-6.5, -12.5);
  }

  private void glint(double x, double y) {
    turntable.fill(
        Shapes2D.polygon(x, y, x + 3.4, y, x + 1, y + 5.5, x - 1, y + 5.5),
        new Color(255, 255, 255, 110));
  }

  /** A straight wing from its root towards the viewer, or away where the drop is negative. */
  private void wing(double x, double y, double drop, double share, Color colour) {
    double chord = 25 * share;
    double tip = y + drop;
    double sweep = 13 * share;
    Shape wing =
        Shapes2D.curve(
            x,
            y,
            x + sweep * 0.3,
            y + drop * 0.3,
            x + sweep * 0.6,
            y + drop * 0.6,
            x + sweep * 0.9,
            tip - drop * 0.1,
            x + sweep,
            tip,
            x + sweep,
            tip,
            x + sweep + 2,
            tip,
            x + sweep + 3,
            tip,
            x + sweep + 6,
            tip,
            x + sweep + 8,
            tip,
            x + sweep + 11,
            tip,
            x + sweep + 11,
            tip - drop * 0.1,
            x + sweep + 11,
            tip - drop * 0.2,
            x + sweep + 11,
            y + drop * 0.5,
            x + chord,
            y + drop * 0.3,
            x + chord,
            y);
    turntable.fill(Shapes2D.moved(wing, 0.2, 1.3), Colours.darker(colour, 0.5));
    turntable.fill(wing, Material.shaded(colour, 0.35));
    turntable.line(
        Shapes2D.polyline(x + chord * 0.82, y + drop * 0.35, x + sweep + 8, y + drop * 0.88),
        0.5,
        Colours.clear(Livery.DARK, 0.5));
    turntable.within(
        wing,
        Shapes2D.box(
            x - 5, Math.min(y + drop * 0.78, y + drop * 0.9), chord + 24, Math.abs(drop) * 0.12, 0),
        Material.shaded(livery.accent(), 0.3));
  }

  private void stabiliser() {
    Shape near = Shapes2D.polygon(34, -3, 41, 5.5, 51, 5.5, 50, -2.5);
    turntable.fill(Shapes2D.moved(near, 0.1, 0.8), Colours.darker(livery.accent(), 0.5));
    turntable.fill(near, Material.shaded(livery.accent(), 0.35));
  }

  private void wheel(double x, double y, double size) {
    turntable.rod(Shapes2D.polyline(x + 3, 7, x, y), 1.8, Livery.STEEL);
    turntable.fill(Shapes2D.circle(x, y, 4 * size), Material.rounded(Livery.DARK, 0.5));
    turntable.fill(Shapes2D.circle(x, y, 1.6 * size), Material.metal(Livery.STEEL));
  }

  private void propeller() {
    double reach = studio.between(15.0, 19.0);
    turntable.fill(Shapes2D.ellipse(-48, 0, 3.2, reach), new Color(210, 214, 220, 70));
    double turn = studio.between(-12.0, 12.0);
    for (int side = 0; side < 2; side++) {
      Shape blade =
          Shapes2D.smooth(-48.4, 0, -49.6, -reach * 0.6, -48.6, -reach, -47.2, -reach * 0.6);
      turntable.fill(
          Shapes2D.turned(blade, turn + 180 * side, -48, 0),
          Material.shaded(new Color(70, 62, 58), 0.6));
    }
    Shape spinner = Shapes2D.curve(-45.5, -4, -50, -4, -53, -1, -53, 0, -53, 1, -50, 4, -45.5, 4);
    turntable.fill(spinner, Material.beam(livery.second(), 0.6));
  }
}
