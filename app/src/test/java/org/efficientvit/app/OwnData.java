package org.efficientvit.app;

import java.nio.file.Path;
import org.efficientvit.core.DataFolder;
import org.jspecify.annotations.Nullable;

/** A data folder of a test's own, until it is closed. */
public final class OwnData implements AutoCloseable {

  private final @Nullable String before = System.getProperty(DataFolder.PROPERTY);

  /** Makes a folder the data folder of this process. */
  public OwnData(Path folder) {
    System.setProperty(DataFolder.PROPERTY, folder.toString());
  }

  @Override
  public void close() {
    if (before == null) {
      System.clearProperty(DataFolder.PROPERTY);
    } else {
      System.setProperty(DataFolder.PROPERTY, before);
    }
  }
}
