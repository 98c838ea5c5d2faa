package org.efficientvit.app.window.view;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.visualizers.Pickable;

/** A chart of many points in a window of its own, to be pointed at, magnified and moved. */
public final class ChartSpeed {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final ManyPoints figure;
  private final FigureCanvas canvas;
  private final Stage stage = new Stage();

  /**
   * Shows the chart.
   *
   * @param points in it
   */
  public ChartSpeed(int points) {
    figure = new ManyPoints(points);
    canvas = canvas(figure);
    stage.setScene(new Scene(canvas, WIDTH, HEIGHT));
    stage.show();
  }

  /** A canvas that shows a figure of no network. */
  static FigureCanvas canvas(ManyPoints figure) {
    FigureCanvas canvas =
        new FigureCanvas(
            new Display(),
            new Marking() {
              private final SimpleStringProperty none = new SimpleStringProperty("");

              @Override
              public ObservableValue<String> marked() {
                return none;
              }

              @Override
              public void pick(Pickable part) {
                none.set(part.name());
              }
            });
    canvas.show(figure);
    return canvas;
  }

  /** Moves the pointer to one of so many places; milliseconds of work. */
  public double point(int place, int of) {
    double x = WIDTH * (place % 25) / 25;
    double y = HEIGHT * place / of;
    return timed(() -> move(canvas, MouseEvent.MOUSE_MOVED, x, y));
  }

  /** Turns the wheel by one step, nearer or back; milliseconds of work, with the drawing. */
  public double zoom(boolean nearer) {
    return timed(() -> Event.fireEvent(canvas, wheel(WIDTH / 2, HEIGHT / 2, nearer)));
  }

  /** One step of the wheel, with Ctrl, for a figure that is longer than the view. */
  static ScrollEvent wheel(double x, double y, boolean nearer) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        y,
        x,
        y,
        false,
        true,
        false,
        false,
        false,
        false,
        0,
        nearer ? 40 : -40,
        0,
        0,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  /** Drags the chart by some pixels; milliseconds of work, with the drawing. */
  public double drag(double pixels) {
    move(canvas, MouseEvent.MOUSE_PRESSED, WIDTH / 2, HEIGHT / 2);
    return timed(
        () -> move(canvas, MouseEvent.MOUSE_DRAGGED, WIDTH / 2 + pixels, HEIGHT / 2 + pixels));
  }

  /** Takes the window away. */
  public void close() {
    stage.close();
  }

  static void move(Node on, EventType<MouseEvent> how, double x, double y) {
    boolean isDown = how != MouseEvent.MOUSE_MOVED;
    Event.fireEvent(
        on,
        new MouseEvent(
            how,
            x,
            y,
            x,
            y,
            isDown ? MouseButton.PRIMARY : MouseButton.NONE,
            isDown ? 1 : 0,
            false,
            false,
            false,
            false,
            isDown,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  private static double timed(Runnable step) {
    long begin = System.nanoTime();
    step.run();
    return (System.nanoTime() - begin) / 1e6;
  }
}
