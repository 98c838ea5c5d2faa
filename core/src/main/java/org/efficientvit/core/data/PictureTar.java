package org.efficientvit.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;

/**
 * The pictures in a tar that is not compressed, read where they lie, by any number of threads.
 *
 * <p>All headers are read once; from then on a picture is one read at a place that is known.
 * Nothing is unpacked, so that a name in the tar is only a name, wherever it points. Files that are
 * no pictures by their name are left out, and so is everything whose name begins with a dot. Of
 * files with the same name the last counts, as for tar itself.
 */
final class PictureTar implements AutoCloseable {

  /** The first bytes of what cannot be read from the middle, and what unpacks it. */
  private static final Map<String, String> UNPACKED_BY =
      Map.of(
          "1f8b", "gunzip -k",
          "425a68", "bunzip2 -k",
          "fd377a58", "unxz -k",
          "28b52ffd", "unzstd",
          "504b0304", "unzip");

  private static final int LONGEST_MAGIC = 4;

  /** What a tar is made of; it ends with one that is empty. */
  private static final int BLOCK = 512;

  /** The size of what is not stored in one piece. */
  private static final long SPARSE = -1;

  private final Path path;
  private final FileChannel channel;
  private final SortedMap<String, PictureFile> pictures = new TreeMap<>();
  private boolean isEnded;

  private PictureTar(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Reads the headers of a tar.
   *
   * @throws InspectorException if it cannot be read, is compressed, or is no whole tar
   */
  @SuppressWarnings("MustBeClosedChecker")
  static PictureTar open(Path path) {
    try {
      refuseCompressed(path);
      PictureTar tar = new PictureTar(path, FileChannel.open(path));
      try (TarFile file = new TarFile(path, StandardCharsets.UTF_8.name())) {
        tar.index(file.getEntries());
        return tar;
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        tar.close();
        throw e;
      }
    } catch (InspectorException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // The reader meets broken headers with whatever exception comes first.
      throw new InspectorException(refusal(path, e), e);
    }
  }

  private static void refuseCompressed(Path path) throws IOException {
    byte[] first;
    try (InputStream stream = Files.newInputStream(path)) {
      first = stream.readNBytes(LONGEST_MAGIC);
    }
    String magic = HexFormat.of().formatHex(first);
    for (Map.Entry<String, String> format : UNPACKED_BY.entrySet()) {
      if (magic.startsWith(format.getKey())) {
        throw new InspectorException(
            "%s is compressed, so that no picture can be read from its middle; unpack it with '%s' and give what comes out."
                .formatted(path, format.getValue()));
      }
    }
  }

  private static String refusal(Path path, Throwable cause) {
    boolean isTruncated =
        cause instanceof EOFException || String.valueOf(cause.getMessage()).contains("runcated");
    if (isTruncated) {
      return "%s is truncated: its end is missing; copy or download it again.".formatted(path);
    }
    return "%s is no tar that can be read; name a folder or a .tar of pictures.".formatted(path);
  }

  private void index(List<TarArchiveEntry> entries) throws IOException {
    String version = channel.size() + " " + Files.getLastModifiedTime(path).toMillis() + " ";
    long end = 0;
    for (TarArchiveEntry entry : entries) {
      end = Math.max(end, blocks(entry.getDataOffset() + entry.getSize()));
      String name = name(entry.getName());
      boolean isPicture = isFile(entry) && !name.isEmpty() && PictureReader.isSupported(name);
      if (isPicture) {
        long size = entry.isSparse() ? SPARSE : entry.getSize();
        pictures.put(
            name, new InTar(name, entry.getDataOffset(), size, version + entry.getDataOffset()));
      }
    }
    isEnded = end + BLOCK <= channel.size();
    boolean isCut = end > channel.size() || channel.size() != blocks(channel.size());
    if (!isEnded && isCut) {
      throw new EOFException();
    }
  }

  /** A length with what fills its last block. */
  private static long blocks(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** Whether an entry is a file itself, not a link to one. */
  private static boolean isFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
  }

  /** A name without what says nothing; empty for one that is hidden. */
  private static String name(String written) {
    List<String> parts = new ArrayList<>();
    Collections.addAll(parts, written.split("/", -1));
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    boolean isHidden = parts.stream().anyMatch(part -> part.startsWith(".") && !part.equals(".."));
    return isHidden ? "" : String.join("/", parts);
  }

  /** The pictures by their names in the tar, in the order of the names. */
  SortedMap<String, PictureFile> pictures() {
    return Collections.unmodifiableSortedMap(pictures);
  }

  /** What a person should know about the tar. */
  List<String> remarks() {
    return isEnded
        ? List.of()
        : List.of("%s has no mark at its end: it may be truncated.".formatted(path));
  }

  /** One picture at its place. */
  private final class InTar implements PictureFile {

    private final String name;
    private final long offset;
    private final long size;
    private final String version;

    InTar(String name, long offset, long size, String version) {
      this.name = name;
      this.offset = offset;
      this.size = size;
      this.version = version;
    }

    @Override
    public String name() {
      return name + " in " + path;
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public Picture read(Orientation orientation) {
      return PictureReader.read(bytes(), name(), orientation);
    }

    private byte[] bytes() {
      if (size == SPARSE) {
        throw new InspectorException(
            "%s is stored with holes; pack the tar without --sparse.".formatted(name()));
      }
      PictureReader.checkLength(name(), size);
      ByteBuffer buffer = ByteBuffer.allocate((int) size);
      try {
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, offset + buffer.position()) < 0) {
            throw new EOFException();
          }
        }
      } catch (IOException e) {
        throw new InspectorException(
            "%s cannot be read; check that the tar is still there and whole.".formatted(name()), e);
      }
      return buffer.array();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written, so that nothing is lost.
    }
  }
}
