package org.efficientvit.core.objects.kind;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Material;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** An old key: a bow to hold it, a round shaft and bits that turn the lock. */
record OldKey(Turntable turntable, Studio studio, Color metal) {

  void draw() {
    double end = studio.between(78.0, 98.0);
    Shape bits = bits(end);
    turntable.thick(bits, 1, 2.4, Colours.darker(metal, 0.5));
    turntable.fill(bits, Material.metal(metal));
    turntable.line(bits, 0.6, Colours.darker(metal, 0.5));
    bow();
    Shape shaft = Shapes2D.box(16, -4, end - 16, 8, 3);
    turntable.fill(Shapes2D.moved(shaft, 0.6, 2), Colours.darker(metal, 0.6));
    turntable.fill(shaft, Material.beam(metal, 0.8));
    for (double x : new double[] {18, 23, studio.between(58.0, 62.0), end - 2}) {
      turntable.fill(Shapes2D.box(x - 1.8, -6.2, 3.6, 12.4, 1.5), Material.beam(metal, 0.9));
    }
  }

  private Shape bits(double end) {
    double deep = studio.between(20.0, 27.0);
    double left = end - studio.between(21.0, 26.0);
    double right = end - 4;
    double cut = (right - left) / 5;
    double notch = deep - studio.between(6.0, 11.0);
    double slot = studio.between(9.0, 13.0);
    if (studio.chance(0.5)) {
      return Shapes2D.polygon(
          left,
          0,
          left,
          deep,
          left + 2 * cut,
          deep,
          left + 2 * cut,
          notch,
          left + 3 * cut,
          notch,
          left + 3 * cut,
          deep,
          right,
          deep,
          right,
          0);
    }
    return Shapes2D.polygon(
        left,
        0,
        left,
        deep,
        left + cut,
        deep,
        left + cut,
        notch,
        left + 2 * cut,
        notch,
        left + 2 * cut,
        deep,
        left + 3 * cut,
        deep,
        left + 3 * cut,
        slot + 3,
        right,
        slot + 3,
        right,
        slot,
        left + 3 * cut,
        slot,
        left + 3 * cut,
        6,
        right,
        6,
        right,
        0);
  }

  private void bow() {
    double width = studio.between(6.0, 8.5);
    List<Shape> loops = new ArrayList<>();
    switch (studio.between(0, 3)) {
      case 0 -> loops.add(Shapes2D.circle(-3, 0, 20));
      case 1 -> loops.add(Shapes2D.ellipse(-1, 0, 17, 24));
      case 2 -> {
        loops.add(Shapes2D.circle(-12, 0, 10.5));
        loops.add(Shapes2D.circle(5, -13, 10.5));
        loops.add(Shapes2D.circle(5, 13, 10.5));
      }
      default ->
          loops.add(
              Shapes2D.smooth(
                  16, 0, 7, -14, -6, -23, -18, -18, -20, -7, -13, 0, -20, 7, -18, 18, -6, 23, 7,
                  14));
    }
    for (Shape loop : loops) {
      turntable.line(Shapes2D.moved(loop, 0.8, 2), width, Colours.darker(metal, 0.6));
    }
    for (Shape loop : loops) {
      turntable.line(loop, width, Material.metal(metal));
      turntable.lifted(
          loop(loop, width),
          Material.plain(Colours.clear(Colours.lighter(metal, 0.8), 0.7)),
          width * 0.2);
    }
  }

  /** A thin ring along the middle of a loop: where a round bar catches the light. */
  private static Shape loop(Shape loop, double width) {
    return new BasicStroke((float) (width * 0.14)).createStrokedShape(loop);
  }
}
