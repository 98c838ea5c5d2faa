package org.efficientvit.app.window.viewmodel;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.app.window.saved.SessionFile;

/** What files are called, and what they hold by that. */
public final class FileNames {

  /** How the names of files of weights end. */
  public static final List<String> WEIGHTS = List.of("pth", "pt", "bin", "safetensors");

  /** How the names of pictures end. */
  public static final List<String> PICTURES = List.of("png", "jpg", "jpeg", "webp", "bmp", "gif");

  private FileNames() {}

  /** The last part of a path. */
  public static String of(Path path) {
    Path name = path.getFileName();
    return (name == null ? path : name).toString();
  }

  /** The last part of what a picture is called: of its path, where it has one. */
  public static String last(String name) {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /** The file of a name; empty where it is none. */
  static Optional<Path> file(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      // A name of something else.
      return Optional.empty();
    }
  }

  /** Whether a file's name ends as that of weights does; its content is not looked at. */
  public static boolean isWeights(Path path) {
    return endsAs(path, WEIGHTS);
  }

  /** Whether a file's name ends as that of a picture does; its content is not looked at. */
  public static boolean isPicture(Path path) {
    return endsAs(path, PICTURES);
  }

  /** Whether a file's name ends as that of a saved session does. */
  public static boolean isSession(Path path) {
    return of(path).toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING);
  }

  private static boolean endsAs(Path path, List<String> endings) {
    String name = of(path).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(ending -> name.endsWith("." + ending));
  }
}
