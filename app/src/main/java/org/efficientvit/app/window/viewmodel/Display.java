package org.efficientvit.app.window.viewmodel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.map.MapStyle;

/** How maps are drawn, and on what ground: one choice for the whole window. */
public final class Display {

  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final ObjectProperty<ColourMap> colours =
      new SimpleObjectProperty<>(MapStyle.attention().colours());
  private final DoubleProperty opacity = new SimpleDoubleProperty(MapStyle.attention().opacity());

  /** Whether the window is dark. */
  public BooleanProperty darkProperty() {
    return dark;
  }

  /** The colours of all maps. */
  public ObjectProperty<ColourMap> coloursProperty() {
    return colours;
  }

  /** Opacity of maps over the picture, 0 to 1. */
  public DoubleProperty opacityProperty() {
    return opacity;
  }

  /** The theme of figures that goes with the window. */
  public Theme theme() {
    return dark.get() ? Theme.DARK : Theme.LIGHT;
  }
}
