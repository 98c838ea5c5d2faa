package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;

/**
 * Where a picture is to come from.
 *
 * @param name as a person calls it
 * @param read gets the picture, off the screen's thread
 */
public record PictureSource(String name, Supplier<Picture> read) {

  /** A file, turned upright. */
  public static PictureSource of(Path file) {
    return new PictureSource(FileNames.of(file), () -> PictureReader.read(file, Orientation.APPLY));
  }
}
