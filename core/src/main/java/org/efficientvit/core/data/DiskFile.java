package org.efficientvit.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;

/** A picture in a file of its own. */
record DiskFile(Path path, String version) implements PictureFile {

  /**
   * A file that somebody named.
   *
   * @throws InspectorException if there is none
   */
  static DiskFile of(Path path) {
    try {
      return of(path, Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException e) {
      throw new InspectorException("%s cannot be read; check that it is there.".formatted(path), e);
    }
  }

  static DiskFile of(Path path, BasicFileAttributes attributes) {
    return new DiskFile(path, attributes.size() + " " + attributes.lastModifiedTime().toMillis());
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Picture read(Orientation orientation) {
    return PictureReader.read(path, orientation);
  }
}
