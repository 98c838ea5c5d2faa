package org.efficientvit.app.window.view;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * A figure on the screen, drawn by the same code that draws it into a file. What is under the
 * pointer is named; a click selects it in all views, and what is selected there is brought out
 * here.
 */
final class FigureCanvas extends Pane {

  /** A point of a figure is 1/72 inch, a pixel of the screen 1/96. */
  private static final double MOST_PIXELS_PER_POINT = 96.0 / 72.0;

  /** In less room than that a figure does not shrink any more: it is scrolled. */
  private static final double LEAST_PIXELS_PER_POINT = 1;

  private static final double BESIDE_POINTER = 14;

  private final Display display;
  private final Navigation navigation;
  private final Canvas canvas = new Canvas();
  private final Label tip = new Label();
  private @Nullable Figure figure;

  FigureCanvas(Display display, Navigation navigation) {
    this.display = display;
    this.navigation = navigation;
    setMinSize(0, 0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    tip.getStyleClass().add("figure-tip");
    tip.setManaged(false);
    tip.setVisible(false);
    tip.setMouseTransparent(true);
    getChildren().addAll(canvas, tip);
    display.darkProperty().addListener((property, old, now) -> draw());
    navigation.selectionProperty().addListener((property, old, now) -> selected());
    setOnMouseMoved(this::point);
    setOnMouseExited(event -> tip.setVisible(false));
    setOnMouseClicked(event -> picked(event).ifPresent(this::select));
  }

  /** Shows another figure, or none. */
  void show(@Nullable Figure next) {
    figure = next;
    tip.setVisible(false);
    setAccessibleText(next == null ? "No figure" : next.title());
    setMinSize(
        next == null ? 0 : next.width() * LEAST_PIXELS_PER_POINT,
        next == null ? 0 : next.height() * LEAST_PIXELS_PER_POINT);
    requestLayout();
    draw();
  }

  /** As large as in print, or as small as it takes to be seen whole. */
  private double pixelsPerPoint() {
    Figure shown = figure;
    return shown == null
        ? MOST_PIXELS_PER_POINT
        : Math.max(
            LEAST_PIXELS_PER_POINT,
            Math.min(
                MOST_PIXELS_PER_POINT,
                Math.min(canvas.getWidth() / shown.width(), canvas.getHeight() / shown.height())));
  }

  /** Where a pointer is on the figure, in points. */
  double points(double pixels) {
    return pixels / pixelsPerPoint();
  }

  /** The figure's width and height as it is drawn, in points. */
  double[] size() {
    return new double[] {points(canvas.getWidth()), points(canvas.getHeight())};
  }

  private Optional<Pickable> picked(MouseEvent event) {
    return figure instanceof PickableFigure parts
        ? parts.pick(points(event.getX()), points(event.getY()), size()[0], size()[1])
        : Optional.empty();
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

  /** Selects the operation that a part shows, or what all of its operations lie in. */
  private void select(Pickable part) {
    if (!part.operations().isEmpty()) {
      navigation.go(common(List.copyOf(new TreeSet<>(part.operations()))));
    }
  }

  private static String common(List<String> sorted) {
    String first = sorted.get(0);
    String last = sorted.get(sorted.size() - 1);
    if (first.equals(last)) {
      return first;
    }
    int end = 0;
    while (end < first.length() && end < last.length() && first.charAt(end) == last.charAt(end)) {
      end++;
    }
    boolean isWhole = end == first.length() || end == last.length();
    int dot = isWhole ? end : first.lastIndexOf('.', end);
    return dot <= 0 ? first : first.substring(0, dot);
  }

  private void selected() {
    if (figure instanceof PickableFigure) {
      draw();
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
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
    g.scale(pixelsPerPoint(), pixelsPerPoint());
    double[] size = size();
    shown.draw(g, size[0], size[1], display.theme());
    String place = navigation.selection().place();
    if (shown instanceof PickableFigure parts && !place.isEmpty()) {
      parts.highlight(g, place, size[0], size[1], display.theme());
    }
    g.dispose();
    canvas.getGraphicsContext2D().restore();
  }
}
