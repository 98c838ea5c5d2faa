package org.efficientvit.core.objects.scene;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Part;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * An object in its place.
 *
 * @param frame from the drawing's coordinates to the picture's, in sides
 * @param bounds what it covers, in sides
 * @param foot what it stands on: the part of its bounds within which it touches the ground
 */
record Actor(
    ObjectKind kind, Drawing drawing, AffineTransform frame, Rectangle2D bounds, Rectangle2D foot) {

  private static final double FLATNESS = 0.004;

  /**
   * Where an object shall be.
   *
   * @param x its middle, in sides
   * @param y its middle, or what it stands on
   * @param size the longer of its width and height, in sides
   */
  record Spot(double x, double y, double size) {}

  /**
   * A new individual in a pose of its own, lit from where the scene is lit.
   *
   * @param studio the scene's chance and light
   */
  static Actor of(ObjectKind kind, Studio studio, Setting setting, Spot spot) {
    AffineTransform pose = pose(kind, studio, setting);
    Drawing drawing = kind.artist().draw(lit(studio, pose));
    Rectangle2D extent = extent(drawing, pose, Double.NEGATIVE_INFINITY);
    double scale = spot.size() / Math.max(extent.getWidth(), extent.getHeight());
    double anchor =
        setting.support() == Setting.Support.GROUND ? extent.getMaxY() : extent.getCenterY();
    AffineTransform frame = AffineTransform.getTranslateInstance(spot.x(), spot.y());
    frame.scale(scale, scale);
    frame.translate(-extent.getCenterX(), -anchor);
    frame.concatenate(pose);
    Rectangle2D bounds = extent(drawing, frame, Double.NEGATIVE_INFINITY);
    Rectangle2D foot = extent(drawing, frame, bounds.getMaxY() - 0.06 * bounds.getHeight());
    return new Actor(kind, drawing, frame, bounds, foot);
  }

  private static AffineTransform pose(ObjectKind kind, Studio studio, Setting setting) {
    double tilt = StrictMath.toRadians(setting.tilt());
    // Small angles are the usual ones.
    double angle = studio.between(-tilt, tilt) * studio.between(0.3, 1.0);
    AffineTransform pose = AffineTransform.getShearInstance(studio.between(-0.08, 0.08), 0);
    pose.rotate(StrictMath.cos(angle), StrictMath.sin(angle));
    double stretch = studio.between(0.9, 1.1);
    boolean mirrored = studio.chance(0.5) && Setting.canBeMirrored(kind);
    pose.scale(mirrored ? -stretch : stretch, 1 / stretch);
    return pose;
  }

  /** The same light as the drawing sees it, so that a turned or mirrored object is lit rightly. */
  private static Studio lit(Studio studio, AffineTransform pose) {
    double a = pose.getScaleX();
    double b = pose.getShearX();
    double c = pose.getShearY();
    double d = pose.getScaleY();
    double determinant = a * d - b * c;
    double x = (d * studio.lightX() - b * studio.lightY()) / determinant;
    double y = (a * studio.lightY() - c * studio.lightX()) / determinant;
    double length = Math.sqrt(x * x + y * y);
    return new Studio(studio.random(), x / length, y / length);
  }

  /** The smallest upright rectangle around the corners below a height. */
  private static Rectangle2D extent(Drawing drawing, AffineTransform frame, double from) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    double[] point = new double[6];
    for (Part part : drawing.parts()) {
      Shape shape = part.shape();
      for (PathIterator path = shape.getPathIterator(frame, FLATNESS);
          !path.isDone();
          path.next()) {
        if (path.currentSegment(point) != PathIterator.SEG_CLOSE && point[1] >= from) {
          left = Math.min(left, point[0]);
          right = Math.max(right, point[0]);
          top = Math.min(top, point[1]);
          bottom = Math.max(bottom, point[1]);
        }
      }
    }
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }
}
