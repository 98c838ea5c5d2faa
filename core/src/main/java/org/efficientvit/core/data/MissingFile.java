package org.efficientvit.core.data;

import java.nio.file.Path;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;

/** A picture that a list names and nobody has. */
record MissingFile(String name, Path list, Path place) implements PictureFile {

  @Override
  public String version() {
    return "missing";
  }

  @Override
  public Picture read(Orientation orientation) {
    throw new InspectorException(
        "%s is in %s but not in %s; put it there, or take it from the list."
            .formatted(name, list, place));
  }
}
