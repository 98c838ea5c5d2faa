package org.efficientvit.app.window.view;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.efficientvit.app.window.viewmodel.FigureSource;
import org.kordamp.ikonli.feather.Feather;

/**
 * A view in the middle of the window.
 *
 * @param id under which it is saved: {@code inspect}
 * @param title in the switch and in the menu
 * @param content made when it is first shown
 * @param figures what is copied and saved while it is open
 * @param entered run each time it is shown
 * @param isWide whether it takes the place of what the classifier says of the picture too
 */
record Room(
    String id,
    String title,
    Feather icon,
    Supplier<Node> content,
    FigureSource figures,
    Runnable entered,
    boolean isWide) {

  /** A view beside what the classifier says of the picture. */
  Room(
      String id,
      String title,
      Feather icon,
      Supplier<Node> content,
      FigureSource figures,
      Runnable entered) {
    this(id, title, icon, content, figures, entered, false);
  }
}
