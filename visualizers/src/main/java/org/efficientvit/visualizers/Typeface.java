package org.efficientvit.visualizers;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The type of every figure and of the window, Inter, which comes with the program (see {@code
 * font/LICENCE.txt}): the same on every machine.
 */
public final class Typeface {

  /** Its name, where a font is asked for by name. */
  public static final String FAMILY = "Inter";

  private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf");

  private Typeface() {}

  /** Whether AWT knows the faces, which is found out when the first figure is drawn. */
  private static final class Awt {

    static final boolean IS_KNOWN = register();

    private Awt() {}
  }

  /** Takes a face's file and closes nothing. */
  @FunctionalInterface
  public interface Loader {

    /**
     * Makes a face known.
     *
     * @param size in which it is first made
     */
    Object load(InputStream file, double size);
  }

  /**
   * Begins to make the faces known to AWT on another thread, which takes some tenths of a second:
   * who then draws the first figure waits for less.
   */
  public static void prepare() {
    Thread loading = new Thread(() -> font(Font.PLAIN, 1), "fonts");
    loading.setDaemon(true);
    loading.start();
  }

  /** Makes both faces known to another toolkit than AWT. */
  public static void load(Loader loader) {
    for (String file : FILES) {
      try (InputStream stream = open(file)) {
        Object unused = loader.load(stream, 12);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The face in a size.
   *
   * @param style {@link Font#PLAIN} or {@link Font#BOLD}
   * @param size in points
   */
  public static Font font(int style, float size) {
    return new Font(Awt.IS_KNOWN ? FAMILY : Font.SANS_SERIF, style, 1).deriveFont(size);
  }

  private static boolean register() {
    try {
      GraphicsEnvironment fonts = GraphicsEnvironment.getLocalGraphicsEnvironment();
      for (String file : FILES) {
        try (InputStream stream = open(file)) {
          // A machine that has the same font says no, and has it.
          boolean unused = fonts.registerFont(Font.createFont(Font.TRUETYPE_FONT, stream));
        }
      }
      return true;
    } catch (FontFormatException e) {
      // Java was built without what reads such files; its own sans-serif is there.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(Typeface.class.getResourceAsStream("font/" + file), file);
  }
}
