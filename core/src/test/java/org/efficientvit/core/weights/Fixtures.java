package org.efficientvit.core.weights;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The files that this package's tests read. */
final class Fixtures {

  private Fixtures() {}

  static Path checkpoint(String name) {
    return path("checkpoints/" + name);
  }

  static Path path(String name) {
    URL url = Fixtures.class.getResource(name);
    if (url == null) {
      throw new IllegalArgumentException("no fixture " + name);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
