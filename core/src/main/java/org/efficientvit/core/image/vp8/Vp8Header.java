package org.efficientvit.core.image.vp8;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** The header of a VP8 key frame (RFC 6386, sections 9.2 to 9.11 and 19.2). */
final class Vp8Header {

  /** No macroblock says whether it has coefficients. */
  static final int ALL_HAVE_COEFFICIENTS = -1;

  private static final int SEGMENTS = 4;
  private static final int FRAME_HEADER = 10;

  final int width;
  final int height;
  final boolean updatesSegmentMap;
  final int[] segmentProbabilities = {255, 255, 255};
  final boolean isSimpleFilter;
  final int filterLevel;
  final int sharpness;
  final int[] coefficientProbabilities = Vp8Tables.COEFFICIENTS.clone();

  /** That a macroblock has coefficients, of 256, or {@link #ALL_HAVE_COEFFICIENTS}. */
  final int skipProbability;

  /** Reads on after the header, where the modes are. */
  final Vp8BoolDecoder modes;

  /** One reader of coefficients for each partition; rows of macroblocks take turns. */
  final Vp8BoolDecoder[] coefficients;

  private final boolean hasSegments;
  private boolean areSegmentsAbsolute;
  private final int[] segmentQuantizers = new int[SEGMENTS];
  private final int[] segmentFilterLevels = new int[SEGMENTS];
  private int referenceDelta;
  private int subblockModeDelta;
  private final int quantizer;
  // Differences for luma's DC, the DC and AC of luma's DCs, and chroma's DC and AC.
  private final int[] quantizerDeltas = new int[5];

  /**
   * Reads the header of the frame in a part of a file.
   *
   * @throws IOException if it is no key frame, or its partitions are not in the part
   */
  Vp8Header(byte[] file, int from, int to) throws IOException {
    if (to - from < FRAME_HEADER) {
      throw new EOFException();
    }
    int tag = threeBytes(file, from);
    int start = from + FRAME_HEADER;
    int firstEnd = start + (tag >> 5);
    if ((tag & 1) != 0 || threeBytes(file, from + 3) != 0x2A019D || firstEnd > to) {
      throw new StreamCorruptedException("its frame header makes no sense");
    }
    width = ((file[from + 6] & 0xFF) | file[from + 7] << 8) & 0x3FFF;
    height = ((file[from + 8] & 0xFF) | file[from + 9] << 8) & 0x3FFF;
    modes = new Vp8BoolDecoder(file, start, firstEnd);
    // Kind of colours and of clamping: there is only one of each.
    modes.number(2);
    hasSegments = modes.flag();
    updatesSegmentMap = hasSegments && readSegments();
    isSimpleFilter = modes.flag();
    filterLevel = modes.number(6);
    sharpness = modes.number(3);
    readFilterDeltas();
    coefficients = partitions(file, firstEnd, to, 1 << modes.number(2));
    quantizer = modes.number(7);
    for (int i = 0; i < quantizerDeltas.length; i++) {
      quantizerDeltas[i] = modes.optionalSigned(4);
    }
    // Whether later frames keep the probabilities: there are none.
    modes.flag();
    for (int i = 0; i < coefficientProbabilities.length; i++) {
      if (modes.bit(Vp8Tables.COEFFICIENT_UPDATES[i]) == 1) {
        coefficientProbabilities[i] = modes.number(8);
      }
    }
    skipProbability = modes.flag() ? modes.number(8) : ALL_HAVE_COEFFICIENTS;
  }

  private static int threeBytes(byte[] file, int at) {
    return (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
  }

  private boolean readSegments() {
    boolean updatesMap = modes.flag();
    if (modes.flag()) {
      areSegmentsAbsolute = modes.flag();
      for (int i = 0; i < SEGMENTS; i++) {
        segmentQuantizers[i] = modes.optionalSigned(7);
      }
      for (int i = 0; i < SEGMENTS; i++) {
        segmentFilterLevels[i] = modes.optionalSigned(6);
      }
    }
    if (updatesMap) {
      for (int i = 0; i < segmentProbabilities.length; i++) {
        segmentProbabilities[i] = modes.flag() ? modes.number(8) : 255;
      }
    }
    return updatesMap;
  }

  private void readFilterDeltas() {
    boolean hasDeltas = modes.flag();
    if (!hasDeltas) {
      return;
    }
    boolean updatesDeltas = modes.flag();
    if (!updatesDeltas) {
      return;
    }
    // Four by the frame that is referred to, four by the mode: a key frame needs the first of each.
    int[] deltas = new int[8];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] = modes.optionalSigned(6);
    }
    referenceDelta = deltas[0];
    subblockModeDelta = deltas[4];
  }

  private static Vp8BoolDecoder[] partitions(byte[] file, int from, int to, int count)
      throws IOException {
    Vp8BoolDecoder[] partitions = new Vp8BoolDecoder[count];
    int start = from + 3 * (count - 1);
    for (int i = 0; i < count; i++) {
      if (start > to) {
        throw new EOFException();
      }
      int end = i == count - 1 ? to : start + threeBytes(file, from + 3 * i);
      if (end > to) {
        throw new EOFException();
      }
      partitions[i] = new Vp8BoolDecoder(file, start, end);
      start = end;
    }
    return partitions;
  }

  /** How strongly the edges of a macroblock are smoothed: 0 to 63. */
  int filterLevel(int segment, boolean hasSubblockModes) {
    int level = filterLevel;
    if (hasSegments) {
      level = segmentFilterLevels[segment] + (areSegmentsAbsolute ? 0 : filterLevel);
    }
    level += referenceDelta + (hasSubblockModes ? subblockModeDelta : 0);
    return clip(level, 63);
  }

  /** The steps of a segment's coefficients: DC and AC of luma, of luma's DCs, and of chroma. */
  int[] steps(int segment) {
    int index = quantizer;
    if (hasSegments) {
      index = segmentQuantizers[segment] + (areSegmentsAbsolute ? 0 : quantizer);
    }
    return new int[] {
      Vp8Tables.DC_STEPS[clip(index + quantizerDeltas[0], 127)],
      Vp8Tables.AC_STEPS[clip(index, 127)],
      Vp8Tables.DC_STEPS[clip(index + quantizerDeltas[1], 127)] * 2,
      Math.max(8, Vp8Tables.AC_STEPS[clip(index + quantizerDeltas[2], 127)] * 155 / 100),
      Math.min(132, Vp8Tables.DC_STEPS[clip(index + quantizerDeltas[3], 127)]),
      Vp8Tables.AC_STEPS[clip(index + quantizerDeltas[4], 127)]
    };
  }

  private static int clip(int value, int most) {
    return Math.max(0, Math.min(most, value));
  }
}
