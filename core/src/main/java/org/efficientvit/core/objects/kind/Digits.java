package org.efficientvit.core.objects.kind;

import java.awt.Shape;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Shapes2D;

/** Numbers as lines to be stroked: fonts differ from machine to machine, these do not. */
final class Digits {

  private static final double ADVANCE = 1.3;

  private Digits() {}

  /** A number around (0, 0), 2 units high; each digit is 1 unit wide. */
  static Shape number(int number) {
    String digits = Integer.toString(number);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < digits.length(); i++) {
      double x = (i - (digits.length() - 1) / 2.0) * ADVANCE;
      path.append(Shapes2D.moved(digit(digits.charAt(i) - '0'), x, 0), false);
    }
    return path;
  }

  private static Path2D digit(int digit) {
    return switch (digit) {
      case 0 -> Shapes2D.curve(0, -1, 0.65, -1, 0.65, 1, 0, 1, -0.65, 1, -0.65, -1, 0, -1);
      case 1 -> Shapes2D.polyline(-0.3, -0.65, 0.1, -1, 0.1, 1);
      case 2 ->
          Shapes2D.curve(
              -0.5, -0.6, -0.3, -1.2, 0.6, -1.1, 0.5, -0.4, 0.4, 0.1, -0.3, 0.4, -0.5, 1, -0.2, 1,
              0.2, 1, 0.5, 1);
      case 3 ->
          Shapes2D.curve(
              -0.45, -0.8, 0, -1.2, 0.5, -0.9, 0.45, -0.5, 0.4, -0.1, 0.1, -0.1, -0.1, -0.1, 0.3,
              -0.1, 0.6, 0.2, 0.5, 0.55, 0.4, 1.1, -0.3, 1.1, -0.5, 0.7);
      case 4 -> Shapes2D.polyline(0.25, 1, 0.25, -1, -0.5, 0.4, 0.5, 0.4);
      case 5 ->
          Shapes2D.curve(
              0.45, -1, 0.1, -1, -0.1, -1, -0.35, -1, -0.4, -0.6, -0.4, -0.5, -0.42, -0.1, 0, -0.4,
              0.5, -0.1, 0.5, 0.4, 0.5, 1.1, -0.2, 1.15, -0.5, 0.8);
      case 6 -> six();
      case 7 -> Shapes2D.polyline(-0.5, -1, 0.5, -1, -0.1, 1);
      case 8 ->
          Shapes2D.curve(
              0, -0.1, -0.6, -0.2, -0.5, -1, 0, -1, 0.5, -1, 0.6, -0.2, 0, -0.1, -0.75, 0, -0.6, 1,
              0, 1, 0.6, 1, 0.75, 0, 0, -0.1);
      default -> (Path2D) Shapes2D.turned(six(), 180, 0, 0);
    };
  }

  private static Path2D six() {
    return Shapes2D.curve(
        0.35, -1, -0.2, -0.8, -0.6, 0, -0.45, 0.55, -0.3, 1.2, 0.5, 1.1, 0.5, 0.4, 0.5, -0.2, -0.3,
        -0.2, -0.45, 0.4);
  }
}
