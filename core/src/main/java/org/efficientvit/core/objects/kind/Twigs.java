package org.efficientvit.core.objects.kind;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * Branches that fork, with leaves near their ends.
 *
 * @param studio gives chance
 * @param wood is added to
 * @param leaves are added to, those behind the wood first
 * @param density leaves at each end
 */
record Twigs(Studio studio, Path2D wood, List<Path2D> leaves, int density) {

  /**
   * One branch and all that grows from it.
   *
   * @param from its foot
   * @param angle in radians, from right towards down
   * @param length up to its fork
   * @param thick half its width at the foot
   * @param forks how often it still forks; leaves grow below the top fork only
   */
  void grow(Point2D from, double angle, double length, double thick, int forks) {
    double bend = angle + studio.between(-0.25, 0.25);
    double middleX = from.getX() + Math.cos(angle) * length / 2;
    double middleY = from.getY() + Math.sin(angle) * length / 2;
    Point2D end =
        new Point2D.Double(
            middleX + Math.cos(bend) * length / 2, middleY + Math.sin(bend) * length / 2);
    wood.append(
        Spine.ribbon(
            from.getX(),
            from.getY(),
            thick,
            middleX,
            middleY,
            thick * 0.8,
            end.getX(),
            end.getY(),
            thick * 0.55),
        false);
    if (forks < 4) {
      leave(end);
    }
    if (forks == 0) {
      return;
    }
    double spread = studio.between(0.35, 0.6);
    for (int i = forks == 4 ? -1 : 0; i <= 1; i++) {
      double turn = forks == 4 ? i * 0.6 : (i - 0.5) * 2 * spread;
      grow(end, bend + turn + studio.between(-0.15, 0.15), length * 0.74, thick * 0.6, forks - 1);
    }
  }

  private void leave(Point2D end) {
    for (Path2D layer : leaves) {
      layer.append(
          new Leaves(studio, end.getX(), end.getY(), 0.06, 0.06).all(density, 0.045), false);
    }
  }
}
