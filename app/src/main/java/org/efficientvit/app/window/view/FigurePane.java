package org.efficientvit.app.window.view;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.FigureSource;
import org.efficientvit.visualizers.Figure;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A figure with all that goes with one: the numbers behind it in a table, copy, save, command line;
 * a sentence where there is none.
 */
final class FigurePane extends BorderPane {

  private final FigureCanvas canvas;
  private final DataView data = new DataView();
  private final StackPane centre = new StackPane();
  private final HBox viewTools = new HBox(4);
  private final HBox bar;
  private final ToggleButton numbers = new ToggleButton(null, new FontIcon(Feather.LIST));

  /**
   * A pane for figures that come and go.
   *
   * @param id of the drawing
   * @param figure what is shown
   * @param source the same, for files
   * @param empty what to do where there is nothing to show
   */
  FigurePane(
      String id,
      ObservableValue<? extends @Nullable Figure> figure,
      FigureSource source,
      Display display,
      FigureTools tools,
      String empty) {
    this(id, figure, source, display, tools, empty, new PlaceMarking(tools.navigation()));
  }

  /**
   * The same, whose parts are not places in the open network.
   *
   * @param marking what is brought out, and what a click does
   */
  FigurePane(
      String id,
      ObservableValue<? extends @Nullable Figure> figure,
      FigureSource source,
      Display display,
      FigureTools tools,
      String empty,
      Marking marking) {
    canvas = new FigureCanvas(display, marking);
    canvas.setId(id);
    numbers.getStyleClass().addAll("button-icon", "flat");
    numbers.setAccessibleText("Numbers");
    numbers.setTooltip(new Tooltip("The numbers behind the figure, as a table"));
    numbers.setOnAction(event -> show(figure.getValue()));
    Label none = new Label(empty);
    none.setId(id + "-empty");
    none.setWrapText(true);
    none.getStyleClass().add(Controls.CAPTION);
    viewTools.getChildren().addAll(whole(), numbers);
    viewTools.setAlignment(Pos.CENTER_RIGHT);
    viewTools.visibleProperty().bind(none.visibleProperty().not());
    bar = new HBox(4, viewTools, new FigureBar(source, tools));
    bar.setAlignment(Pos.CENTER_RIGHT);
    bar.visibleProperty().bind(none.visibleProperty().not());
    bar.managedProperty().bind(bar.visibleProperty());
    centre.getChildren().setAll(canvas, data, none);
    centre.setMinSize(0, 0);
    setCenter(centre);
    setMinSize(0, 0);
    figure.addListener((property, old, now) -> show(now, none));
    show(figure.getValue(), none);
  }

  /** The drawing itself, for who listens to what is clicked in it. */
  FigureCanvas canvas() {
    return canvas;
  }

  private Button whole() {
    Button whole =
        Controls.iconButton(
            Feather.MAXIMIZE,
            "Whole figure",
            "The whole figure again (double click, 0 or Home).\n"
                + "The wheel (with Ctrl in a long figure), + and − magnify; dragging and arrow keys move.");
    whole.disableProperty().bind(canvas.zoomProperty().map(zoom -> !zoom.isChanged()));
    whole.setOnAction(event -> canvas.reset());
    return whole;
  }

  /** How the figure is looked at, where its other tools stand elsewhere. */
  Node viewTools() {
    return viewTools;
  }

  /** What can be done with the figure, for the row above it. */
  Node bar() {
    return bar;
  }

  private void show(@Nullable Figure figure, Node none) {
    none.setVisible(figure == null);
    canvas.show(figure);
    show(figure);
  }

  private void show(@Nullable Figure figure) {
    boolean isTable = figure != null && numbers.isSelected();
    canvas.setVisible(figure != null && !isTable);
    data.setVisible(isTable);
    data.show(isTable && figure != null ? figure.data() : null);
  }
}
