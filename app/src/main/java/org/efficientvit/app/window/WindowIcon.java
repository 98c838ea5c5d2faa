package org.efficientvit.app.window;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The program's icon, in the sizes that window managers ask for. */
final class WindowIcon {

  /** In pixels; icons are square. */
  static final List<Integer> SIDES = List.of(16, 32, 48, 128, 256);

  private WindowIcon() {}

  /** The name of the file that holds a size. */
  static String file(int side) {
    return "icon-%d.png".formatted(side);
  }

  /** All sizes; a window manager takes what it needs. */
  static List<Image> images() {
    return SIDES.stream().map(WindowIcon::image).toList();
  }

  private static Image image(int side) {
    String file = file(side);
    return new Image(
        Objects.requireNonNull(WindowIcon.class.getResource(file), file).toExternalForm());
  }
}
