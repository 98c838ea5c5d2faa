package org.efficientvit.app.window.view;

import javafx.beans.value.ObservableValue;
import org.efficientvit.visualizers.Pickable;

/** What is brought out in a figure, and what a click on one of its parts does. */
interface Marking {

  /** The name that is brought out; empty where none is. */
  ObservableValue<String> marked();

  /** A part was clicked. */
  void pick(Pickable part);
}
