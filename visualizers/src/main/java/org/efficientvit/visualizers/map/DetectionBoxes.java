package org.efficientvit.visualizers.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/**
 * Boxes over a picture, each with its class and its score; boxes of one class have one colour.
 *
 * @param detections the surest first, boxes in the picture's pixels
 * @param labels of the classes
 */
public record DetectionBoxes(List<Detection> detections, List<String> labels) {

  private static final double LINE = 1.8;
  private static final double TAG = 14;
  private static final double PAD = 4;

  /** Okabe and Ito's colours and shades between them, all dark enough under white letters. */
  private static final int[] COLOURS = {
    0x0072B2, 0xB34A00, 0x00795A, 0x9C4A7F, 0x5B4FB3, 0x8A6A00, 0x006D77, 0xA33B3B
  };

  public DetectionBoxes {
    detections = List.copyOf(detections);
    labels = List.copyOf(labels);
  }

  /** The colour of a class. */
  public static Color colour(int label) {
    return new Color(COLOURS[label % COLOURS.length]);
  }

  /**
   * Draws them with their classes and scores.
   *
   * @param panel on which the picture lies
   * @param scale points for each pixel of the picture
   */
  public void draw(Canvas canvas, Rectangle2D panel, double scale) {
    lines(canvas, panel, scale);
    tags(canvas, panel, scale);
  }

  /**
   * Draws the boxes alone.
   *
   * @param panel on which the picture lies
   * @param scale points for each pixel of the picture
   */
  public void lines(Canvas canvas, Rectangle2D panel, double scale) {
    // The surest last, so that none covers it.
    for (int i = detections.size() - 1; i >= 0; i--) {
      Rectangle2D box = place(detections.get(i).box(), panel, scale);
      canvas.line(box, Color.WHITE, LINE + 1.4);
      canvas.line(box, colour(detections.get(i).label()), LINE);
    }
  }

  /**
   * Where a box of the picture lies on a panel.
   *
   * @param scale points for each pixel of the picture
   */
  public static Rectangle2D place(Box box, Rectangle2D panel, double scale) {
    return new Rectangle2D.Double(
        panel.getX() + box.x() * scale,
        panel.getY() + box.y() * scale,
        box.width() * scale,
        box.height() * scale);
  }

  /** Each tag at its box's upper edge, moved down where another one stands. */
  private void tags(Canvas canvas, Rectangle2D panel, double scale) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (Detection one : detections) {
      String words = words(one);
      double room = canvas.width(words, Theme.Type.SMALL) + 2 * PAD;
      Rectangle2D box = place(one.box(), panel, scale);
      double x = Math.max(panel.getX(), Math.min(box.getX(), panel.getMaxX() - room));
      double above = box.getY() - TAG;
      double y = Math.max(panel.getY(), above);
      Rectangle2D tag = new Rectangle2D.Double(x, y, room, TAG);
      while (isTaken(tag, taken) && tag.getMaxY() + TAG <= panel.getMaxY()) {
        tag = new Rectangle2D.Double(x, tag.getY() + TAG, room, TAG);
      }
      taken.add(tag);
      canvas.fill(tag, colour(one.label()));
      canvas.text(words, Theme.Type.SMALL, Color.WHITE, x + PAD, tag.getMaxY() - PAD);
    }
  }

  private static boolean isTaken(Rectangle2D tag, List<Rectangle2D> taken) {
    return taken.stream().anyMatch(other -> other.intersects(tag));
  }

  private String words(Detection one) {
    return String.format(Locale.ROOT, "%s %.2f", labels.get(one.label()), one.score());
  }
}
