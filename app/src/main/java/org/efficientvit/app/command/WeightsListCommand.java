package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efficientvit.core.catalogue.Catalogue;
import org.efficientvit.core.catalogue.CatalogueEntry;
import org.efficientvit.core.catalogue.DownloadProgress;
import org.efficientvit.core.catalogue.FetchedFile;
import org.efficientvit.core.catalogue.WeightStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Which weights are published, and which of them are here. */
@Command(
    name = "list",
    description = "Lists the published weights, and which of them are fetched; asks no server.")
final class WeightsListCommand implements Callable<Integer> {

  /**
   * The answer of {@code --json}.
   *
   * @param folder of fetched files
   * @param weights of classifiers
   * @param detectors those of detectors
   */
  record Report(String folder, List<Row> weights, List<Row> detectors) {}

  /**
   * One entry of the catalogue, with where its figures come from.
   *
   * @param top1 in percent, null for a detector
   * @param ap a detector's, in percent on COCO, null for a classifier
   * @param top1From who publishes either
   * @param file null, like its fingerprint, where it is not fetched
   * @param sizeEstimated whether nobody publishes a size
   * @param partialBytes that are here of a fetch which did not come to its end
   */
  record Row(
      String name,
      String source,
      String model,
      @Nullable Double top1,
      @Nullable Double ap,
      String top1From,
      double megabytes,
      String megabytesFrom,
      boolean sizeEstimated,
      String licence,
      String licenceFrom,
      String url,
      boolean fetched,
      @Nullable String file,
      @Nullable String sha256,
      long partialBytes) {

    static Row of(CatalogueEntry entry, Optional<FetchedFile> fetched, long partialBytes) {
      boolean isDetector = entry.task() == CatalogueEntry.Task.DETECTION;
      return new Row(
          entry.name(),
          entry.source().id(),
          entry.variant().id(),
          isDetector ? null : (Double) entry.top1(),
          isDetector ? (Double) entry.top1() : null,
          entry.top1From(),
          entry.megabytes(),
          entry.megabytesFrom(),
          entry.isSizeEstimated(),
          entry.licence(),
          entry.licenceFrom(),
          entry.url().toString(),
          fetched.isPresent(),
          fetched.map(file -> file.file().toString()).orElse(null),
          fetched.map(FetchedFile::sha256).orElse(null),
          partialBytes);
    }
  }

  private final Terminal terminal;

  @Mixin private OutputOptions output = new OutputOptions();

  WeightsListCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    WeightStore store = WeightStore.standard();
    List<Row> rows = rows(store, Catalogue.published().entries());
    List<Row> detectors = rows(store, Catalogue.published().detectors());
    if (output.json()) {
      terminal.document(new Report(store.folder().toString(), rows, detectors));
    } else {
      print(rows);
      printDetectors(detectors);
    }
    return ExitCode.OK;
  }

  private static List<Row> rows(WeightStore store, List<CatalogueEntry> entries) {
    return entries.stream()
        .map(entry -> Row.of(entry, store.fetched(entry), store.partialBytes(entry)))
        .toList();
  }

  private void printDetectors(List<Row> rows) {
    terminal.out().println();
    TextTable table =
        TextTable.leftAligned("detector", "source", "AP on COCO", "size", "licence", "fetched");
    for (Row row : rows) {
      table.row(row.name, row.source, percent(row.ap), size(row), row.licence, fetched(row));
    }
    table.print(terminal.out());
    terminal.out().printf("%nAP as published: %s%n", sources(rows, Row::top1From));
    terminal.out().flush();
  }

  private static String percent(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f %%", value);
  }

  private static String size(Row row) {
    return String.format(
        Locale.ROOT, "%s%.1f MB", row.sizeEstimated ? "about " : "", row.megabytes);
  }

  private void print(List<Row> rows) {
    TextTable table =
        TextTable.leftAligned("name", "source", "top-1", "size", "licence", "fetched");
    for (Row row : rows) {
      table.row(row.name, row.source, percent(row.top1), size(row), row.licence, fetched(row));
    }
    table.print(terminal.out());
    terminal
        .out()
        .printf("%ntop-1 on ImageNet-1k as published: %s%n", sources(rows, Row::top1From));
    terminal
        .out()
        .printf("size, with 'about' an estimate: %s%n", sources(rows, Row::megabytesFrom));
    terminal.out().printf("licence: %s%n", sources(rows, Row::licenceFrom));
    terminal.out().flush();
  }

  /** Who says it, each with the source of the weights that it is said of. */
  private static String sources(List<Row> rows, Function<Row, String> from) {
    return rows.stream()
        .map(row -> row.source + ", " + from.apply(row))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String fetched(Row row) {
    if (row.file != null) {
      return row.file;
    }
    return row.partialBytes == 0
        ? "no"
        : "no, but %s are here".formatted(DownloadProgress.words(row.partialBytes));
  }
}
