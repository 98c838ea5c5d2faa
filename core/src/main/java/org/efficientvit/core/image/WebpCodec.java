package org.efficientvit.core.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.efficientvit.core.image.vp8.Vp8Decoder;
import org.jspecify.annotations.Nullable;

/**
 * WebP: the chunks of RIFF are walked here. A lossless picture's chunk is given to the reader in a
 * plain file of its own; a lossy one is decoded by {@link Vp8Decoder}.
 *
 * <p>So a profile is not applied, an alpha plane is not read, and of an animation there is the
 * first frame, laid on a black canvas.
 */
final class WebpCodec implements Codec {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;

  private static final int RIFF = fourCc("RIFF");
  private static final int WEBP = fourCc("WEBP");
  private static final int LOSSY = fourCc("VP8 ");
  private static final int LOSSLESS = fourCc("VP8L");
  private static final int EXTENDED = fourCc("VP8X");
  private static final int ANIMATION_FRAME = fourCc("ANMF");
  private static final int EXIF = fourCc("EXIF");

  @Override
  public Header header(byte[] file) throws IOException {
    return parse(file).header();
  }

  @Override
  public byte[] decode(byte[] file, Header header) throws IOException {
    Layout layout = parse(file);
    Chunk bitstream = layout.bitstream();
    byte[] part = bitstream.type() == LOSSY ? lossy(file, bitstream) : lossless(file, bitstream);
    return layout.onCanvas(part);
  }

  private static byte[] lossy(byte[] file, Chunk bitstream) throws IOException {
    try {
      return Vp8Decoder.decode(file, bitstream.from(), bitstream.to());
    } catch (EOFException e) {
      throw BrokenPictureException.truncated();
    } catch (StreamCorruptedException e) {
      throw BrokenPictureException.damaged(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] lossless(byte[] file, Chunk bitstream) throws IOException {
    return Samples.toRgb(
        ImageIoDecoder.read(
            "webp",
            ImageIoDecoder.TWELVE_MONKEYS,
            plainFile(file, bitstream),
            reader -> reader.read(0)));
  }

  /** A chunk's four letters, and where its content is. */
  private record Chunk(int type, int from, int to) {}

  /** The chunk with the picture, its size, and where on which canvas it lies. */
  private record Layout(Chunk bitstream, int width, int height, int x, int y, Header header) {

    byte[] onCanvas(byte[] part) {
      if (width == header.width() && height == header.height()) {
        return part;
      }
      byte[] canvas = new byte[3 * header.width() * header.height()];
      for (int row = 0; row < height; row++) {
        System.arraycopy(
            part, 3 * row * width, canvas, 3 * ((y + row) * header.width() + x), 3 * width);
      }
      return canvas;
    }
  }

  private static Layout parse(byte[] file) throws BrokenPictureException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < RIFF_HEADER) {
      throw BrokenPictureException.truncated();
    }
    long end = CHUNK_HEADER + Integer.toUnsignedLong(buffer.getInt(4));
    if (end > file.length) {
      throw BrokenPictureException.truncated();
    }
    Chunk extended = null;
    Chunk frame = null;
    Chunk bitstream = null;
    int orientation = Header.UPRIGHT;
    int position = RIFF_HEADER;
    while (position + CHUNK_HEADER <= end) {
      Chunk chunk = chunkAt(buffer, position, (int) end);
      if (chunk.type() == EXTENDED && extended == null) {
        extended = chunk;
      } else if (chunk.type() == ANIMATION_FRAME && frame == null) {
        frame = chunk;
        bitstream = bitstream == null ? bitstreamOf(buffer, chunk) : bitstream;
      } else if (isBitstream(chunk) && bitstream == null) {
        bitstream = chunk;
      } else if (chunk.type() == EXIF) {
        orientation = Exif.orientation(file, chunk.from(), chunk.to());
      }
      position = chunk.to() + (chunk.to() & 1);
    }
    if (bitstream == null) {
      throw BrokenPictureException.damaged("it holds no picture");
    }
    return layout(buffer, bitstream, frame, extended, orientation);
  }

  private static Chunk chunkAt(ByteBuffer buffer, int position, int end)
      throws BrokenPictureException {
    long length = Integer.toUnsignedLong(buffer.getInt(position + 4));
    int from = position + CHUNK_HEADER;
    if (length > end - from) {
      throw BrokenPictureException.truncated();
    }
    return new Chunk(buffer.getInt(position), from, from + (int) length);
  }

  private static boolean isBitstream(Chunk chunk) {
    return chunk.type() == LOSSY || chunk.type() == LOSSLESS;
  }

  private static @Nullable Chunk bitstreamOf(ByteBuffer buffer, Chunk frame)
      throws BrokenPictureException {
    int position = frame.from() + FRAME_HEADER;
    while (position + CHUNK_HEADER <= frame.to()) {
      Chunk chunk = chunkAt(buffer, position, frame.to());
      if (isBitstream(chunk)) {
        return chunk;
      }
      position = chunk.to() + (chunk.to() & 1);
    }
    return null;
  }

  private static Layout layout(
      ByteBuffer buffer,
      Chunk bitstream,
      @Nullable Chunk frame,
      @Nullable Chunk extended,
      int orientation)
      throws BrokenPictureException {
    if (bitstream.to() - bitstream.from() < 10
        || (extended != null && extended.to() - extended.from() < 10)) {
      throw BrokenPictureException.truncated();
    }
    int at = bitstream.from();
    int width;
    int height;
    if (bitstream.type() == LOSSY) {
      width = buffer.getShort(at + 6) & 0x3FFF;
      height = buffer.getShort(at + 8) & 0x3FFF;
    } else {
      int sizes = buffer.getInt(at + 1);
      width = (sizes & 0x3FFF) + 1;
      height = (sizes >> 14 & 0x3FFF) + 1;
    }
    int x = frame == null ? 0 : 2 * threeBytes(buffer, frame.from());
    int y = frame == null ? 0 : 2 * threeBytes(buffer, frame.from() + 3);
    int canvasWidth = extended == null ? width : threeBytes(buffer, extended.from() + 4) + 1;
    int canvasHeight = extended == null ? height : threeBytes(buffer, extended.from() + 7) + 1;
    if (x + width > canvasWidth || y + height > canvasHeight) {
      throw BrokenPictureException.damaged("its picture is larger than its canvas");
    }
    return new Layout(
        bitstream, width, height, x, y, new Header(canvasWidth, canvasHeight, orientation));
  }

  private static int threeBytes(ByteBuffer buffer, int offset) {
    return (buffer.getShort(offset) & 0xFFFF) | (buffer.get(offset + 2) & 0xFF) << 16;
  }

  private static byte[] plainFile(byte[] file, Chunk bitstream) {
    int length = bitstream.to() - bitstream.from();
    int padded = length + (length & 1);
    ByteBuffer plain =
        ByteBuffer.allocate(RIFF_HEADER + CHUNK_HEADER + padded).order(ByteOrder.LITTLE_ENDIAN);
    plain.putInt(RIFF).putInt(4 + CHUNK_HEADER + padded).putInt(WEBP);
    plain.putInt(bitstream.type()).putInt(length).put(file, bitstream.from(), length);
    return plain.array();
  }

  /** Four letters as a little-endian number. */
  private static int fourCc(String letters) {
    return letters.charAt(0)
        | letters.charAt(1) << 8
        | letters.charAt(2) << 16
        | letters.charAt(3) << 24;
  }
}
