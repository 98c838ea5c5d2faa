package org.efficientvit.core.data;

import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;

/** A picture that has not been read yet; may be read from any thread. */
interface PictureFile {

  /** What to call it in messages. */
  String name();

  /** What changes when the file does, as far as can be told without reading it. */
  String version();

  /**
   * Reads it.
   *
   * @throws org.efficientvit.core.InspectorException if it cannot be read
   */
  Picture read(Orientation orientation);
}
