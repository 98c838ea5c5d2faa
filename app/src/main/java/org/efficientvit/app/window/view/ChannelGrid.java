package org.efficientvit.app.window.view;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.efficientvit.app.window.viewmodel.Channel;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.FeaturesViewModel;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.Typeface;

/** All channels of a stage as small maps, drawn on one canvas: some stages have hundreds. */
final class ChannelGrid extends Pane {

  private static final double MAP = 72;
  private static final double CELL = 88;
  private static final double ROW = 104;
  private static final double MARGIN = 4;
  private static final double EDGE = 8;
  private static final Font FONT = Font.font(Typeface.FAMILY, 11);

  private final FeaturesViewModel features;
  private final Display display;
  private final Canvas canvas = new Canvas();

  ChannelGrid(FeaturesViewModel features, Display display) {
    this.features = features;
    this.display = display;
    setId("channel-grid");
    getStyleClass().add("channel-grid");
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(features.readingProperty());
    features.channelsProperty().addListener((property, old, now) -> requestLayout());
    features.selectedProperty().addListener((property, old, now) -> draw());
    display.coloursProperty().addListener((property, old, now) -> draw());
    display.darkProperty().addListener((property, old, now) -> draw());
    widthProperty().addListener((property, old, now) -> requestLayout());
    setOnMouseClicked(
        event -> {
          requestFocus();
          select(event.getX(), event.getY());
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> features.move(-1);
      case RIGHT -> features.move(1);
      case UP -> features.move(-columns());
      case DOWN -> features.move(columns());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(double x, double y) {
    int column = (int) ((x - MARGIN) / step());
    int row = (int) ((y - MARGIN) / ROW);
    int index = row * columns() + column;
    List<Channel> channels = features.channelsProperty().get();
    if (column < columns() && index < channels.size()) {
      features.selectedProperty().set(channels.get(index));
    }
  }

  private int columns() {
    return Math.max(1, (int) ((getWidth() - 2 * MARGIN) / CELL));
  }

  /** From one column to the next, so that the columns fill the width. */
  private double step() {
    return columns() == 1
        ? CELL
        : Math.floor((getWidth() - 2 * MARGIN - MAP - EDGE) / (columns() - 1));
  }

  @Override
  protected double computePrefHeight(double width) {
    int count = features.channelsProperty().get().size();
    int columns = Math.max(1, (int) (((width < 0 ? getWidth() : width) - 2 * MARGIN) / CELL));
    int rows = (count + columns - 1) / columns;
    return 2 * MARGIN + rows * ROW;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(computePrefHeight(getWidth()));
    draw();
  }

  private void draw() {
    if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
      return;
    }
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setImageSmoothing(false);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(FONT);
    List<Channel> channels = features.channelsProperty().get();
    int columns = columns();
    for (int i = 0; i < channels.size(); i++) {
      int row = i / columns;
      int column = i % columns;
      draw(g, channels.get(i), MARGIN + column * step(), MARGIN + row * ROW);
    }
  }

  private void draw(GraphicsContext g, Channel channel, double x, double y) {
    Theme theme = display.theme();
    boolean isSelected = channel.equals(features.selectedProperty().get());
    g.drawImage(
        FxImages.of(channel.map(), channel.scale(), display.coloursProperty().get()),
        x,
        y,
        MAP,
        MAP);
    if (isSelected) {
      g.setStroke(FxImages.of(theme.accent()));
      g.setLineWidth(2);
      g.strokeRect(x - 2, y - 2, MAP + 4, MAP + 4);
    }
    g.setFill(FxImages.of(isSelected ? theme.text() : theme.muted()));
    g.fillText(channel.caption(), x, y + MAP + 12, MAP);
  }
}
