package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
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
    new DetectionBoxes(detections, labels).draw(canvas, panel, scale);
  }

  private void picture(Graphics2D g, Rectangle2D panel, double scale) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform transform = AffineTransform.getTranslateInstance(panel.getX(), panel.getY());
    transform.scale(scale, scale);
    g.drawImage(picture.toBufferedImage(), transform, null);
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
