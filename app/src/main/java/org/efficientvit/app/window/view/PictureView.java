package org.efficientvit.app.window.view;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.core.image.CropGeometry;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/** The whole picture, with what the network did not see of it dimmed. */
final class PictureView extends Region {

  private static final double TALLEST = 240;

  private final Canvas canvas = new Canvas();
  private @Nullable Inspected shown;

  PictureView() {
    setId("picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
  }

  /** Shows another picture. */
  void show(Inspected next) {
    shown = next;
    setAccessibleText(next.cropLine());
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return shown == null
        ? 0
        : Math.ceil(scale(shown, width < 0 ? getWidth() : width) * shown.thumbnail().height());
  }

  private static double scale(Inspected of, double width) {
    Picture thumbnail = of.thumbnail();
    return Math.min(width / thumbnail.width(), TALLEST / thumbnail.height());
  }

  @Override
  protected void layoutChildren() {
    if (shown == null) {
      return;
    }
    // Where the window is low, the picture gives way to the words below it.
    double scale = Math.min(scale(shown, getWidth()), getHeight() / shown.thumbnail().height());
    double width = Math.max(1, shown.thumbnail().width() * scale);
    double height = Math.max(1, shown.thumbnail().height() * scale);
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(Math.floor((getWidth() - width) / 2), 0);
    draw(shown, width, height);
  }

  private void draw(Inspected of, double width, double height) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.drawImage(FxImages.of(of.thumbnail()), 0, 0, width, height);
    CropGeometry crop = of.inspection().crop().geometry();
    double scaleX = width / of.inspection().picture().width();
    double scaleY = height / of.inspection().picture().height();
    double left = crop.x() * scaleX;
    double top = crop.y() * scaleY;
    double right = left + crop.width() * scaleX;
    double bottom = top + crop.height() * scaleY;
    g.setFill(Color.gray(0, 0.5));
    g.fillRect(0, 0, width, top);
    g.fillRect(0, bottom, width, height - bottom);
    g.fillRect(0, top, left, bottom - top);
    g.fillRect(right, top, width - right, bottom - top);
    g.setStroke(Color.WHITE);
    g.setLineWidth(1);
    g.strokeRect(
        Math.floor(left) + 0.5,
        Math.floor(top) + 0.5,
        Math.floor(right - left) - 1,
        Math.floor(bottom - top) - 1);
  }
}
