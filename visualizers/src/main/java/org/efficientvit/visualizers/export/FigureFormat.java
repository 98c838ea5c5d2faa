package org.efficientvit.visualizers.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that a figure can be written to. */
public enum FigureFormat {
  /** Pixels. */
  PNG,
  /** Lines and text, for editing and for web pages. */
  SVG,
  /** One page exactly as large as the figure, for papers. */
  PDF,
  /** The numbers behind the figure. */
  CSV;

  /** The ending of its files, without the dot: {@code png}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file's name ends in, in either case. */
  public static Optional<FigureFormat> of(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> lower.endsWith("." + f.extension())).findFirst();
  }
}
