package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTarTest {

  private static final List<String> LABELS = List.of("ant", "bee", "cat");
  private static final int BLOCK = 512;

  @TempDir private Path folder;

  /** Writes the entries of a tar. */
  @FunctionalInterface
  private interface Packing {
    void pack(TarArchiveOutputStream tar) throws IOException;
  }

  @Test
  void foldersInATarAreClassesWhateverFolderTheyAreIn() throws IOException {
    Path tar =
        tar(
            out -> {
              add(out, "./val/cat/2.png", png(2));
              add(out, "val/ant/1.png", png(1));
              add(out, "val/ant/about.json", new byte[3]);
              add(out, "val/ant/._1.png", new byte[3]);
            });

    try (LabelledFiles files = open(tar)) {
      assertThat(names(files))
          .containsExactly("val/ant/1.png in " + tar, "val/cat/2.png in " + tar);
      assertThat(files.get(0, 0).label()).isZero();
      assertThat(files.get(0, 1).label()).isEqualTo(2);
      assertThat(files.get(0, 1).picture().width()).isEqualTo(2);
      assertThat(files.get(0, 1).picture().name()).isEqualTo("val/cat/2.png in " + tar);
      assertThat(files.remarks()).isEmpty();
    }
  }

  @Test
  void aFlatTarGoesWithAList() throws IOException {
    Path tar =
        tar(
            out -> {
              add(out, "ILSVRC2012_val_00000001.JPEG", png(1));
              add(out, "ILSVRC2012_val_00000002.JPEG", png(2));
            });
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            "ILSVRC2012_val_00000002,bee\nILSVRC2012_val_00000001,cat\n");

    assertThatThrownBy(() -> open(tar))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("--list FILE");
    try (LabelledFiles files =
        PictureSource.open(tar, Optional.of(list), Orientation.IGNORE, LABELS)) {
      assertThat(files.get(0, 0).picture().width()).isEqualTo(2);
      assertThat(files.get(0, 0).label()).isEqualTo(1);
      assertThat(files.get(0, 1).label()).isEqualTo(2);
    }
  }

  @Test
  void severalThreadsReadTheirOwnPictures() throws IOException {
    Path tar =
        tar(
            out -> {
              for (int i = 0; i < 60; i++) {
                add(out, "ant/%02d.png".formatted(i), png(1 + i));
              }
            });

    try (LabelledFiles files = open(tar)) {
      int[] widths =
          IntStream.range(0, 600)
              .parallel()
              .map(i -> files.get(0, i % 60).picture().width())
              .toArray();
      assertThat(widths).isEqualTo(IntStream.range(0, 600).map(i -> 1 + i % 60).toArray());
    }
  }

  @Test
  void namesThatPointOutsideAreNamesAndLongOnesAreWhole() throws IOException {
    String deep = "x".repeat(90) + "/" + "y".repeat(90) + "/bee/" + "z".repeat(90) + ".png";
    Path tar =
        tar(
            out -> {
              add(out, "../../ant/1.png", png(1));
              add(out, "/ant/2.png", png(2));
              add(out, deep, png(3));
              add(out, "bee/käfer.png", png(4));
            });

    try (LabelledFiles files = open(tar)) {
      assertThat(names(files))
          .containsExactly(
              "../../ant/1.png in " + tar,
              "ant/2.png in " + tar,
              "bee/käfer.png in " + tar,
              deep + " in " + tar);
      assertThat(files.get(0, 3).picture().width()).isEqualTo(3);
    }
    try (var inside = Files.list(folder)) {
      assertThat(inside).containsExactly(tar);
    }
  }

  @Test
  void linksAreNoPicturesAndOfTheSameNameTheLastCounts() throws IOException {
    Path tar =
        tar(
            out -> {
              add(out, "ant/1.png", png(1));
              TarArchiveEntry link = new TarArchiveEntry("ant/2.png", TarConstants.LF_SYMLINK);
              link.setLinkName("/etc/passwd");
              out.putArchiveEntry(link);
              out.closeArchiveEntry();
              add(out, "ant/1.png", png(9));
            });

    try (LabelledFiles files = open(tar)) {
      assertThat(files.size()).isEqualTo(1);
      assertThat(files.get(0, 0).picture().width()).isEqualTo(9);
    }
  }

  @Test
  void aBrokenPictureInATarIsNamedWithTheTar() throws IOException {
    Path tar = tar(out -> add(out, "ant/1.png", "not a picture".getBytes(StandardCharsets.UTF_8)));

    try (LabelledFiles files = open(tar)) {
      assertThatThrownBy(() -> files.get(0, 0))
          .isInstanceOf(InspectorException.class)
          .hasMessageStartingWith("ant/1.png in " + tar + " is not a picture");
    }
  }

  @Test
  void aTarThatEndsEarlyIsRefusedWhereverItEnds() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            tar(
                out -> {
                  add(out, "ant/1.png", png(1));
                  add(out, "ant/2.png", png(200));
                }));
    int second = BLOCK + BLOCK * ((png(1).length + BLOCK - 1) / BLOCK);

    for (int length : new int[] {second + BLOCK + 7, second + 300, BLOCK + 5}) {
      Path cut = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> open(cut))
          .isInstanceOf(InspectorException.class)
          .hasMessage(cut + " is truncated: its end is missing; copy or download it again.");
    }
    // Between two entries nothing is broken, but the mark at the end is not there.
    Path between = Files.write(folder.resolve("between.tar"), Arrays.copyOf(whole, second));
    try (LabelledFiles files = open(between)) {
      assertThat(files.size()).isEqualTo(1);
      assertThat(files.remarks())
          .containsExactly(between + " has no mark at its end: it may be truncated.");
    }
  }

  @Test
  void aPictureOfTenGigabytesIsRefusedUnread() throws IOException {
    long size = 10L << 30;
    Path tar = folder.resolve("large.tar");
    // The file has holes, so that it takes no room.
    try (RandomAccessFile file = new RandomAccessFile(tar.toFile(), "rw")) {
      byte[] header = new byte[BLOCK];
      TarArchiveEntry entry = new TarArchiveEntry("ant/1.png");
      entry.setSize(size);
      entry.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), true);
      file.write(header);
      file.setLength(BLOCK + size + 2 * BLOCK);
    }

    try (LabelledFiles files = open(tar)) {
      assertThatThrownBy(() -> files.get(0, 0))
          .isInstanceOf(InspectorException.class)
          .hasMessage("ant/1.png in " + tar + " is longer than 512 MiB; choose a smaller picture.");
    }
    // One that only claims to be so large is a tar whose end is missing.
    try (RandomAccessFile file = new RandomAccessFile(tar.toFile(), "rw")) {
      file.setLength(4 * BLOCK);
    }
    assertThatThrownBy(() -> open(tar))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("is truncated");
  }

  @Test
  void aCompressedTarIsRefusedWithWhatUnpacksIt() throws IOException {
    Path tar = tar(out -> add(out, "ant/1.png", png(1)));
    Path compressed = folder.resolve("pictures.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(tar, out);
    }

    assertThatThrownBy(() -> open(compressed))
        .isInstanceOf(InspectorException.class)
        .hasMessage(
            "%s is compressed, so that no picture can be read from its middle; unpack it with 'gunzip -k' and give what comes out.",
            compressed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 600, 5000})
  void whatIsNoTarIsRefusedInOneSentence(int length) throws IOException {
    byte[] noise = new byte[length];
    Arrays.fill(noise, (byte) 'q');
    Path file = Files.write(folder.resolve("noise.tar"), noise);

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTarThatGoesAwayIsReportedPictureByPicture() throws IOException {
    Path tar = tar(out -> add(out, "ant/1.png", png(1)));
    LabelledFiles files = open(tar);
    files.close();

    assertThatThrownBy(() -> files.get(0, 0))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("cannot be read;");
  }

  @Test
  void theFingerprintFollowsTheTar() throws IOException {
    Path tar = tar(out -> add(out, "ant/1.png", png(1)));
    String first = fingerprint(tar);
    assertThat(fingerprint(tar)).isEqualTo(first);

    Path other =
        tar(
            out -> {
              add(out, "cat/0.png", png(5));
              add(out, "ant/1.png", png(1));
            });

    assertThat(fingerprint(other)).isNotEqualTo(first);
  }

  private static String fingerprint(Path tar) {
    try (LabelledFiles files = open(tar)) {
      return files.fingerprint();
    }
  }

  private static LabelledFiles open(Path tar) {
    return PictureSource.open(tar, Optional.empty(), Orientation.IGNORE, LABELS);
  }

  private static List<String> names(LabelledFiles files) {
    return IntStream.range(0, files.size()).mapToObj(files::name).toList();
  }

  private Path tar(Packing packing) throws IOException {
    Path file = folder.resolve("pictures.tar");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8.name())) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      packing.pack(out);
    }
    return file;
  }

  private static void add(TarArchiveOutputStream out, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    out.putArchiveEntry(entry);
    out.write(bytes);
    out.closeArchiveEntry();
  }

  private static byte[] png(int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 5, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
