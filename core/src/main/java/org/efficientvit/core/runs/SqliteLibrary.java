package org.efficientvit.core.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library, which is unpacked before it is loaded.
 *
 * <p>By itself it would stay behind in the folder for temporary files whenever a program is killed.
 * So it gets a folder of its own, which goes as soon as the library is loaded; on Windows, where a
 * loaded file cannot be deleted, it goes when the program ends.
 */
final class SqliteLibrary {

  /** The system property by which a person, or this class, names where it is unpacked. */
  private static final String FOLDER = "org.sqlite.tmpdir";

  private static boolean isLoaded;

  private SqliteLibrary() {}

  /**
   * Loads it, once.
   *
   * @throws InspectorException if it cannot be unpacked or loaded
   */
  static synchronized void load() {
    if (isLoaded) {
      return;
    }
    try {
      if (isLeftAlone()) {
        SQLiteJDBCLoader.initialize();
      } else {
        loadFromPassingFolder();
      }
      isLoaded = true;
    } catch (Exception | LinkageError e) {
      throw new InspectorException(
          "The library that keeps runs could not be unpacked and loaded (%s); name a folder with -Djava.io.tmpdir=DIR that can be written and from which programs may be run."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static boolean isLeftAlone() {
    return System.getProperty(FOLDER) != null
        || System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  @SuppressWarnings("UnusedVariable") // The loader throws where it does not say true.
  private static void loadFromPassingFolder() throws Exception {
    Path folder = Files.createTempDirectory("inspector-sqlite");
    System.setProperty(FOLDER, folder.toString());
    try {
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(FOLDER);
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path one : all) {
      Files.deleteIfExists(one);
    }
  }
}
