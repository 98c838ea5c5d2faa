package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.visualizers.colour.ColourMap;

/** How maps are drawn: opacity and colours. */
final class DisplayBar extends HBox {

  private static final int STEPS = 20;

  DisplayBar(Display display) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    Slider opacity = new Slider(0, 1, display.opacityProperty().get());
    opacity.setId("opacity");
    opacity.getStyleClass().add(Styles.SMALL);
    opacity.setPrefWidth(112);
    opacity.setMinWidth(72);
    opacity.setBlockIncrement(1.0 / STEPS);
    opacity.setAccessibleText("Opacity of maps over the picture");
    opacity.setTooltip(new Tooltip("Opacity of maps over the picture"));
    opacity.valueProperty().bindBidirectional(display.opacityProperty());

    ComboBox<ColourMap> colours = new ComboBox<>();
    colours.setId("colours");
    colours.getItems().setAll(ColourMap.all());
    colours.valueProperty().bindBidirectional(display.coloursProperty());
    colours.getStyleClass().add(Styles.SMALL);
    colours.setAccessibleText("Colour map");
    colours.setTooltip(new Tooltip("Colour map of all maps"));
    colours.setButtonCell(new ColourCell());
    colours.setCellFactory(list -> new ColourCell());
    colours.setMinWidth(136);
    colours.setPrefWidth(144);
    getChildren()
        .addAll(Controls.caption("Opacity"), opacity, Controls.caption("Colours"), colours);
  }

  /** A strip of the colours beside their name. */
  private static final class ColourCell extends ListCell<ColourMap> {

    private static final int WIDTH = 32;
    private final ImageView strip = new ImageView();

    ColourCell() {
      strip.setFitWidth(WIDTH);
      strip.setFitHeight(8);
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(ColourMap item, boolean empty) {
      super.updateItem(item, empty);
      boolean none = empty || item == null;
      setText(none ? null : item.name());
      if (!none) {
        strip.setImage(FxImages.bar(item, WIDTH));
      }
      setGraphic(none ? null : strip);
    }
  }
}
