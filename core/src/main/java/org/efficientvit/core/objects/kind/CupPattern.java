package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** What is painted on the wall of a cup: bands, stripes or dots in a second glaze. */
record CupPattern(Turntable turntable, Studio studio, Vessel wall, Color colour) {

  void draw() {
    Material paint = Material.column(colour, 0.55);
    switch (studio.between(0, 5)) {
      case 0 -> {
        double from = studio.between(0.1, 0.45);
        turntable.fill(wall.band(from, from + studio.between(0.08, 0.4)), paint);
      }
      case 1 -> {
        for (int i = 0; i < 3; i++) {
          turntable.fill(wall.band(0.12 + 0.28 * i, 0.22 + 0.28 * i), paint);
        }
      }
      case 2 -> stripes(studio.between(15.0, 25.0));
      case 3 -> turntable.fill(wall.band(studio.between(0.5, 0.8), 1), paint);
      case 4 -> dots();
      default -> turntable.fill(wall.band(0.05, 0.09), paint);
    }
  }

  private void stripes(double step) {
    for (double angle = -88; angle < 85; angle += step) {
      turntable.fill(wall.patch(0.03, 0.97, angle, Math.min(88, angle + step / 2)), shadeAt(angle));
    }
  }

  private void dots() {
    double size = studio.between(2.2, 3.6);
    for (int row = 0; row < 4; row++) {
      for (double angle = row % 2 * 15 - 75; angle <= 76; angle += 30) {
        double level = 0.16 + 0.22 * row;
        double narrow = size * Math.cos(Math.toRadians(angle));
        turntable.fill(
            Shapes2D.ellipse(wall.x(level, angle), wall.y(level, angle), narrow, size),
            shadeAt(angle));
      }
    }
  }

  /** Small marks get one colour each, darker towards the sides of the wall. */
  private Material shadeAt(double angle) {
    return Material.plain(Colours.darker(colour, 0.4 * Math.abs(angle) / 90));
  }
}
