package org.efficientvit.app.window.view;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.efficientvit.app.window.viewmodel.BoxMap;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.core.evaluate.Box;
import org.jspecify.annotations.Nullable;

/** A map around the chosen box; pressed, it lies over the whole picture. */
final class MapTile extends VBox {

  /** Side of the map at least, in pixels. */
  static final double LEAST_SIDE = 104;

  /** Side of the map at most, in pixels. */
  static final double MOST_SIDE = 240;

  /** What stands around a map: a line and a gap at all sides, and words below. */
  static final double AROUND_MAP = 8;

  static final double WORDS = 40;

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** How much of the picture is seen: so many times the longer side of the box, at least. */
  private static final double AROUND = 1.6;

  private static final double LEAST_CELLS = 4;

  /**
   * All that one drawing needs.
   *
   * @param picture that steps back behind a map
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @param isWhole whether the whole picture is seen; else what surrounds the box
   */
  record Look(
      Image picture, double width, double height, Box box, boolean isWhole, Display display) {}

  private final BoxMap map;
  private final Canvas canvas = new Canvas(LEAST_SIDE, LEAST_SIDE);

  /**
   * A tile.
   *
   * @param pressed takes the map when it is pressed
   */
  MapTile(BoxMap map, Consumer<BoxMap> pressed) {
    super(4);
    this.map = map;
    getStyleClass().add("map-tile");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setAccessibleText(
        "%s, %s; lies over the picture when pressed".formatted(map.title(), map.reading()));
    setId("map-" + map.index());
    Label title = new Label(map.title());
    Label reading = Controls.caption(map.reading());
    getChildren().addAll(canvas, new VBox(title, reading));
    setOnMouseClicked(
        event -> {
          requestFocus();
          pressed.accept(map);
        });
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            pressed.accept(map);
            event.consume();
          }
        });
  }

  /** Makes the map larger or smaller; it is to be drawn anew then. */
  void fit(double side) {
    canvas.setWidth(side);
    canvas.setHeight(side);
  }

  /**
   * Draws everything anew.
   *
   * @param overlay the map that lies over the picture, or null
   */
  void draw(Look look, @Nullable BoxMap overlay) {
    pseudoClassStateChanged(CHOSEN, overlay != null && map.index() == overlay.index());
    Box seen = seen(look);
    double side = canvas.getWidth();
    double scale = side / seen.width();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(FxImages.of(look.display().theme().background()));
    g.clearRect(0, 0, side, side);
    g.fillRect(0, 0, side, side);
    g.save();
    g.setImageSmoothing(true);
    g.drawImage(
        look.picture(),
        -seen.x() * scale,
        -seen.y() * scale,
        look.width() * scale,
        look.height() * scale);
    // Beyond the picture's edge there is nothing to colour.
    g.beginPath();
    g.rect(-seen.x() * scale, -seen.y() * scale, look.width() * scale, look.height() * scale);
    g.clip();
    CellImage.draw(g, map, look.display(), seen, scale);
    g.restore();
    outline(g, look.box(), seen, scale);
  }

  /** A bright line with a dark one around it, so that it shows on any ground. */
  private static void outline(GraphicsContext g, Box box, Box seen, double scale) {
    double x = Math.round((box.x() - seen.x()) * scale);
    double y = Math.round((box.y() - seen.y()) * scale);
    double width = Math.round(box.width() * scale);
    double height = Math.round(box.height() * scale);
    g.setStroke(Color.gray(0, 0.85));
    g.setLineWidth(3);
    g.strokeRect(x, y, width, height);
    g.setStroke(Color.WHITE);
    g.setLineWidth(1.4);
    g.strokeRect(x, y, width, height);
  }

  /** A square of the picture. */
  private Box seen(Look look) {
    Box box = look.box();
    double side =
        look.isWhole()
            ? Math.max(look.width(), look.height())
            : Math.max(
                AROUND * Math.max(box.width(), box.height()),
                LEAST_CELLS * Math.max(map.cells().cellWidth(), map.cells().cellHeight()));
    double x = look.isWhole() ? look.width() / 2 : box.x() + box.width() / 2;
    double y = look.isWhole() ? look.height() / 2 : box.y() + box.height() / 2;
    return new Box(x - side / 2, y - side / 2, side, side);
  }
}
