package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import org.efficientvit.app.Mirror;
import org.efficientvit.app.window.viewmodel.WeightsRow.State;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.core.catalogue.WeightFetcher;
import org.efficientvit.core.catalogue.WeightStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsViewModelTest {

  @TempDir private Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final List<Path> used = new ArrayList<>();
  private final List<String> statuses = new ArrayList<>();
  private Mirror mirror;
  private WeightsViewModel weights;

  @BeforeEach
  void start() {
    mirror = new Mirror(folder);
    weights = open();
    row(0).statusProperty().addListener((property, old, now) -> statuses.add(now));
  }

  @AfterEach
  void stop() {
    mirror.close();
  }

  @Test
  void nothingIsFetchedUntilSomebodyAsks() {
    assertThat(weights.rows())
        .hasSize(12)
        .allSatisfy(row -> assertThat(row.stateProperty().get()).isEqualTo(State.ABSENT));
    assertThat(row(0).statusProperty().get()).isEqualTo("not fetched");
    assertThat(row(0).size()).isEqualTo("about 9.4 MB");
    assertThat(row(7).size()).isEqualTo("12.1 MB");
    assertThat(row(1).top1()).isEqualTo("68.4 %");
    assertThat(weights.detailsProperty().get())
        .startsWith("https://github.com/")
        .contains("MIT", "63.3 %", "classification/README.md", "4 bytes for each parameter");
    assertThat(weights.use()).isFalse();
    assertThat(mirror.requests()).isZero();
    assertThat(worker).isEmpty();
  }

  @Test
  void fetchedWeightsAreReadyAndCanBeUsed() {
    weights.fetch();
    assertThat(row(0).stateProperty().get()).isEqualTo(State.WAITING);
    work();

    assertThat(row(0).stateProperty().get()).isEqualTo(State.READY);
    assertThat(statuses).startsWith("waiting").contains("checking").endsWith("ready");
    assertThat(statuses).anyMatch(status -> status.matches("\\d\\.\\d of 9\\.6 MB|0\\.0 MB"));
    assertThat(weights.detailsProperty().get()).contains("efficientvit_m0.pth (9.6 MB)", "SHA-256");
    assertThat(weights.use()).isTrue();
    assertThat(used).singleElement().satisfies(file -> assertThat(file).isRegularFile());
    assertThat(open().rows().get(0).stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void buttonsFollowTheStateOfWhatIsSelected() {
    BooleanProperty fetch = new SimpleBooleanProperty();
    fetch.bind(weights.isSelectedIn(State.ABSENT));
    BooleanProperty cancel = new SimpleBooleanProperty();
    cancel.bind(weights.isSelectedIn(State.WAITING, State.FETCHING));
    BooleanProperty use = new SimpleBooleanProperty();
    use.bind(weights.isSelectedIn(State.READY));
    Supplier<List<Boolean>> buttons = () -> List.of(fetch.get(), cancel.get(), use.get());

    assertThat(buttons.get()).containsExactly(true, false, false);
    weights.fetch();
    assertThat(buttons.get()).containsExactly(false, true, false);
    weights.selectedProperty().set(row(6));
    assertThat(buttons.get()).containsExactly(true, false, false);
    weights.selectedProperty().set(row(0));
    work();
    assertThat(buttons.get()).containsExactly(false, false, true);
    weights.selectedProperty().set(null);
    assertThat(buttons.get()).containsExactly(false, false, false);
  }

  @Test
  void whatWaitsCanBeGivenUpAndNeverRuns() {
    weights.fetch();
    weights.selectedProperty().set(row(6));
    weights.fetch();
    weights.cancel();
    work();

    assertThat(row(0).stateProperty().get()).isEqualTo(State.READY);
    assertThat(row(6).stateProperty().get()).isEqualTo(State.ABSENT);
    assertThat(mirror.requests()).isEqualTo(1);
  }

  @Test
  void whatIsUnderWayCanBeGivenUpAndKeepsItsPart() {
    mirror.shut();
    ChangeListener<String> impatient =
        (property, old, now) -> {
          if (now.equals("0.1 of 9.6 MB")) {
            weights.cancel();
          }
        };
    row(0).statusProperty().addListener(impatient);
    weights.fetch();
    work();

    assertThat(row(0).stateProperty().get()).isEqualTo(State.ABSENT);
    assertThat(row(0).statusProperty().get()).isEqualTo("stopped at 0.1 MB");
    assertThat(weights.problemProperty().get()).isEmpty();
    row(0).statusProperty().removeListener(impatient);
    mirror.open();
    weights.fetch();
    work();
    assertThat(row(0).stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void whatFailsSaysSoUntilTheNextAttempt() {
    weights.selectedProperty().set(row(1));
    weights.fetch();
    weights.selectedProperty().set(row(6));
    weights.fetch();
    work();

    assertThat(row(6).stateProperty().get()).isEqualTo(State.READY);
    assertThat(row(1).stateProperty().get()).isEqualTo(State.ABSENT);
    assertThat(weights.problemProperty().get())
        .startsWith("efficientvit_m1.pth was not fetched: ")
        .endsWith(".");
    weights.selectedProperty().set(row(0));
    weights.fetch();
    assertThat(weights.problemProperty().get()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path data = folder.resolve("data");
    assertThat(weights.folder()).contains(data.resolve("weights"));
    Files.delete(data.resolve("weights"));
    Files.delete(data);
    Files.writeString(data, "in the way");

    assertThat(weights.folder()).isEmpty();
    assertThat(weights.problemProperty().get()).contains("cannot be made");
    weights.fetch();
    work();
    assertThat(weights.problemProperty().get()).contains("could not be written");
  }

  private WeightsViewModel open() {
    WeightStore store = WeightStore.standard();
    return new WeightsViewModel(
        new LatestRunner(worker::add, Runnable::run),
        Runnable::run,
        store,
        WeightFetcher.into(store, Optional.of(URI.create(mirror.url()))),
        used::add);
  }

  private WeightsRow row(int index) {
    return weights.rows().get(index);
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }
}
