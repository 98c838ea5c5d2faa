package org.efficientvit.app.window.view;

import static java.util.Objects.requireNonNull;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands at both sides of the views, and can be put away; a window that becomes narrow puts
 * them away itself.
 */
final class SidePanels {

  /** In a narrower window the view needs the room of what the network says. */
  private static final double WIDTH_FOR_ANSWERS = 1160;

  /** In a narrower window the view needs the room of the pictures too. */
  private static final double WIDTH_FOR_PICTURES = 1000;

  private final BooleanProperty pictures = new SimpleBooleanProperty(true);
  private final BooleanProperty answers = new SimpleBooleanProperty(true);
  private final BooleanProperty yielded = new SimpleBooleanProperty();
  private final Region library;
  private final ScrollPane side;

  /**
   * Panels of a window.
   *
   * @param library the pictures
   * @param side what the network says of one; scrolled where it is higher than the window
   * @param width of the window
   */
  SidePanels(Region library, Region side, ObservableValue<? extends Number> width) {
    this.library = requireNonNull(library, "library is null");
    this.side = scrolled(side);
    show(this.library, pictures);
    show(this.side, answers.and(yielded.not()));
    width.addListener((property, old, now) -> fit(old.doubleValue(), now.doubleValue()));
  }

  private static ScrollPane scrolled(Region side) {
    ScrollPane pane = new ScrollPane(side);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setMinSize(side.getMinWidth(), 0);
    pane.setPrefWidth(side.getPrefWidth());
    pane.setFocusTraversable(false);
    pane.getStyleClass().add("edge-to-edge");
    return pane;
  }

  private static void show(Region panel, ObservableValue<Boolean> wanted) {
    panel.visibleProperty().bind(wanted);
    panel.managedProperty().bind(wanted);
  }

  private void fit(double before, double now) {
    fit(answers, WIDTH_FOR_ANSWERS, before, now);
    fit(pictures, WIDTH_FOR_PICTURES, before, now);
  }

  /** Changes only when the window passes the width, so that a choice stays. */
  private static void fit(BooleanProperty panel, double least, double before, double now) {
    if (now < least && (before >= least || before <= 0)) {
      panel.set(false);
    } else if (now >= least && before < least && before > 0) {
      panel.set(true);
    }
  }

  Region left() {
    return library;
  }

  Region right() {
    return side;
  }

  /** Whether the pictures are shown. */
  BooleanProperty picturesProperty() {
    return pictures;
  }

  /** Whether the shown picture and its classes are shown. */
  BooleanProperty answersProperty() {
    return answers;
  }

  /**
   * Leaves the room at the right to a view that has its own answers there.
   *
   * @param now whether it does; what a person chose comes back with the next view
   */
  void yieldRight(boolean now) {
    yielded.set(now);
  }

  /** Shows or puts away the pictures. */
  ToggleButton picturesButton() {
    return button(
        "panel-pictures", Feather.SIDEBAR, "Pictures", "Pictures at the left (Ctrl+B)", pictures);
  }

  /** Shows or puts away what the network says. */
  ToggleButton answersButton() {
    return button(
        "panel-answers",
        Feather.IMAGE,
        "Picture and classes",
        "The picture and its classes at the right (Ctrl+Shift+B)",
        answers);
  }

  private static ToggleButton button(
      String id, Feather icon, String name, String tip, BooleanProperty shown) {
    ToggleButton button = new ToggleButton(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(tip));
    button.selectedProperty().bindBidirectional(shown);
    return button;
  }
}
