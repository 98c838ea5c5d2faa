package org.efficientvit.app.command;

import java.nio.file.Path;
import org.efficientvit.core.catalogue.WeightStore;

/** The data folder of this process, so that no test writes to the person's own. */
final class UserData {

  private UserData() {}

  static void put(Path folder) {
    System.setProperty(WeightStore.PROPERTY, folder.toString());
  }

  static void restore() {
    System.clearProperty(WeightStore.PROPERTY);
  }
}
