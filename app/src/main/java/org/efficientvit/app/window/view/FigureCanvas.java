package org.efficientvit.app.window.view;

import java.awt.geom.Point2D;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.efficientvit.app.window.state.Zoom;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.PickIndex;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * A figure on the screen, drawn by the same code that draws it into a file. What is under the
 * pointer is named; a click selects it in all views, and what is selected there is brought out
 * here.
 *
 * <p>The wheel (with Ctrl where the figure is longer than the view, which it moves else) and + and
 * − magnify, dragging and the arrow keys move, a double click, 0 and Home show it whole again. That
 * belongs to the view: what is saved is the whole figure.
 */
final class FigureCanvas extends Pane {

  /** A point of a figure is 1/72 inch, a pixel of the screen 1/96. */
  private static final double MOST_PIXELS_PER_POINT = 96.0 / 72.0;

  /** The smallest type of figures, of 9.5 points, is 11 pixels high then. */
  private static final double LEAST_PIXELS_PER_POINT = 1.16;

  private static final double BESIDE_POINTER = 14;
  private static final double STEP = 1.25;
  private static final double PIXELS_OF_A_STEP = 40;
  private static final double PIXELS_OF_A_KEY = 48;

  /** A hand that shakes as much still clicks. */
  private static final double STILL = 3;

  private final Display display;
  private final Marking marking;
  private final ObservableValue<String> marked;
  private final Canvas canvas = new Canvas();
  private final Label tip = new Label();
  private final ScrollBar across = bar(Orientation.HORIZONTAL);
  private final ScrollBar down = bar(Orientation.VERTICAL);
  private final ReadOnlyObjectWrapper<Zoom> zoom = new ReadOnlyObjectWrapper<>(Zoom.NONE);
  private @Nullable Figure figure;
  private @Nullable PickIndex index;
  private Point2D hand = new Point2D.Double();
  private boolean isDragging;
  private boolean isFollowing;

  FigureCanvas(Display display, Marking marking) {
    this.display = display;
    this.marking = marking;
    this.marked = marking.marked();
    setMinSize(0, 0);
    setFocusTraversable(true);
    getStyleClass().add("figure-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(
        "Plus and minus magnify, arrow keys move, 0 or Home shows the whole figure again.");
    tip.getStyleClass().add("figure-tip");
    tip.setManaged(false);
    tip.setVisible(false);
    tip.setMouseTransparent(true);
    getChildren().addAll(canvas, across, down, tip);
    display.darkProperty().addListener((property, old, now) -> draw());
    marked.addListener((property, old, now) -> redrawMarks());
    zoom.addListener((property, old, now) -> zoomed());
    across.valueProperty().addListener((property, old, now) -> scrolled());
    down.valueProperty().addListener((property, old, now) -> scrolled());
    setOnMouseMoved(this::point);
    setOnMouseExited(event -> tip.setVisible(false));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseClicked(this::click);
    setOnScroll(this::wheel);
    setOnKeyPressed(this::key);
  }

  private static ScrollBar bar(Orientation orientation) {
    ScrollBar bar = new ScrollBar();
    bar.setOrientation(orientation);
    bar.setVisible(false);
    bar.setAccessibleText(
        orientation == Orientation.HORIZONTAL ? "Move across the figure" : "Move down the figure");
    return bar;
  }

  /** Shows another figure, or none; one of the same name is seen where the last one was. */
  void show(@Nullable Figure next) {
    Figure before = figure;
    figure = next;
    index = null;
    tip.setVisible(false);
    setAccessibleText(next == null ? "No figure" : next.title());
    if (before == null || next == null || !before.name().equals(next.name())) {
      zoom.set(Zoom.NONE);
    }
    requestLayout();
    draw();
  }

  /** Which part of the figure is seen. */
  ReadOnlyObjectProperty<Zoom> zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** Shows the whole figure again. */
  void reset() {
    zoom.set(Zoom.NONE);
  }

  /** As large as in print, or as small as it takes to be seen whole and still be read. */
  private double pixelsPerPoint() {
    Figure shown = figure;
    return shown == null
        ? MOST_PIXELS_PER_POINT
        : Math.max(
            LEAST_PIXELS_PER_POINT,
            Math.min(
                MOST_PIXELS_PER_POINT,
                Math.min(
                    canvas.getWidth() / shown.leastWidth(),
                    canvas.getHeight() / shown.leastHeight())));
  }

  /** The figure as it is laid out, which may be larger than the view. */
  private Zoom.Room room() {
    Figure shown = figure;
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    if (shown == null) {
      return new Zoom.Room(width, height, width, height);
    }
    double scale = pixelsPerPoint();
    return new Zoom.Room(
        Math.max(width, shown.leastWidth() * scale),
        Math.max(height, shown.leastHeight() * scale),
        width,
        height);
  }

  /** Whether the figure is longer than the view even where it is not magnified. */
  private boolean isLong() {
    return room().height() > room().viewHeight() + 1;
  }

  /** Where a pointer is on the figure, in points. */
  Point2D at(MouseEvent event) {
    Zoom seen = zoom.get();
    return new Point2D.Double(
        seen.across(event.getX()) / pixelsPerPoint(), seen.down(event.getY()) / pixelsPerPoint());
  }

  /** The figure's width and height as it is drawn, in points. */
  double[] size() {
    Zoom.Room room = room();
    return new double[] {room.width() / pixelsPerPoint(), room.height() / pixelsPerPoint()};
  }

  private Optional<Pickable> picked(MouseEvent event) {
    if (figure instanceof PickableFigure shown) {
      Point2D point = at(event);
      return index(shown).pick(point.getX(), point.getY());
    }
    return Optional.empty();
  }

  /** The parts of the figure as it is laid out, which are listed again only where that changes. */
  private PickIndex index(PickableFigure shown) {
    double[] size = size();
    PickIndex known = index;
    if (known == null || !known.isOf(shown, size[0], size[1])) {
      known = PickIndex.of(shown, size[0], size[1]);
      index = known;
    }
    return known;
  }

  private void point(MouseEvent event) {
    Optional<Pickable> part = picked(event);
    tip.setVisible(part.isPresent());
    setCursor(part.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    if (part.isEmpty()) {
      return;
    }
    tip.setText(part.get().text());
    tip.autosize();
    boolean isRight = event.getX() + BESIDE_POINTER + tip.getWidth() > getWidth();
    boolean isLow = event.getY() + BESIDE_POINTER + tip.getHeight() > getHeight();
    tip.relocate(
        Math.max(
            0,
            isRight
                ? event.getX() - BESIDE_POINTER - tip.getWidth()
                : event.getX() + BESIDE_POINTER),
        Math.max(
            0,
            isLow
                ? event.getY() - BESIDE_POINTER - tip.getHeight()
                : event.getY() + BESIDE_POINTER));
  }

  private void press(MouseEvent event) {
    requestFocus();
    hand = new Point2D.Double(event.getX(), event.getY());
    isDragging = false;
  }

  private void drag(MouseEvent event) {
    if (!isDragging && hand.distance(event.getX(), event.getY()) < STILL) {
      return;
    }
    isDragging = true;
    tip.setVisible(false);
    setCursor(Cursor.MOVE);
    zoom.set(zoom.get().dragged(event.getX() - hand.getX(), event.getY() - hand.getY(), room()));
    hand = new Point2D.Double(event.getX(), event.getY());
  }

  private void click(MouseEvent event) {
    if (!isClick(event)) {
      return;
    }
    if (event.getClickCount() == 2) {
      reset();
    } else {
      picked(event).ifPresent(marking::pick);
    }
  }

  /** Whether a hand that was lifted had not moved the figure. */
  boolean isClick(MouseEvent event) {
    return event.getButton() == MouseButton.PRIMARY && !isDragging;
  }

  private void wheel(ScrollEvent event) {
    tip.setVisible(false);
    if (event.isShiftDown() || event.getDeltaY() == 0) {
      zoom.set(zoom.get().dragged(event.getDeltaX() + event.getDeltaY(), 0, room()));
    } else if (isLong() && !event.isShortcutDown()) {
      zoom.set(zoom.get().dragged(0, event.getDeltaY(), room()));
    } else {
      double steps = event.getDeltaY() / PIXELS_OF_A_STEP;
      zoom.set(zoom.get().times(Math.pow(STEP, steps), event.getX(), event.getY(), room()));
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Zoom now = zoom.get();
    Zoom next =
        switch (event.getCode()) {
          case PLUS, ADD, EQUALS -> nearer(STEP);
          case MINUS, SUBTRACT -> nearer(1 / STEP);
          case DIGIT0, NUMPAD0, HOME -> Zoom.NONE;
          case LEFT -> now.dragged(PIXELS_OF_A_KEY, 0, room());
          case RIGHT -> now.dragged(-PIXELS_OF_A_KEY, 0, room());
          case UP -> now.dragged(0, PIXELS_OF_A_KEY, room());
          case DOWN -> now.dragged(0, -PIXELS_OF_A_KEY, room());
          case PAGE_UP -> now.dragged(0, canvas.getHeight(), room());
          case PAGE_DOWN -> now.dragged(0, -canvas.getHeight(), room());
          default -> null;
        };
    if (next != null) {
      zoom.set(next);
      event.consume();
    }
  }

  private Zoom nearer(double times) {
    return zoom.get().times(times, canvas.getWidth() / 2, canvas.getHeight() / 2, room());
  }

  private void redrawMarks() {
    if (figure instanceof PickableFigure) {
      draw();
    }
  }

  private void zoomed() {
    placeBars();
    draw();
  }

  private void scrolled() {
    if (!isFollowing) {
      zoom.set(new Zoom(zoom.get().factor(), across.getValue(), down.getValue()).within(room()));
    }
  }

  private void placeBars() {
    isFollowing = true;
    Zoom.Room room = room();
    Zoom seen = zoom.get();
    set(across, room.width() * seen.factor(), room.viewWidth(), seen.left());
    set(down, room.height() * seen.factor(), room.viewHeight(), seen.top());
    isFollowing = false;
  }

  private static void set(ScrollBar bar, double all, double seen, double value) {
    double most = all - seen;
    bar.setVisible(most > 1);
    bar.setMax(Math.max(1, most));
    bar.setVisibleAmount(Math.max(1, most) * seen / Math.max(all, 1));
    bar.setUnitIncrement(PIXELS_OF_A_KEY);
    bar.setBlockIncrement(seen);
    bar.setValue(value);
  }

  @Override
  protected void layoutChildren() {
    double thick = down.prefWidth(-1);
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    if (isLong()) {
      // What stands at the right edge is not to lie under the bar.
      canvas.setWidth(Math.max(0, getWidth() - thick));
    }
    zoom.set(zoom.get().within(room()));
    placeBars();
    double flat = across.prefHeight(-1);
    down.resizeRelocate(getWidth() - thick, 0, thick, getHeight());
    across.resizeRelocate(0, getHeight() - flat, getWidth(), flat);
    draw();
  }

  private void draw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    Figure shown = figure;
    if (shown == null || width < 1 || height < 1) {
      return;
    }
    canvas.getGraphicsContext2D().save();
    FXGraphics2D g = new FXGraphics2D(canvas.getGraphicsContext2D());
    Zoom seen = zoom.get();
    g.translate(-seen.left(), -seen.top());
    g.scale(seen.factor() * pixelsPerPoint(), seen.factor() * pixelsPerPoint());
    double[] size = size();
    shown.draw(g, size[0], size[1], display.theme());
    String name = marked.getValue();
    if (shown instanceof PickableFigure parts && !name.isEmpty()) {
      PickableFigure.highlight(g, name, index(parts).parts(), display.theme());
    }
    g.dispose();
    canvas.getGraphicsContext2D().restore();
  }
}
