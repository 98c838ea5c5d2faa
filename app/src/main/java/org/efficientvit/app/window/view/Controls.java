package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.efficientvit.core.model.Provenance;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small controls that several views use. */
final class Controls {

  private static final String RANDOM =
      "Nobody trained these weights: classes and maps say how the network computes,"
          + " and nothing about the picture.";

  private static final String DEMONSTRATION =
      "Trained on 16 classes of rendered objects, not on ImageNet: they know what comes with the"
          + " program, and little of photographs.";

  /** Style of text of second rank. */
  static final String CAPTION = "caption";

  private Controls() {}

  /** A label of second rank. */
  static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(CAPTION);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A button with an icon, named for those who cannot see it. */
  static Button iconButton(Feather icon, String name, String tip) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(tip));
    return button;
  }

  /** What fills the room that there is and, where that is too low for it, is scrolled. */
  static ScrollPane scrolled(Region content, double leastHeight) {
    content.setMinSize(0, leastHeight);
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    pane.setMinSize(0, 0);
    pane.getStyleClass().add("edge-to-edge");
    return pane;
  }

  /** Takes what room is left in a row. */
  static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** The words that stand wherever answers of weights are shown that know little or nothing. */
  static Label originBadge(ObservableValue<Provenance> provenance) {
    Label badge = new Label();
    badge.getStyleClass().add("origin-badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    ObservableValue<Boolean> isRandom = provenance.map(Provenance::isRandom).orElse(false);
    badge
        .textProperty()
        .bind(isRandom.map(random -> random ? "random weights" : "demonstration weights"));
    badge
        .graphicProperty()
        .bind(isRandom.map(random -> new FontIcon(random ? Feather.ALERT_TRIANGLE : Feather.INFO)));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(isRandom.map(random -> random ? RANDOM : DEMONSTRATION));
    badge.setTooltip(tooltip);
    badge
        .visibleProperty()
        .bind(
            provenance.map(origin -> origin.isRandom() || origin.isDemonstration()).orElse(false));
    badge.managedProperty().bind(badge.visibleProperty());
    return badge;
  }

  /** A row of joined buttons, one for each value, of which exactly one is down. */
  static <T> HBox segments(
      ObservableList<T> values, Property<T> chosen, Function<T, String> text, String name) {
    HBox row = new HBox();
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText(name);
    ToggleGroup group = new ToggleGroup();
    Runnable fill =
        () -> {
          row.getChildren().clear();
          group.getToggles().clear();
          for (T value : values) {
            ToggleButton button = new ToggleButton(text.apply(value));
            button.setMnemonicParsing(false);
            button.setUserData(value);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().addAll(Styles.SMALL, pill(values, value));
            button.setAccessibleText(name + ": " + text.apply(value));
            button.setOnAction(
                event -> {
                  chosen.setValue(value);
                  select(group, value);
                });
            row.getChildren().add(button);
          }
          select(group, chosen.getValue());
        };
    values.addListener((ListChangeListener<T>) change -> fill.run());
    chosen.addListener((property, old, now) -> select(group, now));
    fill.run();
    return row;
  }

  private static <T> String pill(ObservableList<T> values, T value) {
    if (values.size() == 1) {
      return Styles.ROUNDED;
    }
    int index = values.indexOf(value);
    if (index == 0) {
      return Styles.LEFT_PILL;
    }
    return index == values.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }

  private static void select(ToggleGroup group, Object value) {
    for (Toggle toggle : group.getToggles()) {
      toggle.setSelected(toggle.getUserData().equals(value));
    }
  }
}
