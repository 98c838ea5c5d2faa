package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.efficientvit.core.image.Orientation;

/**
 * Pictures in files, each of a class that is known before it is read.
 *
 * <p>Closing frees what the files are read from; no picture can be read after that.
 */
public final class LabelledFiles implements LabelledPictures, AutoCloseable {

  /** A file that has not been read yet. */
  record Entry(PictureFile file, int label) {}

  private final List<String> labels;
  private final List<Entry> entries;
  private final List<String> remarks;
  private final Orientation orientation;
  private final Runnable release;

  /**
   * Files with their classes.
   *
   * @param remarks what a person should know about how the files were taken
   * @param release what frees the files' source
   */
  LabelledFiles(
      List<String> labels,
      List<Entry> entries,
      List<String> remarks,
      Orientation orientation,
      Runnable release) {
    this.labels = List.copyOf(labels);
    this.entries = List.copyOf(entries);
    this.remarks = List.copyOf(remarks);
    this.orientation = requireNonNull(orientation, "orientation is null");
    this.release = requireNonNull(release, "release is null");
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public String name(int index) {
    return entries.get(index).file.name();
  }

  @Override
  public LabelledPicture get(int epoch, int index) {
    Entry entry = entries.get(index);
    return new LabelledPicture(entry.file.read(orientation), entry.label);
  }

  /** Sentences about how the files were taken, such as that some are not in a list. */
  public List<String> remarks() {
    return remarks;
  }

  /**
   * The same as long as the files are: their names in their order, classes, sizes and times, and
   * how they are turned; SHA-256, in hexadecimal.
   */
  public String fingerprint() {
    MessageDigest digest = sha256();
    add(digest, orientation.name());
    for (Entry entry : entries) {
      add(digest, entry.file.name());
      add(digest, entry.file.version());
      add(digest, Integer.toString(entry.label));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    // No name holds it, so that no two lists of words become one.
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  @Override
  public void close() {
    release.run();
  }
}
