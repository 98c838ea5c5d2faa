package org.efficientvit.core.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats that can be read; a file's first bytes decide, not its name. */
enum PictureFormat {
  PNG,
  JPEG,
  GIF,
  BMP,
  WEBP;

  private static final Set<String> EXTENSIONS =
      Set.of("png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "dib", "webp");

  Codec codec() {
    return switch (this) {
      case PNG -> new PngCodec();
      case JPEG -> new JpegCodec();
      case GIF -> new GifCodec();
      case BMP -> new BmpCodec();
      case WEBP -> new WebpCodec();
    };
  }

  static boolean hasExtension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  static Optional<PictureFormat> of(byte[] file) {
    if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    } else if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    } else if (startsWith(file, 0, "GIF87a") || startsWith(file, 0, "GIF89a")) {
      return Optional.of(GIF);
    } else if (startsWith(file, 0, "BM")) {
      return Optional.of(BMP);
    } else if (startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] file, int offset, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    return file.length >= offset + bytes.length
        && Arrays.equals(file, offset, offset + bytes.length, bytes, 0, bytes.length);
  }
}
