package org.efficientvit.app.window.view;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import org.efficientvit.app.window.viewmodel.Channel;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.FeaturesViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;

/** The chosen channel over the picture's crop, large. */
final class OverlayPane extends Pane {

  private final FeaturesViewModel features;
  private final Display display;
  private final Canvas canvas = new Canvas();

  OverlayPane(FeaturesViewModel features, Display display) {
    this.features = features;
    this.display = display;
    setId("channel-overlay");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Chosen channel over the picture");
    setMinSize(64, 64);
    getChildren().add(canvas);
    features.selectedProperty().addListener((property, old, now) -> draw());
    display.coloursProperty().addListener((property, old, now) -> draw());
    display.opacityProperty().addListener((property, old, now) -> draw());
  }

  @Override
  protected void layoutChildren() {
    double side = Math.floor(Math.min(getWidth(), getHeight()));
    canvas.setWidth(side);
    canvas.setHeight(side);
    draw();
  }

  private void draw() {
    Inspected shown = features.inspectedProperty().get();
    Channel channel = features.selectedProperty().get();
    GraphicsContext g = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    g.clearRect(0, 0, side, side);
    if (shown == null || channel == null) {
      return;
    }
    g.setImageSmoothing(true);
    g.drawImage(
        FxImages.behind(shown.inspection().crop().picture(), display.opacityProperty().get()),
        0,
        0,
        side,
        side);
    g.setImageSmoothing(false);
    g.setGlobalAlpha(display.opacityProperty().get());
    g.drawImage(
        FxImages.of(channel.map(), channel.scale(), display.coloursProperty().get()),
        0,
        0,
        side,
        side);
    g.setGlobalAlpha(1);
  }
}
