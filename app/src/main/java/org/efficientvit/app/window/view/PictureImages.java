package org.efficientvit.app.window.view;

import javafx.scene.image.Image;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/** The picture that is shown as the screen draws it, alone and behind a map; made once for each. */
final class PictureImages {

  private @Nullable Picture plainOf;
  private @Nullable Image plain;
  private @Nullable Picture behindOf;
  private @Nullable Image behind;
  private double behindAt;

  /** As it is. */
  Image plain(Picture picture) {
    Image there = plain;
    if (there == null || picture != plainOf) {
      there = FxImages.of(picture);
      plain = there;
      plainOf = picture;
    }
    return there;
  }

  /**
   * Stepping back.
   *
   * @param opacity of the map over it, 0 to 1
   */
  Image behind(Picture picture, double opacity) {
    Image there = behind;
    if (there == null || picture != behindOf || opacity != behindAt) {
      there = FxImages.behind(picture, opacity);
      behind = there;
      behindOf = picture;
      behindAt = opacity;
    }
    return there;
  }
}
