package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.value.ChangeListener;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel.Kept;
import org.efficientvit.app.window.work.IdleGate;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsViewModelTest {

  private static final SpeedProtocol SHORT =
      new SpeedProtocol("short", 1, 0, 1, 0, 0, 1, Figure.MEDIAN);

  private static final int REPORTS_WHILE_WAITING = 4;

  @TempDir private Path folder;
  private OwnData data;
  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final Queue<Runnable> meter = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private final LatestRunner background = new LatestRunner(worker::add, Runnable::run);
  private final LatestRunner measuring = new LatestRunner(meter::add, this::report);
  private final ClaimsViewModel claims =
      new ClaimsViewModel(background, measuring, new IdleGate(background), SHORT, problems::add);

  private Runnable afterReport = () -> {};
  private Optional<ChangeListener<Number>> stopping = Optional.empty();

  @BeforeEach
  void keepApart() {
    data = new OwnData(folder);
    refresh();
  }

  @AfterEach
  void goBack() {
    data.close();
  }

  private void report(Runnable step) {
    step.run();
    afterReport.run();
  }

  private void refresh() {
    claims.refresh();
    work();
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  @Test
  void claimsAreListedByWhatBecameOfThemAndByWords() {
    int all = claims.rows().size();
    assertThat(all).isGreaterThan(50);
    assertThat(claims.readingProperty().get()).contains("not measured", "Measure takes");

    claims.keptProperty().set(Kept.HOLDS);
    assertThat(claims.rows())
        .isNotEmpty()
        .hasSizeLessThan(all)
        .allMatch(row -> row.verdict() == Verdict.HOLDS);
    claims.keptProperty().set(Kept.OPEN);
    claims.searchProperty().set("M5 mobilenetv3");
    assertThat(claims.rows())
        .isNotEmpty()
        .allMatch(row -> row.verdict() == Verdict.NOT_MEASURED)
        .allMatch(row -> row.pair().equals("M5 : MobileNetV3-Large"));
    claims.searchProperty().set("no such network");
    assertThat(claims.rows()).isEmpty();
    claims.keptProperty().set(Kept.ALL);
    claims.searchProperty().set("");
    assertThat(claims.rows()).hasSize(all);
  }

  @Test
  void aClaimTellsItsConditionsAndItsSource() {
    ClaimRow counted =
        claims.rows().stream()
            .filter(row -> row.verdict() == Verdict.HOLDS)
            .findFirst()
            .orElseThrow();
    assertThat(counted.measured().value()).isPositive();
    assertThat(counted.details())
        .contains("Holds: ", "Conditions: ", "Source: ", counted.measured().text());
  }

  @Test
  void aMeasurementIsStoppedKeptAndGoneOnWith() {
    stopAfter(0.02);
    claims.measure();
    assertThat(claims.measurement().runningProperty().get()).isTrue();
    meter.remove().run();
    work();

    assertThat(problems).isEmpty();
    assertThat(claims.measurement().runningProperty().get()).isFalse();
    long first = visits();
    assertThat(first).isPositive();

    List<Double> shares = new ArrayList<>();
    measuring.progressProperty().addListener((property, old, now) -> shares.add(now.doubleValue()));
    stopAfter(0.06);
    claims.measure();
    meter.remove().run();
    work();
    assertThat(shares).anyMatch(share -> Math.abs(share - first / 40.0) < 1e-9);
    assertThat(visits()).isGreaterThan(first);
    try (RunStore store = RunStore.standard()) {
      assertThat(store.runs()).hasSize(1);
    }
  }

  @Test
  void whatIsMeasuredWaitsForPicturesThatAreChosen() {
    background.submit(new Work<>("picture", "Reading", progress -> 1, result -> {}, problems::add));
    List<Double> shares = new ArrayList<>();
    afterReport =
        () -> {
          shares.add(measuring.progressProperty().get());
          if (shares.size() == REPORTS_WHILE_WAITING) {
            work();
          } else if (worker.isEmpty()) {
            claims.stop();
          }
        };
    claims.measure();
    meter.remove().run();

    assertThat(shares.subList(0, REPORTS_WHILE_WAITING)).containsOnly(0.0);
    assertThat(shares.get(REPORTS_WHILE_WAITING)).isPositive();
    assertThat(problems).isEmpty();
  }

  private void stopAfter(double share) {
    ChangeListener<Number> listener =
        (property, old, now) -> {
          if (now.doubleValue() > share) {
            claims.stop();
          }
        };
    stopping.ifPresent(measuring.progressProperty()::removeListener);
    stopping = Optional.of(listener);
    measuring.progressProperty().addListener(listener);
  }

  private static long visits() {
    try (RunStore store = RunStore.standard()) {
      Run run = store.runs().get(0);
      assertThat(run.finished()).isEmpty();
      assertThat(store.isRunning(run)).isFalse();
      return store.visits(run).size();
    }
  }
}
