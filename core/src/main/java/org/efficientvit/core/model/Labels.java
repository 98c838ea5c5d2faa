package org.efficientvit.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;

/** What the classes of a network are called. */
public final class Labels {

  private static final String IMAGENET = "imagenet1k_classes.tsv";
  private static final String COCO = "coco_classes.txt";

  /** Its fields: number, WordNet id and label. */
  private static final int FIELDS = 3;

  private static final int WORDNET_ID = 1;
  private static final int LABEL = 2;

  private Labels() {}

  /** The 1000 classes of ImageNet-1k in the order of the official weights. */
  public static List<String> imageNet() {
    return column(LABEL);
  }

  /** Their WordNet ids in the same order: {@code n01440764} is the first. */
  public static List<String> imageNetIds() {
    return column(WORDNET_ID);
  }

  /** The 80 classes of COCO in the order of mmdetection's weights. */
  public static List<String> coco() {
    return lines(COCO);
  }

  private static List<String> column(int field) {
    return lines(IMAGENET).stream().map(line -> line.split("\t", FIELDS)[field]).toList();
  }

  private static List<String> lines(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Labels.class.getResourceAsStream(file), file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names for classes that nobody named. */
  public static List<String> numbered(int classes) {
    return IntStream.range(0, classes).mapToObj(index -> "class " + index).toList();
  }

  /**
   * Labels from a text file: one on each line, or lines of tab-separated fields whose last is the
   * label.
   *
   * @throws InspectorException if the file cannot be read or does not hold as many labels as the
   *     network has classes
   */
  public static List<String> read(Path file, int classes) {
    List<String> labels;
    try {
      labels =
          Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
              .toList();
    } catch (CharacterCodingException e) {
      throw new InspectorException(
          "%s is not a text file in UTF-8; give a file with one label on each line."
              .formatted(file.getFileName()),
          e);
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be read; check that it is there and give a file with one label on each line."
              .formatted(file),
          e);
    }
    if (labels.size() != classes) {
      throw new InspectorException(
          "%s holds %d labels, but the network has %d classes; give a file with one label for each class."
              .formatted(file.getFileName(), labels.size(), classes));
    }
    return labels;
  }
}
