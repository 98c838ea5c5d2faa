package org.efficientvit.app.command;

import org.efficientvit.core.image.Orientation;
import picocli.CommandLine.Option;

/** How a command reads pictures. */
final class PictureOptions {

  @Option(
      names = "--ignore-exif",
      description = "Leave pictures as the camera stored them, as the official evaluation does.",
      order = 5)
  private boolean ignoreExif;

  Orientation orientation() {
    return ignoreExif ? Orientation.IGNORE : Orientation.APPLY;
  }
}
