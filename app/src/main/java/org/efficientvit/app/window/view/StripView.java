package org.efficientvit.app.window.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.app.window.viewmodel.NetworkPart;
import org.efficientvit.app.window.viewmodel.StripViewModel;
import org.efficientvit.core.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The network from picture to classes, drawn from the network itself: a part is as tall as its maps
 * are fine and as wide as they are many; attention is drawn as its heads.
 */
final class StripView extends ScrollPane {

  private static final double TALLEST = 40;
  private static final double LOWEST = 8;
  private static final double WIDEST = 32;
  private static final double NARROWEST = 8;
  private static final double MOST_CHANNELS = 512;
  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private final StripViewModel strip;
  private final Navigation navigation;
  private final HBox row = new HBox(8);
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final ImageView picture = new ImageView();

  /** A strip whose parts choose what is looked at. */
  StripView(InspectViewModel inspect, Navigation navigation) {
    this.strip = inspect.strip();
    this.navigation = navigation;
    setId("strip");
    picture.setFitWidth(TALLEST);
    picture.setFitHeight(TALLEST);
    inspect.inspectedProperty().addListener((property, old, now) -> show(now));
    show(inspect.inspectedProperty().get());
    getStyleClass().addAll("strip", "edge-to-edge");
    row.setAlignment(Pos.BOTTOM_LEFT);
    row.getStyleClass().add("strip-row");
    setContent(row);
    setFitToHeight(true);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(0);
    setFocusTraversable(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    this.strip.partsProperty().addListener((property, old, now) -> fill(now));
    this.strip.selectedProperty().addListener((property, old, now) -> select(now));
    fill(this.strip.partsProperty().get());
    select(strip.selectedProperty().get());
  }

  /** What the network sees of the picture. */
  private void show(@Nullable Inspected shown) {
    picture.setImage(shown == null ? null : FxImages.of(shown.inspection().crop().picture()));
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    int places =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (places != 0) {
      strip.beside(places).ifPresent(part -> navigation.go(part.name()));
      buttons.stream().filter(ToggleButton::isSelected).forEach(Node::requestFocus);
      event.consume();
    }
  }

  private void fill(List<NetworkPart> parts) {
    row.getChildren().clear();
    buttons.clear();
    if (!parts.isEmpty()) {
      row.getChildren().add(picture(parts.get(0)));
    }
    int from = 0;
    while (from < parts.size()) {
      int to = from;
      while (to < parts.size() && parts.get(to).stage().equals(parts.get(from).stage())) {
        to++;
      }
      row.getChildren().add(stage(parts.subList(from, to)));
      from = to;
    }
  }

  private VBox picture(NetworkPart first) {
    StackPane place = new StackPane(picture);
    place.setAlignment(Pos.BOTTOM_CENTER);
    place.setMinHeight(TALLEST);
    VBox column = column("picture", place, first.inputSize());
    VBox.setMargin(place, new Insets(0, 0, 20, 0));
    return column;
  }

  private static VBox column(String title, Node inside, String below) {
    Label name = new Label(title);
    name.getStyleClass().addAll(Controls.CAPTION, "stage-name");
    Label size = new Label(below);
    size.getStyleClass().addAll(Controls.CAPTION, "stage-size");
    VBox column = new VBox(2, name, inside, size);
    column.setAlignment(Pos.BOTTOM_CENTER);
    column.getStyleClass().add("stage");
    return column;
  }

  /** The parts of a stage between its name and the size of what it gives. */
  private VBox stage(List<NetworkPart> parts) {
    HBox inside = new HBox(2);
    inside.setAlignment(Pos.BOTTOM_CENTER);
    parts.forEach(part -> inside.getChildren().add(button(part, parts.size())));
    return column(
        parts.get(0).stage().replace('_', ' '), inside, parts.get(parts.size() - 1).size());
  }

  private ToggleButton button(NetworkPart part, int siblings) {
    String number = part.name().substring(part.name().lastIndexOf('.') + 1);
    ToggleButton button =
        new ToggleButton(siblings == 1 && !part.name().contains(".") ? "" : number);
    button.setId("part-" + part.name());
    button.setUserData(part);
    button.setGraphic(glyph(part));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().setAll("part");
    button.pseudoClassStateChanged(ATTENTION, part.hasAttention());
    button.setAccessibleText(part.description().replace('\n', ',').replace(",", ", "));
    button.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip tip = new Tooltip(part.description());
    tip.setShowDelay(Duration.millis(200));
    button.setTooltip(tip);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          navigation.go(part.name());
          // A click gives no focus to what Tab passes over, as it does the parts beside the chosen.
          button.requestFocus();
        });
    buttons.add(button);
    return button;
  }

  private static Node glyph(NetworkPart part) {
    double height = height(part.output());
    double width = width(part.output());
    HBox glyph = new HBox(1);
    glyph.getStyleClass().add("glyph");
    glyph.setAlignment(Pos.BOTTOM_CENTER);
    int bars = Math.max(1, part.heads());
    double bar = Math.max(3, Math.floor((width - bars + 1) / bars));
    for (int i = 0; i < bars; i++) {
      Region block = new Region();
      block.getStyleClass().add("block");
      block.setMinSize(part.hasAttention() ? bar : width, height);
      block.setMaxSize(part.hasAttention() ? bar : width, height);
      glyph.getChildren().add(block);
    }
    StackPane place = new StackPane(glyph);
    place.setAlignment(Pos.BOTTOM_CENTER);
    place.setMinHeight(TALLEST);
    return place;
  }

  private static double height(Shape shape) {
    double rows =
        shape.rank() == 4
            ? shape.dimension(2)
            : shape.rank() == 3 ? Math.sqrt(shape.dimension(1)) : 1;
    double share = Math.log(rows) / Math.log(112);
    return Math.round(LOWEST + Math.min(1, share) * (TALLEST - LOWEST));
  }

  private static double width(Shape shape) {
    double channels = shape.dimension(shape.rank() == 4 ? 1 : shape.rank() - 1);
    double share = Math.min(1, channels / MOST_CHANNELS);
    return Math.round(NARROWEST + Math.sqrt(share) * (WIDEST - NARROWEST));
  }

  private void select(@Nullable NetworkPart part) {
    for (ToggleButton button : buttons) {
      boolean isIt = button.getUserData().equals(part);
      button.setSelected(isIt);
      button.setFocusTraversable(isIt || part == null);
      if (isIt) {
        bring(button);
      }
    }
  }

  /** Scrolls a part into sight. */
  private void bring(ToggleButton button) {
    double whole = row.getWidth();
    double room = getViewportBounds().getWidth();
    if (whole > room && room > 0) {
      double centre = row.sceneToLocal(button.localToScene(button.getWidth() / 2, 0)).getX();
      setHvalue(Math.max(0, Math.min(1, (centre - room / 2) / (whole - room))));
    }
  }
}
