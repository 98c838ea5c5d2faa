package org.efficientvit.core.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/** GIF: the first frame, laid on the screen that the file asks for, as Pillow does. */
final class GifCodec implements Codec {

  private static final int SCREEN = 6;
  private static final int BLOCKS = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int NONE = -1;

  @Override
  public Header header(byte[] file) throws IOException {
    int frame = firstFrame(file);
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int x = buffer.getShort(frame + 1) & 0xFFFF;
    int y = buffer.getShort(frame + 3) & 0xFFFF;
    int width = buffer.getShort(frame + 5) & 0xFFFF;
    int height = buffer.getShort(frame + 7) & 0xFFFF;
    if (width == 0 || height == 0) {
      return new Header(width, height);
    }
    return new Header(
        Math.max(buffer.getShort(SCREEN) & 0xFFFF, x + width),
        Math.max(buffer.getShort(SCREEN + 2) & 0xFFFF, y + height));
  }

  /** Where the first frame's descriptor is, in a file that is whole to its trailer. */
  private static int firstFrame(byte[] file) throws BrokenPictureException {
    int first = NONE;
    if (file.length < BLOCKS) {
      throw BrokenPictureException.truncated();
    }
    int position = BLOCKS + colorTableLength(file[SCREEN + 4]);
    while (true) {
      if (position >= file.length) {
        throw BrokenPictureException.truncated();
      }
      int block = file[position];
      if (block == IMAGE) {
        if (position + 10 > file.length) {
          throw BrokenPictureException.truncated();
        }
        first = first == NONE ? position : first;
        position = afterData(file, position + 11 + colorTableLength(file[position + 9]));
      } else if (block == EXTENSION) {
        position = afterData(file, position + 2);
      } else if (block == TRAILER) {
        break;
      } else {
        position++;
      }
    }
    if (first == NONE) {
      throw BrokenPictureException.damaged("it holds no picture");
    }
    return first;
  }

  private static int colorTableLength(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** Skips blocks of data, each after a byte with its length, to the empty one at their end. */
  private static int afterData(byte[] file, int position) throws BrokenPictureException {
    int next = position;
    while (next < file.length && file[next] != 0) {
      next += 1 + (file[next] & 0xFF);
    }
    if (next >= file.length) {
      throw BrokenPictureException.truncated();
    }
    return next + 1;
  }

  @Override
  public byte[] decode(byte[] file, Header header) throws IOException {
    int frame = firstFrame(file);
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int x = buffer.getShort(frame + 1) & 0xFFFF;
    int y = buffer.getShort(frame + 3) & 0xFFFF;
    BufferedImage image =
        ImageIoDecoder.read("gif", ImageIoDecoder.JDK, file, GifCodec::readWholeFrame);
    byte[] part = Samples.toRgb(image);
    if (image.getWidth() == header.width() && image.getHeight() == header.height()) {
      return part;
    }
    byte[] screen = new byte[3 * header.width() * header.height()];
    fill(screen, background((IndexColorModel) image.getColorModel()));
    for (int row = 0; row < image.getHeight(); row++) {
      int length = 3 * image.getWidth();
      System.arraycopy(part, row * length, screen, 3 * ((y + row) * header.width() + x), length);
    }
    return screen;
  }

  /** The first frame, if there is data for each of its rows: the reader leaves others empty. */
  private static BufferedImage readWholeFrame(ImageReader reader) throws IOException {
    RowCount rows = new RowCount(reader.getHeight(0));
    reader.addIIOReadUpdateListener(rows);
    BufferedImage image = reader.read(0);
    if (!rows.areAllThere()) {
      throw BrokenPictureException.damaged("there is less data than its size needs");
    }
    return image;
  }

  /** What shows where the frame does not reach: the transparent colour, else the first. */
  private static int background(IndexColorModel palette) {
    return palette.getRGB(Math.max(0, palette.getTransparentPixel()));
  }

  private static void fill(byte[] rgb, int color) {
    byte[] pixel = {(byte) (color >> 16), (byte) (color >> 8), (byte) color};
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = pixel[i % 3];
    }
  }
}
