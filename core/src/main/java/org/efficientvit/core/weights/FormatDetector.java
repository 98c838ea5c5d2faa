package org.efficientvit.core.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells a file's format from its first bytes, whatever its name ends in. */
final class FormatDetector {

  private static final int LOOK = 512;
  private static final int ZIP_MAGIC = 0x04034B50;
  private static final int EMPTY_ZIP_MAGIC = 0x06054B50;

  private FormatDetector() {}

  /**
   * The format of a file.
   *
   * @throws Refusal if it is none of the known ones, with a guess at what it is instead
   */
  static CheckpointFormat detect(Path file) throws IOException, Refusal {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOK);
    }
    if (start.length == 0) {
      throw new Refusal("is empty; download it or save it again");
    }
    long size = Files.size(file);
    // A header of 640 bytes begins like a pickle, so a length that fits is looked for first.
    if (hasHeader(start) && word(start) >= 2 && word(start) <= size - Long.BYTES) {
      return CheckpointFormat.SAFETENSORS;
    }
    if (start.length >= 4 && isZip((int) word(start))) {
      return CheckpointFormat.TORCH_ZIP;
    }
    if (start.length >= 2 && (start[0] & 0xFF) == 0x80 && start[1] >= 2 && start[1] <= 5) {
      return CheckpointFormat.TORCH_LEGACY;
    }
    if (hasHeader(start) && !isText(start)) {
      return CheckpointFormat.SAFETENSORS;
    }
    throw unknown(start);
  }

  private static boolean hasHeader(byte[] start) {
    return start.length > Long.BYTES && start[Long.BYTES] == '{';
  }

  private static boolean isZip(int magic) {
    return magic == ZIP_MAGIC || magic == EMPTY_ZIP_MAGIC;
  }

  /** The first eight bytes as one little-endian number, zeros where the file is shorter. */
  private static long word(byte[] start) {
    byte[] eight = new byte[Long.BYTES];
    System.arraycopy(start, 0, eight, 0, Math.min(start.length, eight.length));
    return ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static Refusal unknown(byte[] start) {
    String text =
        new String(start, StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")) {
      return new Refusal(
          "is a web page, not a checkpoint: the download went wrong; fetch the file itself again");
    }
    if (text.startsWith("version https://git-lfs")) {
      return new Refusal(
          "is a Git LFS pointer, not the checkpoint itself; fetch the file with git lfs pull");
    }
    String what = isText(start) ? "is a text file, not a checkpoint" : "is not a checkpoint";
    return new Refusal(what + "; choose a PyTorch .pth or a .safetensors file");
  }

  private static boolean isText(byte[] start) {
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
