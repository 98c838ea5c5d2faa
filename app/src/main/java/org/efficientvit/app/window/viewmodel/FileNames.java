package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What files are called, and which of them hold weights. */
public final class FileNames {

  /** How the names of files of weights end. */
  public static final List<String> WEIGHTS = List.of("pth", "pt", "bin", "safetensors");

  private FileNames() {}

  /** The last part of a path. */
  public static String of(Path path) {
    Path name = path.getFileName();
    return (name == null ? path : name).toString();
  }

  /** Whether a file's name ends as that of weights does; its content is not looked at. */
  public static boolean isWeights(Path path) {
    String name = of(path).toLowerCase(Locale.ROOT);
    return WEIGHTS.stream().anyMatch(ending -> name.endsWith("." + ending));
  }
}
