package org.efficientvit.core.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a pickle, with every declared length checked against what is left before anything is
 * allocated for it.
 */
final class PickleInput {

  /** Far above the description of any network: that of 600 tensors takes 80 KB. */
  private static final long LONGEST = 64L << 20;

  private static final int LONGEST_LINE = 1000;

  private final InputStream in;
  private final long available;
  private long consumed;

  /**
   * Reads a stream from where it stands.
   *
   * @param available how many bytes it has at most
   */
  PickleInput(InputStream in, long available) {
    this.in = in;
    this.available = Math.min(available, LONGEST);
  }

  /** How many bytes were read so far. */
  long consumed() {
    return consumed;
  }

  int unsigned1() throws IOException, Refusal {
    claim(1);
    int value = in.read();
    if (value < 0) {
      throw endsEarly();
    }
    return value;
  }

  int unsigned2() throws IOException, Refusal {
    return number(2).getShort() & 0xFFFF;
  }

  int signed4() throws IOException, Refusal {
    return number(4).getInt();
  }

  long unsigned4() throws IOException, Refusal {
    return signed4() & 0xFFFFFFFFL;
  }

  long signed8() throws IOException, Refusal {
    return number(8).getLong();
  }

  /** A float as pickles have it: big-endian, unlike every other number. */
  double bigEndianDouble() throws IOException, Refusal {
    return number(8).order(ByteOrder.BIG_ENDIAN).getDouble();
  }

  String text(long length) throws IOException, Refusal {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  /** The text up to the next line feed. */
  String line() throws IOException, Refusal {
    StringBuilder line = new StringBuilder();
    for (int c = unsigned1(); c != '\n'; c = unsigned1()) {
      if (line.length() == LONGEST_LINE) {
        throw Refusal.damaged("a name in its pickle does not end");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  byte[] bytes(long length) throws IOException, Refusal {
    claim(length);
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw endsEarly();
    }
    return bytes;
  }

  private ByteBuffer number(int length) throws IOException, Refusal {
    return ByteBuffer.wrap(bytes(length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void claim(long length) throws Refusal {
    if (length < 0 || length > available - consumed) {
      throw endsEarly();
    }
    consumed += length;
  }

  private static Refusal endsEarly() {
    return Refusal.damaged("its pickle declares more bytes than there are");
  }
}
