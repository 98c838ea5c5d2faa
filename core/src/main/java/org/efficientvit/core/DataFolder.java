package org.efficientvit.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where this person's data lies, by the convention of the operating system. */
public final class DataFolder {

  /** The system property that names another folder. */
  public static final String PROPERTY = "inspector.data";

  private static final String PROGRAM = "efficientvit-inspector";

  private DataFolder() {}

  /** The folder of this program's data; it need not exist. */
  public static Path standard() {
    String named = System.getProperty(PROPERTY);
    return named != null
        ? Path.of(named)
        : of(
            System.getProperty("os.name", ""),
            System.getenv(),
            Path.of(System.getProperty("user.home", ".")));
  }

  /**
   * The folder of this program's data; it need not exist.
   *
   * @param system name of the operating system
   * @param environment its variables
   * @param home of the person
   */
  static Path of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return or(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve(PROGRAM);
    }
    return or(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share"));
  }

  /** By the XDG specification a relative path counts as none. */
  private static Path or(@Nullable String named, Path usual) {
    Path base = named == null || !Path.of(named).isAbsolute() ? usual : Path.of(named);
    return base.resolve(PROGRAM);
  }
}
