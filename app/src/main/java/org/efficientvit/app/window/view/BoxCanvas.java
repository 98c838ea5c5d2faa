package org.efficientvit.app.window.view;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.efficientvit.app.window.viewmodel.BoxFacts;
import org.efficientvit.app.window.viewmodel.BoxMap;
import org.efficientvit.app.window.viewmodel.BoxMapsViewModel;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.app.window.viewmodel.Detected;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.Picture;
import org.efficientvit.visualizers.map.DetectionBoxes;
import org.jfree.fx.FXGraphics2D;

/**
 * The picture with its boxes, drawn as in files; of the chosen box also the anchor, in dashes, its
 * cell, and the map that is looked at. A click chooses, arrow keys walk, Escape lets go.
 */
final class BoxCanvas extends Pane {

  /** As large as a figure in print. */
  private static final double PIXELS_PER_POINT = 96.0 / 72.0;

  private static final float FADED = 0.45f;
  private static final double POINTED = 3.5;
  private static final double TAG_PIXELS = 14 * PIXELS_PER_POINT;

  private final DetectViewModel detect;
  private final BoxMapsViewModel maps;
  private final Display display;
  private final Canvas canvas = new Canvas();
  private final PictureImages images;

  BoxCanvas(DetectViewModel detect, BoxMapsViewModel maps, Display display, PictureImages images) {
    this.images = images;
    this.detect = detect;
    this.maps = maps;
    this.display = display;
    setId("boxes");
    getStyleClass().add("boxes");
    setMinSize(0, 0);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(detect.readingProperty());
    getChildren().add(canvas);
    detect.detectedProperty().addListener((property, old, now) -> draw());
    detect.shown().addListener((ListChangeListener<Detection>) change -> draw());
    detect.chosenProperty().addListener((property, old, now) -> draw());
    detect.hoveredProperty().addListener((property, old, now) -> draw());
    maps.overlayProperty().addListener((property, old, now) -> draw());
    maps.factsProperty().addListener((property, old, now) -> draw());
    display.coloursProperty().addListener((property, old, now) -> draw());
    display.opacityProperty().addListener((property, old, now) -> draw());
    display.darkProperty().addListener((property, old, now) -> draw());
    canvas.setOnMouseMoved(this::point);
    canvas.setOnMouseExited(event -> detect.hoveredProperty().set(null));
    canvas.setOnMouseClicked(
        event -> {
          requestFocus();
          detect.chosenProperty().set(under(event).orElse(null));
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void point(MouseEvent event) {
    Optional<Detection> under = under(event);
    detect.hoveredProperty().set(under.orElse(null));
    canvas.setCursor(under.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
  }

  /** The box under the pointer, or the one whose words are. */
  private Optional<Detection> under(MouseEvent event) {
    Detected shown = detect.detectedProperty().get();
    if (shown == null) {
      return Optional.empty();
    }
    double scale = scale(shown.pass().picture());
    double x = event.getX() / scale;
    double y = event.getY() / scale;
    return detect.at(x, y).or(() -> detect.at(x, y + TAG_PIXELS / scale));
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP, KP_UP, LEFT, KP_LEFT -> detect.move(-1);
      case DOWN, KP_DOWN, RIGHT, KP_RIGHT -> detect.move(1);
      case ESCAPE -> detect.chosenProperty().set(null);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private double scale(Picture picture) {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    return Math.max(0, Math.min(width / picture.width(), height / picture.height()));
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    Detected shown = detect.detectedProperty().get();
    if (shown == null) {
      canvas.setWidth(0);
      canvas.setHeight(0);
      return;
    }
    Picture picture = shown.pass().picture();
    double scale = scale(picture);
    double width = Math.floor(picture.width() * scale);
    double height = Math.floor(picture.height() * scale);
    if (width < 1 || height < 1) {
      return;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    BoxMap map = maps.overlayProperty().get();
    g.setImageSmoothing(true);
    g.drawImage(image(shown, map != null), 0, 0, width, height);
    if (map != null) {
      CellImage.draw(g, map, display, new Box(0, 0, picture.width(), picture.height()), scale);
    }
    boxes(g, shown, scale);
  }

  private Image image(Detected shown, boolean isBehind) {
    return isBehind
        ? images.behind(shown.preview(), display.opacityProperty().get())
        : images.plain(shown.preview());
  }

  private void boxes(GraphicsContext context, Detected shown, double scale) {
    context.save();
    FXGraphics2D g = new FXGraphics2D(context);
    g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    org.efficientvit.visualizers.Canvas pen =
        org.efficientvit.visualizers.Canvas.on(g, display.theme());
    double points = scale / PIXELS_PER_POINT;
    Picture picture = shown.pass().picture();
    Rectangle2D panel =
        new Rectangle2D.Double(0, 0, picture.width() * points, picture.height() * points);
    List<String> labels = shown.model().labels();
    Detection chosen = detect.chosenProperty().get();
    List<Detection> others = detect.shown().stream().filter(one -> !one.equals(chosen)).toList();
    DetectionBoxes beside = new DetectionBoxes(others, labels);
    if (chosen == null) {
      beside.draw(pen, panel, points);
    } else {
      g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, FADED));
      beside.lines(pen, panel, points);
      g.setComposite(AlphaComposite.SrcOver);
    }
    BoxFacts facts = maps.factsProperty().get();
    if (chosen != null && facts != null) {
      Rectangle2D anchor = DetectionBoxes.place(facts.anchor(), panel, points);
      pen.line(anchor, new Color(0, 0, 0, 150), 2.4);
      pen.dashes(anchor, Color.WHITE, 1.4);
      pen.contrast(DetectionBoxes.place(facts.cell(), panel, points), 1);
    }
    if (chosen != null) {
      new DetectionBoxes(List.of(chosen), labels).draw(pen, panel, points);
    }
    Detection pointed = detect.hoveredProperty().get();
    if (pointed != null) {
      Rectangle2D box = DetectionBoxes.place(pointed.box(), panel, points);
      pen.line(box, Color.WHITE, POINTED + 1.4);
      pen.line(box, DetectionBoxes.colour(pointed.label()), POINTED);
    }
    g.dispose();
    context.restore();
  }
}
