package org.efficientvit.core.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** BMP: the headers of Windows 3 to 5 and of OS/2 1. */
final class BmpCodec implements Codec {

  private static final int FILE_HEADER = 14;
  private static final int OS2_HEADER = 12;
  private static final int WINDOWS_HEADER = 40;
  private static final int RGB = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BITFIELDS = 3;

  @Override
  public Header header(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < FILE_HEADER + OS2_HEADER) {
      throw BrokenPictureException.truncated();
    }
    long dataStart = Integer.toUnsignedLong(buffer.getInt(10));
    int headerSize = buffer.getInt(FILE_HEADER);
    if (headerSize != OS2_HEADER && headerSize < WINDOWS_HEADER) {
      throw BrokenPictureException.damaged("its header makes no sense");
    }
    if (headerSize > file.length - FILE_HEADER) {
      throw BrokenPictureException.truncated();
    }
    boolean isOs2 = headerSize == OS2_HEADER;
    int width = isOs2 ? buffer.getShort(18) & 0xFFFF : buffer.getInt(18);
    // A negative height means that the first row is the uppermost.
    int height = isOs2 ? buffer.getShort(20) & 0xFFFF : Math.abs(buffer.getInt(22));
    int bits = buffer.getShort(isOs2 ? 24 : 28);
    int compression = isOs2 ? RGB : buffer.getInt(30);
    long dataLength =
        switch (compression) {
          case RGB, BITFIELDS -> ((long) width * bits + 31) / 32 * 4 * height;
          case RLE8, RLE4 -> Integer.toUnsignedLong(buffer.getInt(34));
          default ->
              throw new BrokenPictureException(
                  "is compressed in a way that BMP files hardly ever are; save it as PNG");
        };
    if (dataStart + dataLength > file.length) {
      throw BrokenPictureException.truncated();
    }
    return new Header(width, height);
  }

  @Override
  public byte[] decode(byte[] file, Header header) throws IOException {
    return Samples.toRgb(
        ImageIoDecoder.read("bmp", ImageIoDecoder.JDK, file, reader -> reader.read(0)));
  }
}
