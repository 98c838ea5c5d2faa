package org.efficientvit.core.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): every chunk that matters must be there and match its checksum. */
final class PngCodec implements Codec {

  private static final int SIGNATURE_LENGTH = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int EXIF = 0x65584966;
  // Bit 5 of a chunk's first letter: a decoder may do without it.
  private static final int ANCILLARY = 0x20000000;

  @Override
  public Header header(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int orientation = Header.UPRIGHT;
    boolean hasData = false;
    int position = SIGNATURE_LENGTH;
    while (true) {
      if (position > file.length - CHUNK_FRAME) {
        throw BrokenPictureException.truncated();
      }
      int length = buffer.getInt(position);
      int type = buffer.getInt(position + 4);
      if (length < 0) {
        throw BrokenPictureException.damaged("a chunk has no length");
      }
      if (length > file.length - CHUNK_FRAME - position) {
        throw BrokenPictureException.truncated();
      }
      if ((type & ANCILLARY) == 0 && !matchesChecksum(buffer, position, length)) {
        throw BrokenPictureException.damaged("a checksum does not match");
      }
      if (position == SIGNATURE_LENGTH && (type != IHDR || length != 13)) {
        throw BrokenPictureException.damaged("it does not start with its header");
      }
      hasData |= type == IDAT;
      if (type == EXIF) {
        orientation = Exif.orientation(file, position + 8, position + 8 + length);
      } else if (type == IEND) {
        if (!hasData) {
          throw BrokenPictureException.damaged("it holds no picture");
        }
        int size = SIGNATURE_LENGTH + 8;
        return new Header(buffer.getInt(size), buffer.getInt(size + 4), orientation);
      }
      position += CHUNK_FRAME + length;
    }
  }

  private static boolean matchesChecksum(ByteBuffer buffer, int chunk, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(buffer.slice(chunk + 4, length + 4));
    return (int) checksum.getValue() == buffer.getInt(chunk + 8 + length);
  }

  @Override
  public byte[] decode(byte[] file, Header header) throws IOException {
    return Samples.toRgb(
        ImageIoDecoder.read("png", ImageIoDecoder.JDK, file, reader -> reader.read(0)));
  }
}
