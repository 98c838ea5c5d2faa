package org.efficientvit.app.window.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.HeadMap;
import org.efficientvit.app.window.viewmodel.HeadsViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.app.window.viewmodel.NetworkPart;
import org.efficientvit.app.window.viewmodel.StripViewModel;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.visualizers.map.Token;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All heads of a block, as large as fits; pointer and arrow keys choose the token that asks. */
final class HeadGrid extends Pane {

  private static final double GAP = 24;

  private final HeadsViewModel heads;
  private final StripViewModel strip;
  private final Display display;
  private final List<FontIcon> arrows = new ArrayList<>();
  private final List<HeadPanel> panels = new ArrayList<>();
  private @Nullable Image crop;

  HeadGrid(HeadsViewModel heads, StripViewModel strip, Display display) {
    this.heads = heads;
    this.strip = strip;
    this.display = display;
    setId("head-grid");
    getStyleClass().add("head-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    accessibleTextProperty()
        .bind(heads.blockProperty().concat(": ").concat(heads.readingProperty()));
    heads.inspectedProperty().addListener((property, old, now) -> fade(now));
    heads.mapsProperty().addListener((property, old, now) -> draw());
    display.coloursProperty().addListener((property, old, now) -> draw());
    display
        .opacityProperty()
        .addListener(
            (property, old, now) -> {
              fade(heads.inspectedProperty().get());
              draw();
            });
    display.darkProperty().addListener((property, old, now) -> draw());
    strip.selectedProperty().addListener((property, old, now) -> requestLayout());
    fade(heads.inspectedProperty().get());
    draw();
    setOnMouseExited(event -> heads.hoveredProperty().set(null));
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void fade(@Nullable Inspected of) {
    crop =
        of == null
            ? null
            : FxImages.behind(of.inspection().crop().picture(), display.opacityProperty().get());
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    switch (code) {
      case UP, KP_UP -> heads.move(-1, 0);
      case DOWN, KP_DOWN -> heads.move(1, 0);
      case LEFT, KP_LEFT -> heads.move(0, -1);
      case RIGHT, KP_RIGHT -> heads.move(0, 1);
      case ENTER, SPACE -> heads.togglePin();
      case C -> heads.toggleClassToken();
      case ESCAPE -> heads.release();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private HeadPanel panel() {
    HeadPanel panel = new HeadPanel();
    panel.setCursor(Cursor.CROSSHAIR);
    panel.setOnMouseMoved(
        event ->
            heads.hoveredProperty().set(panel.tokenAt(event.getX(), event.getY()).orElse(null)));
    panel.setOnMouseExited(event -> heads.hoveredProperty().set(null));
    panel.setOnMouseClicked(
        event -> {
          requestFocus();
          panel.tokenAt(event.getX(), event.getY()).ifPresent(heads::pin);
        });
    return panel;
  }

  /** From a head to the next, which reads its split of the channels and what this one gives. */
  private static FontIcon arrow() {
    FontIcon arrow = new FontIcon(Feather.ARROW_RIGHT);
    arrow.getStyleClass().add("cascade-arrow");
    arrow.setManaged(false);
    return arrow;
  }

  private boolean isCascade() {
    NetworkPart part = strip.selectedProperty().get();
    return part != null && part.isCascade();
  }

  private void draw() {
    int count = heads.mapsProperty().get().size();
    if (count != panels.size()) {
      panels.clear();
      for (int i = 0; i < count; i++) {
        panels.add(panel());
      }
      arrows.clear();
      for (int i = 1; i < count; i++) {
        arrows.add(arrow());
      }
      getChildren().setAll(panels);
      getChildren().addAll(arrows);
      requestLayout();
    }
    panels.forEach(this::draw);
  }

  private void draw(HeadPanel panel) {
    StitchedAttention attention = heads.attentionProperty().get();
    Image under = crop;
    if (attention == null || under == null || panel.getWidth() < 1) {
      return;
    }
    HeadMap map = heads.mapsProperty().get().get(panels.indexOf(panel));
    Token probe = heads.pinnedProperty().get() == null ? null : heads.hoveredProperty().get();
    panel.draw(
        new HeadPanel.Look(
            map,
            attention.grid(),
            under,
            display.coloursProperty().get(),
            display.opacityProperty().get(),
            heads.query(),
            probe,
            display.theme()));
  }

  @Override
  protected void layoutChildren() {
    if (panels.isEmpty()) {
      return;
    }
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    int columns = 1;
    for (int candidate = 2; candidate <= panels.size(); candidate++) {
      if (side(candidate, width, height) > side(columns, width, height)) {
        columns = candidate;
      }
    }
    double side = Math.max(32, Math.floor(side(columns, width, height)));
    double cell = side + HeadPanel.TITLE + HeadPanel.FOOTER;
    for (int i = 0; i < panels.size(); i++) {
      HeadPanel panel = panels.get(i);
      panel.setWidth(side);
      panel.setHeight(cell);
      int row = i / columns;
      int column = i % columns;
      panel.relocate(snappedLeftInset() + column * (side + GAP), snappedTopInset() + row * cell);
      draw(panel);
    }
    for (int i = 0; i < arrows.size(); i++) {
      place(arrows.get(i), panels.get(i), (i + 1) % columns != 0);
    }
  }

  private void place(FontIcon arrow, HeadPanel from, boolean isBeside) {
    arrow.setVisible(isBeside && isCascade());
    arrow.autosize();
    double centre = from.getLayoutX() + from.getWidth() + GAP / 2;
    double middle = from.getLayoutY() + HeadPanel.TITLE + from.getWidth() / 2;
    arrow.relocate(
        Math.rint(centre - arrow.getLayoutBounds().getWidth() / 2),
        Math.rint(middle - arrow.getLayoutBounds().getHeight() / 2));
  }

  private double side(int columns, double width, double height) {
    int rows = (panels.size() + columns - 1) / columns;
    return Math.min(
        (width - GAP * (columns - 1)) / columns,
        height / rows - HeadPanel.TITLE - HeadPanel.FOOTER);
  }
}
