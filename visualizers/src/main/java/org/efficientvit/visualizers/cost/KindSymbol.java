package org.efficientvit.visualizers.cost;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.efficientvit.core.ops.OperationKind;

/** The shape of each kind of operation, so that none is told by its colour alone. */
final class KindSymbol {

  private static final double STAR = 0.45;
  private static final double ARM = 0.34;
  private static final double FLAT = 0.42;

  private KindSymbol() {}

  /** The shape of a kind around a point; all shapes of one area weigh the same to the eye. */
  static Shape of(OperationKind kind, double x, double y, double area) {
    return switch (kind) {
      case CONVOLUTION_1X1 -> circle(x, y, area);
      case CONVOLUTION_KXK -> polygon(x, y, area, rays(4, 45, 1));
      case CONVOLUTION_DEPTHWISE -> polygon(x, y, area, rays(4, 0, 1));
      case LINEAR -> polygon(x, y, area, rays(3, 180, 1));
      case MATMUL -> polygon(x, y, area, rays(3, -90, 1));
      case SOFTMAX -> polygon(x, y, area, rays(10, -90, STAR));
      case ACTIVATION -> polygon(x, y, area, rays(3, 90, 1));
      case ADDITION -> polygon(x, y, area, plus(0));
      case MULTIPLICATION -> polygon(x, y, area, plus(45));
      case NORMALISATION -> polygon(x, y, area, -1, -1, 1, -1, -1, 1, 1, 1);
      case POOLING -> polygon(x, y, area, rays(3, 0, 1));
      case COPY -> polygon(x, y, area, -1, -FLAT, 1, -FLAT, 1, FLAT, -1, FLAT);
      case VIEW -> polygon(x, y, area, -FLAT, -1, FLAT, -1, FLAT, 1, -FLAT, 1);
    };
  }

  private static Shape circle(double x, double y, double area) {
    double radius = Math.sqrt(area / Math.PI);
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /**
   * Corners around the middle.
   *
   * @param first direction of the first, in degrees clockwise from the right
   * @param second how far every second corner is out, as a share of the others' distance
   */
  private static double[] rays(int corners, double first, double second) {
    double[] points = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(first + 360.0 * i / corners);
      double length = i % 2 == 0 ? 1 : second;
      points[2 * i] = length * Math.cos(angle);
      points[2 * i + 1] = length * Math.sin(angle);
    }
    return points;
  }

  private static double[] plus(double degrees) {
    double[] corner = {ARM, 1, ARM, ARM, 1, ARM};
    double[] points = new double[24];
    for (int arm = 0; arm < 4; arm++) {
      double angle = Math.toRadians(degrees - 90 * arm);
      for (int i = 0; i < 3; i++) {
        double x = corner[2 * i];
        double y = corner[2 * i + 1];
        points[6 * arm + 2 * i] = x * Math.cos(angle) - y * Math.sin(angle);
        points[6 * arm + 2 * i + 1] = x * Math.sin(angle) + y * Math.cos(angle);
      }
    }
    return points;
  }

  private static Shape polygon(double x, double y, double area, double... points) {
    double scale = Math.sqrt(area / area(points));
    Path2D path = new Path2D.Double();
    path.moveTo(x + scale * points[0], y + scale * points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(x + scale * points[i], y + scale * points[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** By the shoelace formula; an hourglass, whose halves cancel, has half of its box. */
  private static double area(double... points) {
    double sum = 0;
    for (int i = 0; i < points.length; i += 2) {
      int next = (i + 2) % points.length;
      sum += points[i] * points[next + 1] - points[next] * points[i + 1];
    }
    return Math.abs(sum) < 1e-9 ? 2 : Math.abs(sum) / 2;
  }
}
