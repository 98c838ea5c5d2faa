package org.efficientvit.core.image.vp8;

/** The arithmetic decoder of VP8 (RFC 6386, section 7): one bit at a time, of known probability. */
final class Vp8BoolDecoder {

  private final byte[] data;
  private final int end;
  private int position;
  private int range = 255;
  private int value;
  // How many bits of the value lie below the 8 that are compared with the range.
  private int spare = -8;
  private boolean isPastEnd;

  Vp8BoolDecoder(byte[] data, int from, int to) {
    this.data = data;
    this.position = from;
    this.end = to;
  }

  /** Whether bits were asked for that are not there. */
  boolean isPastEnd() {
    return isPastEnd;
  }

  /**
   * The next bit.
   *
   * @param probability that it is 0, of 256
   */
  int bit(int probability) {
    if (spare < 0) {
      load();
    }
    int split = 1 + (((range - 1) * probability) >> 8);
    int scaled = split << spare;
    int bit;
    if (value >= scaled) {
      range -= split;
      value -= scaled;
      bit = 1;
    } else {
      range = split;
      bit = 0;
    }
    int shift = Integer.numberOfLeadingZeros(range) - 24;
    range <<= shift;
    spare -= shift;
    return bit;
  }

  private void load() {
    int next = 0;
    if (position < end) {
      next = data[position++] & 0xFF;
    } else {
      isPastEnd = true;
    }
    value = value << 8 | next;
    spare += 8;
  }

  boolean flag() {
    return bit(128) == 1;
  }

  /** An unsigned number, its highest bit first. */
  int number(int bits) {
    int number = 0;
    for (int i = 0; i < bits; i++) {
      number = number << 1 | bit(128);
    }
    return number;
  }

  /** A number and then its sign. */
  int signed(int bits) {
    int number = number(bits);
    return flag() ? -number : number;
  }

  /** A signed number if a flag says that there is one, else 0. */
  int optionalSigned(int bits) {
    return flag() ? signed(bits) : 0;
  }

  /**
   * A leaf of a tree.
   *
   * @param tree pairs of branches: the index of another pair, or a leaf's value negated
   * @param probabilities of the pairs' first branches, from {@code offset}
   */
  int leaf(int[] tree, int[] probabilities, int offset) {
    int node = 0;
    do {
      node = tree[node + bit(probabilities[offset + (node >> 1)])];
    } while (node > 0);
    return -node;
  }
}
