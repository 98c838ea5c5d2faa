package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.catalogue.Catalogue;
import org.efficientvit.core.catalogue.FetchedFile;
import org.efficientvit.core.catalogue.WeightFetcher;
import org.efficientvit.core.catalogue.WeightStore;
import org.jspecify.annotations.Nullable;

/** The catalogue of published weights: what is here, what is on its way, what is chosen. */
public final class WeightsViewModel {

  private final LatestRunner runner;
  private final Executor screen;
  private final WeightStore store;
  private final WeightFetcher fetcher;
  private final Consumer<Path> user;
  private final List<WeightsRow> rows;
  private final ObjectProperty<@Nullable WeightsRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * The catalogue with what a folder holds of it.
   *
   * @param runner takes downloads and nothing else, since they are long
   * @param screen runs what it is given on the screen's thread
   * @param user opens a file of weights
   */
  public WeightsViewModel(
      LatestRunner runner,
      Executor screen,
      WeightStore store,
      WeightFetcher fetcher,
      Consumer<Path> user) {
    this.runner = requireNonNull(runner, "runner is null");
    this.screen = requireNonNull(screen, "screen is null");
    this.store = requireNonNull(store, "store is null");
    this.fetcher = requireNonNull(fetcher, "fetcher is null");
    this.user = requireNonNull(user, "user is null");
    this.rows = Catalogue.published().entries().stream().map(WeightsRow::new).toList();
    selected.addListener((property, old, now) -> describe());
    refresh();
    selected.set(rows.get(0));
  }

  /** Looks again at what the folder holds. */
  public void refresh() {
    rows.stream().filter(row -> !row.isUnderWay()).forEach(this::settle);
    describe();
  }

  /** Fetches the selected entry, after those that are on their way. */
  public void fetch() {
    WeightsRow row = selected.get();
    if (row == null || !canFetch(row)) {
      return;
    }
    problem.set("");
    row.queue();
    runner.submit(
        new Work<>(
            row.entry().name(),
            "Fetching " + row.entry().title(),
            progress -> fetch(row, progress),
            fetched -> end(row),
            sentence -> {
              end(row);
              problem.set(sentence);
            }));
  }

  private FetchedFile fetch(WeightsRow row, Progress progress) {
    return fetcher.fetch(
        row.entry(),
        arrived -> {
          progress.report(arrived.share());
          screen.execute(() -> row.arrive(arrived));
        });
  }

  private void end(WeightsRow row) {
    settle(row);
    describe();
  }

  /** Gives up the fetch of the selected entry; what came of it stays for the next. */
  public void cancel() {
    WeightsRow row = selected.get();
    if (row != null && row.isUnderWay()) {
      runner.cancel(row.entry().name());
      settle(row);
    }
  }

  /** Gives up every fetch. */
  public void cancelAll() {
    runner.cancelAll();
    rows.forEach(this::settle);
  }

  /**
   * Opens the selected entry's file in the window.
   *
   * @return whether there is one
   */
  public boolean use() {
    WeightsRow row = selected.get();
    Optional<FetchedFile> file = row == null ? Optional.empty() : row.file();
    problem.set("");
    file.map(FetchedFile::file).ifPresent(user);
    return file.isPresent();
  }

  /** The folder of fetched files, made if need be; empty if that fails. */
  public Optional<Path> folder() {
    try {
      return Optional.of(Files.createDirectories(store.folder()));
    } catch (IOException e) {
      problem.set(
          "%s cannot be made; check the permissions of the folder above it."
              .formatted(store.folder()));
      return Optional.empty();
    }
  }

  private void settle(WeightsRow row) {
    row.settle(store.fetched(row.entry()), store.partialBytes(row.entry()));
  }

  private void describe() {
    WeightsRow row = selected.get();
    details.set(row == null ? "" : row.details());
  }

  private static boolean canFetch(WeightsRow row) {
    return row.stateProperty().get() == WeightsRow.State.ABSENT;
  }

  /** Every entry, in the catalogue's order. */
  public List<WeightsRow> rows() {
    return rows;
  }

  /** The entry that the buttons are about. */
  public ObjectProperty<@Nullable WeightsRow> selectedProperty() {
    return selected;
  }

  /** All that is known of the selected entry. */
  public ReadOnlyStringProperty detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /** One sentence about what failed last, or nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the selected entry is in one of some states. */
  public ObservableValue<Boolean> isSelectedIn(WeightsRow.State... states) {
    List<WeightsRow.State> wanted = List.of(states);
    return selected.flatMap(WeightsRow::stateProperty).map(wanted::contains).orElse(false);
  }
}
