package org.efficientvit.app.window.state;

/**
 * Which part of a drawing is seen: magnified, and from where on.
 *
 * @param factor 1 where the drawing is as the view lays it out, up to {@value MOST}
 * @param left of the magnified drawing's left edge, how much is out of sight, in pixels
 * @param top of its upper edge, how much is out of sight, in pixels
 */
public record Zoom(double factor, double left, double top) {

  /** More would show nothing that a figure says. */
  public static final double MOST = 16;

  /** The drawing as the view lays it out, from its upper left corner. */
  public static final Zoom NONE = new Zoom(1, 0, 0);

  /**
   * The sizes of what is seen and of what sees it, in pixels.
   *
   * @param width of the drawing where nothing is magnified
   * @param height of the drawing where nothing is magnified
   * @param viewWidth of the view
   * @param viewHeight of the view
   */
  public record Room(double width, double height, double viewWidth, double viewHeight) {}

  /** Magnifies by so much more; what is under a point of the view stays there where it can. */
  public Zoom times(double more, double x, double y, Room room) {
    double next = Math.max(1, Math.min(MOST, factor * more));
    double ratio = next / factor;
    return new Zoom(next, (left + x) * ratio - x, (top + y) * ratio - y).within(room);
  }

  /** Moves what is seen along with a hand that goes so far to the right and down. */
  public Zoom dragged(double right, double down, Room room) {
    return new Zoom(factor, left - right, top - down).within(room);
  }

  /** The same where it lies on the drawing, or else the nearest that does. */
  public Zoom within(Room room) {
    return new Zoom(
        factor,
        between(left, room.width() * factor - room.viewWidth()),
        between(top, room.height() * factor - room.viewHeight()));
  }

  private static double between(double value, double most) {
    return Math.max(0, Math.min(value, most));
  }

  /** Where a point of the view is across the drawing, in pixels where nothing is magnified. */
  public double across(double x) {
    return (left + x) / factor;
  }

  /** Where a point of the view is down the drawing, in pixels where nothing is magnified. */
  public double down(double y) {
    return (top + y) / factor;
  }

  /** Whether anything is magnified or out of sight above or to the left. */
  public boolean isChanged() {
    return factor > 1 || left > 0 || top > 0;
  }
}
