package org.efficientvit.core;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Files that lie beside the tests. */
public final class TestFiles {

  private TestFiles() {}

  /**
   * A file of the test resources.
   *
   * @param beside a class of the package that holds it
   */
  public static Path path(Class<?> beside, String name) {
    URL url = beside.getResource(name);
    if (url == null) {
      throw new IllegalArgumentException("no file " + name + " beside " + beside);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** One of the checkpoints in every form that people have. */
  public static Path checkpoint(String name) {
    return path(TestFiles.class, "weights/checkpoints/" + name);
  }
}
