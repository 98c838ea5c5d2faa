package org.efficientvit.core.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The markers of a JPEG file (ITU-T T.81, annex B), walked from the first to the last.
 *
 * <p>A file whose end marker is missing is truncated, even if a decoder would fill the rest with
 * grey.
 */
final class JpegStructure {

  /** What the components of a pixel are. */
  enum Colors {
    GREY,
    RGB,
    YCC,
    CMYK,
    YCCK
  }

  // More scans than any encoder writes: a few kilobytes that take minutes to decode.
  private static final int MOST_SCANS = 256;

  private static final int TEM = 0x01;
  private static final int SOF0 = 0xC0;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int SOF15 = 0xCF;
  private static final int RST0 = 0xD0;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int UNSAID = -1;

  private final byte[] file;
  private int position;
  private int scans;
  private int width;
  private int height;
  private int orientation = UNSAID;
  private boolean hasJfif;
  private int adobeTransform = UNSAID;
  private byte[] componentIds = {};

  /**
   * Walks a file.
   *
   * @throws BrokenPictureException if it ends early, or no decoder here can read its kind
   */
  JpegStructure(byte[] file) throws BrokenPictureException {
    this.file = file;
    int marker = nextMarker();
    while (marker != EOI) {
      if (!standsAlone(marker)) {
        segment(marker);
      }
      marker = nextMarker();
    }
    if (componentIds.length == 0 || scans == 0) {
      throw BrokenPictureException.damaged("it holds no picture");
    }
  }

  Header header() {
    return new Header(width, height, orientation == UNSAID ? Header.UPRIGHT : orientation);
  }

  /** The colours as libjpeg takes them: by the markers of JFIF and Adobe, else by the ids. */
  Colors colors() throws BrokenPictureException {
    return switch (componentIds.length) {
      case 1 -> Colors.GREY;
      case 3 -> threeColors();
      case 4 -> adobeTransform == UNSAID || adobeTransform == 0 ? Colors.CMYK : Colors.YCCK;
      default ->
          throw new BrokenPictureException(
              "has "
                  + componentIds.length
                  + " components a pixel, which no picture in colour has; save it as RGB");
    };
  }

  private Colors threeColors() {
    boolean isRgb =
        adobeTransform == UNSAID
            ? Arrays.equals(componentIds, new byte[] {'R', 'G', 'B'})
            : adobeTransform == 0;
    return isRgb && !hasJfif ? Colors.RGB : Colors.YCC;
  }

  private static boolean standsAlone(int marker) {
    return marker == SOI || marker == TEM || isRestart(marker);
  }

  private static boolean isRestart(int marker) {
    return marker >= RST0 && marker < SOI;
  }

  private static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  /** Skips to the next marker; bytes that belong to none are passed over, as libjpeg does. */
  private int nextMarker() throws BrokenPictureException {
    while (position + 1 < file.length) {
      if (file[position] == (byte) 0xFF) {
        int code = file[position + 1] & 0xFF;
        if (code != 0 && code != 0xFF) {
          position += 2;
          return code;
        }
      }
      position++;
    }
    throw BrokenPictureException.truncated();
  }

  private void segment(int marker) throws BrokenPictureException {
    if (position + 2 > file.length || position + twoBytes(position) > file.length) {
      throw BrokenPictureException.truncated();
    }
    int from = position + 2;
    int to = position + twoBytes(position);
    if (to < from) {
      throw BrokenPictureException.damaged("a segment has no length");
    }
    if (isFrame(marker)) {
      frame(marker, from, to);
    } else if (marker == SOS && ++scans > MOST_SCANS) {
      throw new BrokenPictureException(
          "has more than " + MOST_SCANS + " scans, which no encoder writes; save it anew");
    } else if (scans == 0) {
      application(marker, from, to);
    }
    position = to;
  }

  private void frame(int marker, int from, int to) throws BrokenPictureException {
    if (marker > SOF0 + 2) {
      throw unsupported("it is lossless, hierarchical or arithmetic-coded");
    }
    if (componentIds.length > 0 || to < from + 6) {
      throw BrokenPictureException.damaged("its frame header makes no sense");
    }
    if (file[from] != 8) {
      throw unsupported("it has " + file[from] + " bits a sample");
    }
    height = twoBytes(from + 1);
    width = twoBytes(from + 3);
    int components = file[from + 5] & 0xFF;
    if (components == 0 || to < from + 6 + 3 * components) {
      throw BrokenPictureException.damaged("its frame header makes no sense");
    }
    componentIds = new byte[components];
    for (int i = 0; i < components; i++) {
      componentIds[i] = file[from + 6 + 3 * i];
    }
  }

  private static BrokenPictureException unsupported(String why) {
    return new BrokenPictureException(
        "is a rare kind of JPEG (" + why + "); save it as baseline JPEG or PNG");
  }

  private void application(int marker, int from, int to) {
    if (marker == APP0 && isTagged("JFIF\0", from, to)) {
      hasJfif = true;
    } else if (marker == APP1 && orientation == UNSAID && Exif.hasPreamble(file, from, to)) {
      orientation = Exif.orientation(file, from, to);
    } else if (marker == APP14 && to - from >= 12 && isTagged("Adobe", from, to)) {
      adobeTransform = file[from + 11] & 0xFF;
    }
  }

  private boolean isTagged(String tag, int from, int to) {
    byte[] bytes = tag.getBytes(StandardCharsets.ISO_8859_1);
    return to - from >= bytes.length
        && Arrays.equals(file, from, from + bytes.length, bytes, 0, bytes.length);
  }

  private int twoBytes(int offset) {
    return (file[offset] & 0xFF) << 8 | (file[offset + 1] & 0xFF);
  }
}
