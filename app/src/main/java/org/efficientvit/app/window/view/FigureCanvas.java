package org.efficientvit.app.window.view;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.visualizers.Figure;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/** A figure on the screen, drawn by the same code that draws it into a file. */
final class FigureCanvas extends Pane {

  /** A point of a figure is 1/72 inch, a pixel of the screen 1/96. */
  private static final double PIXELS_PER_POINT = 96.0 / 72.0;

  private final Display display;
  private final Canvas canvas = new Canvas();
  private @Nullable Figure figure;

  FigureCanvas(Display display) {
    this.display = display;
    setMinSize(0, 0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    display.darkProperty().addListener((property, old, now) -> draw());
  }

  /** Shows another figure, or none. */
  void show(@Nullable Figure next) {
    figure = next;
    setAccessibleText(next == null ? "No figure" : next.title());
    draw();
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
    if (figure == null || width < 1 || height < 1) {
      return;
    }
    canvas.getGraphicsContext2D().save();
    FXGraphics2D g = new FXGraphics2D(canvas.getGraphicsContext2D());
    g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    figure.draw(g, width / PIXELS_PER_POINT, height / PIXELS_PER_POINT, display.theme());
    g.dispose();
    canvas.getGraphicsContext2D().restore();
  }
}
