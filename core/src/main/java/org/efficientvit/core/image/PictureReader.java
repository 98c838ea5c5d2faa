package org.efficientvit.core.image;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.efficientvit.core.InspectorException;

/**
 * Reads PNG, JPEG, WebP, BMP and the first frame of GIF.
 *
 * <p>Samples are those of Pillow's {@code Image.open(file).convert("RGB")}: alpha is dropped, not
 * laid over a background; inks without a profile are multiplied; profiles and gamma are ignored. Of
 * 16-bit samples the high byte is taken, of grey ones too, which Pillow would clip to white.
 *
 * <p>A file that is not whole is refused, even where a decoder would fill the rest with grey. All
 * that is wrong with a file is thrown as one {@link InspectorException}.
 */
public final class PictureReader {

  /** The largest picture that is decoded, in pixels; the header is asked before. */
  public static final long MOST_PIXELS = 100_000_000;

  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 1 << 29;

  private PictureReader() {}

  /** Whether a file's name ends as that of a picture does; its content is not looked at. */
  public static boolean isSupported(Path path) {
    Path fileName = path.getFileName();
    return fileName != null && isSupported(fileName.toString());
  }

  /** Whether a name ends as that of a picture does. */
  public static boolean isSupported(String name) {
    return PictureFormat.hasExtension(name);
  }

  /**
   * Refuses a file that is too long to be read, for whoever brings its bytes.
   *
   * @param name what to call it in messages
   * @param bytes its length
   * @throws InspectorException if it is longer than {@link #MOST_BYTES}
   */
  public static void checkLength(String name, long bytes) {
    if (bytes > MOST_BYTES) {
      throw refusal(name, tooLong());
    }
  }

  /**
   * The picture in a file.
   *
   * @throws InspectorException if there is no such file, or it is no whole picture that can be read
   */
  public static Picture read(Path path, Orientation orientation) {
    String name = path.toString();
    try {
      if (!Files.exists(path)) {
        throw new BrokenPictureException("does not exist; choose another file");
      }
      if (Files.isDirectory(path)) {
        throw new BrokenPictureException("is a folder, not a picture; choose a file in it");
      }
      if (!Files.isRegularFile(path)) {
        throw new BrokenPictureException("is not an ordinary file; choose another");
      }
      if (Files.size(path) > MOST_BYTES) {
        throw tooLong();
      }
      return decode(Files.readAllBytes(path), name, orientation);
    } catch (AccessDeniedException e) {
      throw new InspectorException(name + " may not be read; change its permissions.", e);
    } catch (IOException e) {
      throw refusal(name, e);
    }
  }

  /**
   * The picture in a stream, which is read to its end and not closed.
   *
   * @param name what to call it in messages
   * @throws InspectorException if it is no whole picture that can be read
   */
  public static Picture read(InputStream stream, String name, Orientation orientation) {
    try {
      byte[] file = stream.readNBytes(MOST_BYTES + 1);
      if (file.length > MOST_BYTES) {
        throw tooLong();
      }
      return decode(file, name, orientation);
    } catch (IOException e) {
      throw refusal(name, e);
    }
  }

  /**
   * The picture in a file's bytes.
   *
   * @param name what to call it in messages
   * @throws InspectorException if it is no whole picture that can be read
   */
  public static Picture read(byte[] file, String name, Orientation orientation) {
    try {
      return decode(file, name, orientation);
    } catch (IOException e) {
      throw refusal(name, e);
    }
  }

  private static Picture decode(byte[] file, String name, Orientation orientation)
      throws IOException {
    requireNonNull(orientation, "orientation is null");
    if (file.length == 0) {
      throw new BrokenPictureException("is empty" + BrokenPictureException.COPY_AGAIN);
    }
    Codec codec =
        PictureFormat.of(file)
            .orElseThrow(
                () ->
                    new BrokenPictureException(
                        "is not a picture of a known format; save it as PNG, JPEG, WebP, BMP or"
                            + " GIF"))
            .codec();
    try {
      Header header = codec.header(file);
      checkSize(header);
      return picture(codec, file, header, name, orientation);
    } catch (RuntimeException e) {
      // Decoders meet broken data with whatever exception comes first.
      throw new IOException(e);
    } catch (OutOfMemoryError e) {
      // One allocation too large for the heap leaves nothing behind: the program can go on.
      throw new InspectorException(
          name + " has more pixels than fit in memory; make it smaller.", e);
    }
  }

  private static void checkSize(Header header) throws BrokenPictureException {
    String size = header.width() + " x " + header.height();
    if (header.width() <= 0 || header.height() <= 0) {
      throw BrokenPictureException.damaged("it says that it is " + size + " pixels");
    }
    if ((long) header.width() * header.height() > MOST_PIXELS) {
      throw new BrokenPictureException(
          "has " + size + " pixels, more than " + MOST_PIXELS + "; make it smaller");
    }
  }

  private static Picture picture(
      Codec codec, byte[] file, Header header, String name, Orientation orientation)
      throws IOException {
    int width = header.width();
    int height = header.height();
    byte[] rgb = codec.decode(file, header);
    if (orientation == Orientation.IGNORE) {
      return new Picture(name, width, height, rgb);
    }
    byte[] upright = Exif.upright(rgb, width, height, header.orientation());
    return Exif.isSideways(header.orientation())
        ? new Picture(name, height, width, upright)
        : new Picture(name, width, height, upright);
  }

  private static BrokenPictureException tooLong() {
    return new BrokenPictureException(
        "is longer than " + (MOST_BYTES >> 20) + " MiB; choose a smaller picture");
  }

  private static InspectorException refusal(String name, IOException cause) {
    String predicate;
    if (cause instanceof BrokenPictureException) {
      predicate = String.valueOf(cause.getMessage());
    } else if (cause instanceof EOFException) {
      predicate = BrokenPictureException.truncated().getMessage();
    } else {
      predicate = "cannot be decoded: its data is damaged" + BrokenPictureException.COPY_AGAIN;
    }
    return new InspectorException(name + " " + predicate + ".", cause);
  }
}
