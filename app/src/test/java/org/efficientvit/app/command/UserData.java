package org.efficientvit.app.command;

import java.nio.file.Path;
import org.efficientvit.core.DataFolder;

/** The data folder of this process, so that no test writes to the person's own. */
final class UserData {

  private static final String BEFORE = System.getProperty(DataFolder.PROPERTY);

  private UserData() {}

  static void put(Path folder) {
    System.setProperty(DataFolder.PROPERTY, folder.toString());
  }

  static void restore() {
    System.setProperty(DataFolder.PROPERTY, BEFORE);
  }
}
