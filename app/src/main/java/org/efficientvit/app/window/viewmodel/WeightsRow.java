package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.efficientvit.core.catalogue.CatalogueEntry;
import org.efficientvit.core.catalogue.DownloadProgress;
import org.efficientvit.core.catalogue.FetchedFile;

/** One entry of the catalogue as it stands in the table. */
public final class WeightsRow {

  /** How far its file is. */
  public enum State {
    /** Not here, or in part. */
    ABSENT,
    /** Other files come first. */
    WAITING,
    /** On its way. */
    FETCHING,
    /** Here, and accepted. */
    READY
  }

  private final CatalogueEntry entry;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ABSENT);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private Optional<FetchedFile> file = Optional.empty();

  WeightsRow(CatalogueEntry entry) {
    this.entry = requireNonNull(entry, "entry is null");
  }

  public CatalogueEntry entry() {
    return entry;
  }

  /** Published top-1 in percent: "63.3 %". */
  public String top1() {
    return String.format(Locale.ROOT, "%.1f %%", entry.top1());
  }

  /** Size: "12.1 MB", or "about 9.4 MB" where nobody publishes one. */
  public String size() {
    return String.format(
        Locale.ROOT, "%s%.1f MB", entry.isSizeEstimated() ? "about " : "", entry.megabytes());
  }

  /** All that is known, with who says it, in lines. */
  public String details() {
    String facts =
        """
        %s
        Top-1 on ImageNet-1k %s, as published in %s
        Licence %s (%s)
        Size %s (%s)"""
            .formatted(
                entry.url(),
                top1(),
                entry.top1From(),
                entry.licence(),
                entry.licenceFrom(),
                size(),
                entry.megabytesFrom());
    return file.map(
            here ->
                "%s\n%s (%s)\nSHA-256 %s"
                    .formatted(
                        facts, here.file(), DownloadProgress.words(here.bytes()), here.sha256()))
        .orElse(facts);
  }

  /** The accepted file, when ready. */
  Optional<FetchedFile> file() {
    return file;
  }

  /** What the folder holds, once nothing is on its way. */
  void settle(Optional<FetchedFile> here, long partialBytes) {
    file = here;
    progress.set(0);
    if (here.isPresent()) {
      status.set("ready");
    } else if (partialBytes > 0) {
      status.set("stopped at " + DownloadProgress.words(partialBytes));
    } else {
      status.set("not fetched");
    }
    state.set(here.isPresent() ? State.READY : State.ABSENT);
  }

  void queue() {
    progress.set(DownloadProgress.UNKNOWN);
    status.set("waiting");
    state.set(State.WAITING);
  }

  /** Takes note of what arrived, unless the fetch was given up meanwhile. */
  void arrive(DownloadProgress arrived) {
    if (isUnderWay()) {
      state.set(State.FETCHING);
      progress.set(arrived.share());
      status.set(arrived.bytes() == arrived.total() ? "checking" : arrived.words());
    }
  }

  boolean isUnderWay() {
    return state.get() == State.WAITING || state.get() == State.FETCHING;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The share that is here of what is on its way, 0 to 1; negative where it is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The state in words: "not fetched", "3.1 of 9.4 MB", "ready". */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }
}
