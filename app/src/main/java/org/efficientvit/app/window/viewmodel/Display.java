package org.efficientvit.app.window.viewmodel;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.map.MapStyle;

/** How maps are drawn, and on what ground: one choice for the whole window. */
public final class Display {

  /** Which of the two themes. */
  public enum Appearance {
    /** As the desktop. */
    SYSTEM,
    LIGHT,
    DARK;

    /** The word in a menu. */
    public String text() {
      return this == SYSTEM ? "as the system" : toString();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private final BooleanProperty systemDark = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<ColourMap> colours =
      new SimpleObjectProperty<>(MapStyle.attention().colours());
  private final DoubleProperty opacity = new SimpleDoubleProperty(MapStyle.attention().opacity());

  /** As figures that are written to files, on the ground of the desktop. */
  public Display() {
    dark.bind(
        appearance
            .isEqualTo(Appearance.DARK)
            .or(appearance.isEqualTo(Appearance.SYSTEM).and(systemDark)));
  }

  /** Turns light into dark, or back, whatever the desktop is. */
  public void toggle() {
    appearance.set(dark.get() ? Appearance.LIGHT : Appearance.DARK);
  }

  /** Which theme is wanted. */
  public ObjectProperty<Appearance> appearanceProperty() {
    return appearance;
  }

  /** Whether the desktop is dark. */
  public BooleanProperty systemDarkProperty() {
    return systemDark;
  }

  /** Whether the window is dark. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
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
