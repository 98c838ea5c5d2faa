package org.efficientvit.core.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Runs one named ImageIO reader over a file in memory.
 *
 * <p>The reader is chosen by its package, so that another plugin on the class path changes nothing.
 */
final class ImageIoDecoder {

  static final String JDK = "com.sun.imageio.";
  static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.";

  static {
    // Readers that open streams of their own must not write temporary files.
    ImageIO.setUseCache(false);
  }

  private ImageIoDecoder() {}

  /** What to ask of a reader. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ImageReader reader) throws IOException;
  }

  /**
   * What a reader makes of a file.
   *
   * @throws BrokenPictureException if the reader warns that the data ends early
   */
  static <T> T read(String format, String readerPackage, byte[] file, Reading<T> reading)
      throws IOException {
    ImageReader reader = reader(format, readerPackage);
    boolean[] endedEarly = new boolean[1];
    reader.addIIOReadWarningListener(
        (source, warning) -> endedEarly[0] |= isPrematureEnd(warning.toLowerCase(Locale.ROOT)));
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      T result = reading.read(reader);
      if (endedEarly[0]) {
        throw BrokenPictureException.damaged("there is less data than its size needs");
      }
      return result;
    } finally {
      reader.dispose();
    }
  }

  private static boolean isPrematureEnd(String warning) {
    return warning.contains("premature") || warning.contains("truncated");
  }

  private static ImageReader reader(String format, String readerPackage) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(readerPackage)) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("no reader for " + format + " in " + readerPackage);
  }
}
