package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
