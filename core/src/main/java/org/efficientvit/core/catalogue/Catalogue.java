package org.efficientvit.core.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.CatalogueEntry.Task;
import org.efficientvit.core.network.Variant;

/**
 * All published weights that can be fetched.
 *
 * @param entries classifiers, the official ones first, M0 to M5, then timm's
 * @param detectors what stands on them
 */
public record Catalogue(List<CatalogueEntry> entries, List<CatalogueEntry> detectors) {

  private static final String FILE = "catalogue.tsv";

  /** Before the backbone of a detector. */
  private static final String DETECTOR = "retinanet-";

  public Catalogue {
    entries = List.copyOf(entries);
    detectors = List.copyOf(detectors);
  }

  /** The catalogue that comes with the program. */
  public static Catalogue published() {
    try (InputStream stream =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Map<Task, List<CatalogueEntry>> byTask =
          text.lines()
              .skip(1)
              .map(Catalogue::entry)
              .collect(Collectors.groupingBy(CatalogueEntry::task));
      return new Catalogue(
          byTask.getOrDefault(Task.CLASSIFICATION, List.of()),
          byTask.getOrDefault(Task.DETECTION, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogueEntry entry(String line) {
    String[] fields = line.split("\t", -1);
    boolean isDetector = fields[2].startsWith(DETECTOR);
    String variant = isDetector ? fields[2].substring(DETECTOR.length()) : fields[2];
    return new CatalogueEntry(
        fields[0],
        Source.valueOf(fields[1].toUpperCase(Locale.ROOT)),
        isDetector ? Task.DETECTION : Task.CLASSIFICATION,
        Variant.valueOf(variant.toUpperCase(Locale.ROOT)),
        fields[3],
        URI.create(fields[4]),
        fields[5],
        fields[6],
        Double.parseDouble(fields[7]),
        fields[8],
        Double.parseDouble(fields[9]),
        fields[10]);
  }

  /**
   * The entry of a name, in either case: {@code m0}, {@code m0-timm}, or with its source in front,
   * {@code official:m0}, {@code timm:m0}.
   */
  public Optional<CatalogueEntry> find(String name) {
    return Stream.concat(entries.stream(), detectors.stream())
        .filter(
            entry ->
                name.equalsIgnoreCase(entry.name())
                    || (entry.task() == Task.CLASSIFICATION
                        && name.equalsIgnoreCase(entry.source().id() + ":" + entry.variant().id())))
        .findFirst();
  }

  /**
   * The entry of a name that a person gives.
   *
   * @param source whose weights a bare {@code m0} means
   * @throws InspectorException if there is none
   */
  public CatalogueEntry get(String name, Source source) {
    return find(source.id() + ":" + name)
        .or(() -> find(name))
        .orElseThrow(
            () ->
                new InspectorException(
                    "%s is not in the catalogue of weights; choose one of %s."
                        .formatted(
                            name,
                            Stream.concat(entries.stream(), detectors.stream())
                                .map(CatalogueEntry::name)
                                .collect(Collectors.joining(", ")))));
  }
}
