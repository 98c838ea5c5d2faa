package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;

/**
 * A picture with the boxes of the objects that were found on it, each with its class and its score
 * from 0 to 1; boxes of one class have one colour.
 *
 * @param detections the surest first, boxes in the picture's pixels
 * @param labels of the classes
 */
public record DetectionFigure(
    Picture picture, List<Detection> detections, List<String> labels, FigureContext context)
    implements Figure {

  private static final double LARGEST = 560;
  private static final double LINE = 1.8;
  private static final double TAG = 14;
  private static final double PAD = 4;

  /** Okabe and Ito's colours and shades between them, all dark enough under white letters. */
  private static final int[] COLOURS = {
    0x0072B2, 0xB34A00, 0x00795A, 0x9C4A7F, 0x5B4FB3, 0x8A6A00, 0x006D77, 0xA33B3B
  };

  public DetectionFigure {
    requireNonNull(picture, "picture is null");
    detections = List.copyOf(detections);
    labels = List.copyOf(labels);
    requireNonNull(context, "context is null");
  }

  /** The objects that a detector found on a picture. */
  public static DetectionFigure of(
      DetectionModel model, Picture picture, List<Detection> detections) {
    return new DetectionFigure(
        picture,
        detections,
        model.labels(),
        new FigureContext(
            model.name(),
            lastPart(picture.name()),
            model.provenance().description(),
            model.provenance().isRandom()));
  }

  private static String lastPart(String path) {
    return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
  }

  @Override
  public String name() {
    String file = lastPart(picture.name());
    int dot = file.lastIndexOf('.');
    String stem = dot > 0 ? file.substring(0, dot) : file;
    return stem.replaceAll("[^A-Za-z0-9.-]", "-") + "-detections";
  }

  @Override
  public String title() {
    int count = detections.size();
    return count == 1 ? "Detection · 1 object" : "Detection · %d objects".formatted(count);
  }

  @Override
  public double width() {
    return 2 * Canvas.MARGIN + picture.width() * scale();
  }

  @Override
  public double height() {
    return Canvas.HEADER + picture.height() * scale() + Canvas.MARGIN;
  }

  private double scale() {
    return LARGEST / Math.max(picture.width(), picture.height());
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double scale =
        Math.min(
            (width - 2 * Canvas.MARGIN) / picture.width(),
            (height - Canvas.HEADER - Canvas.MARGIN) / picture.height());
    Rectangle2D panel =
        new Rectangle2D.Double(
            (width - picture.width() * scale) / 2,
            Canvas.HEADER,
            picture.width() * scale,
            picture.height() * scale);
    picture(g, panel, scale);
    // The surest last, so that none covers it.
    for (int i = detections.size() - 1; i >= 0; i--) {
      Rectangle2D box = place(detections.get(i).box(), panel, scale);
      canvas.line(box, Color.WHITE, LINE + 1.4);
      canvas.line(box, colour(detections.get(i).label()), LINE);
    }
    tags(canvas, panel, scale);
  }

  private void picture(Graphics2D g, Rectangle2D panel, double scale) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform transform = AffineTransform.getTranslateInstance(panel.getX(), panel.getY());
    transform.scale(scale, scale);
    g.drawImage(picture.toBufferedImage(), transform, null);
  }

  private static Rectangle2D place(Box box, Rectangle2D panel, double scale) {
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

  private static Color colour(int label) {
    return new Color(COLOURS[label % COLOURS.length]);
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Detection one : detections) {
      Box box = one.box();
      rows.add(
          List.of(
              labels.get(one.label()), one.score(), box.x(), box.y(), box.width(), box.height()));
    }
    return new DataTable(
        List.of("class", "score", "x (px)", "y (px)", "width (px)", "height (px)"), rows);
  }
}
