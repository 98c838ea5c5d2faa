package org.efficientvit.core.objects.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a drawing is made in whatever units and upright pose suit the object, about 100 units
 * large. Only at the end is the whole turned, and fitted into the square of a drawing; the paints
 * are made then, so that the light comes from the same side in every pose.
 */
public final class Turntable {

  /** Curves become lines this close to them, in the drawing's coordinates. */
  private static final double FLATNESS = 3e-4;

  private record Item(Shape shape, Material material, double lift) {}

  private final Studio studio;
  private final List<Item> items = new ArrayList<>();

  public Turntable(Studio studio) {
    this.studio = studio;
  }

  /** A filled shape in front of all so far. */
  public Turntable fill(Shape shape, Material material) {
    return lifted(shape, material, 0);
  }

  /** A filled shape of one colour. */
  public Turntable fill(Shape shape, Color colour) {
    return lifted(shape, Material.plain(colour), 0);
  }

  /**
   * A filled shape that the pose moves towards the light: an edge that catches it.
   *
   * @param lift how far, in the artist's units; negative away from the light, as a shadow falls
   */
  public Turntable lifted(Shape shape, Material material, double lift) {
    items.add(new Item(shape, material, lift));
    return this;
  }

  /** A line along a shape, with round ends. */
  public Turntable line(Shape path, double width, Material material) {
    return fill(stroke(path, width), material);
  }

  /** A line of one colour. */
  public Turntable line(Shape path, double width, Color colour) {
    return line(path, width, Material.plain(colour));
  }

  /** A round bar along a path: dark at its sides, with a line of light. */
  public Turntable rod(Shape path, double width, Color colour) {
    line(path, width, Colours.darker(colour, 0.5));
    lifted(stroke(path, width * 0.7), Material.shaded(colour, 0.25), width * 0.08);
    return lifted(
        stroke(path, width * 0.2),
        Material.plain(Colours.clear(Colours.lighter(colour, 0.75), 0.8)),
        width * 0.18);
  }

  /** The part of a shape that lies within another; costly, so for simple shapes only. */
  public Turntable within(Shape outline, Shape shape, Material material) {
    Area area = new Area(shape);
    area.intersect(new Area(outline));
    return fill(area, material);
  }

  /** The same shape several times, each a bit further: the side of a thick plate. */
  public Turntable thick(Shape shape, double dx, double dy, Color colour) {
    int copies = 4;
    for (int i = copies; i > 0; i--) {
      double share = (double) i / copies;
      fill(Shapes2D.moved(shape, dx * share, dy * share), Material.shaded(colour, 0.4));
    }
    return this;
  }

  private static Shape stroke(Shape path, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(path);
  }

  /** The drawing, turned as the pose says and as large as fits, its lowest point on the ground. */
  public Drawing standing(AffineTransform pose) {
    Rectangle2D box = bounds(pose);
    return build(pose, box, box.getMaxY(), 0.5);
  }

  /** The drawing, turned as the pose says and as large as fits, in the middle of the square. */
  public Drawing floating(AffineTransform pose) {
    Rectangle2D box = bounds(pose);
    return build(pose, box, box.getCenterY(), 0);
  }

  private Rectangle2D bounds(AffineTransform pose) {
    Rectangle2D box = flat(items.get(0).shape(), pose, 0.05).getBounds2D();
    for (Item item : items) {
      Rectangle2D.union(box, flat(item.shape(), pose, 0.05).getBounds2D(), box);
    }
    return box;
  }

  private Drawing build(AffineTransform pose, Rectangle2D box, double y, double atY) {
    double scale = 1 / Math.max(box.getWidth(), box.getHeight());
    AffineTransform frame = AffineTransform.getTranslateInstance(0, atY);
    frame.scale(scale, scale);
    frame.translate(-box.getCenterX(), -y);
    frame.concatenate(pose);
    Drawing.Builder drawing = new Drawing.Builder();
    for (Item item : items) {
      double lift = item.lift() * scale;
      AffineTransform moved =
          AffineTransform.getTranslateInstance(studio.lightX() * lift, studio.lightY() * lift);
      moved.concatenate(frame);
      drawing.fill(
          flat(item.shape(), moved, FLATNESS), item.material().on(item.shape(), moved, studio));
    }
    return drawing.build();
  }

  /** Polygons: their boxes are exact, where those of curves may hold the control points. */
  private static Shape flat(Shape shape, AffineTransform frame, double flatness) {
    Path2D path = new Path2D.Double(shape.getPathIterator(null).getWindingRule());
    path.append(shape.getPathIterator(frame, flatness), false);
    return path;
  }
}
