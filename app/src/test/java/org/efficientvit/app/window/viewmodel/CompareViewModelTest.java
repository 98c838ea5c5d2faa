package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.window.work.IdleGate;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {

  private static final SpeedProtocol SHORT =
      new SpeedProtocol("short", 1, 0, 1, 0, 0, 1, Figure.MEDIAN);

  @TempDir private Path folder;
  private OwnData data;
  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private final LatestRunner runner = new LatestRunner(worker::add, Runnable::run);
  private final CompareViewModel compare =
      new CompareViewModel(
          runner,
          runner,
          new IdleGate(new LatestRunner(worker::add, Runnable::run)),
          SHORT,
          problems::add);

  @BeforeEach
  void keepApart() {
    data = new OwnData(folder);
  }

  @AfterEach
  void goBack() {
    data.close();
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  @Test
  void nothingMeasuredStillShowsWhatIsCountedAndPublished() {
    compare.refresh();
    work();

    assertThat(compare.figureProperty().get()).isNull();
    assertThat(compare.missingProperty().get()).isTrue();
    assertThat(compare.readingProperty().get()).startsWith("No speed was measured");
    CompareRow m5 = compare.rows().get(5);
    assertThat(m5.model()).isEqualTo("M5");
    assertThat(m5.macs()).hasToString("522 M");
    assertThat(m5.top1()).hasToString("77.1");
    assertThat(m5.imagesPerSecond()).hasToString("–");
    assertThat(m5.v100()).hasToString("0.38");
    assertThat(compare.rows().get(1).onnx()).hasToString("–");
    assertThat(RunStore.standardFile()).doesNotExist();
  }

  @Test
  void whatIsMeasuredIsDrawnAndKept() {
    compare.batchProperty().set(1);
    compare.refresh();
    work();
    compare.measure();
    assertThat(runner.runningProperty().get())
        .isEqualTo("Measuring M0, M1, M2, M3, M4, M5 on onnx");
    work();

    assertThat(problems).isEmpty();
    assertThat(compare.figureProperty().get()).isNotNull();
    assertThat(compare.missingProperty().get()).isFalse();
    assertThat(compare.readingProperty().get()).contains("seed");
    assertThat(compare.rows()).allMatch(row -> row.imagesPerSecond().value() > 0);
    assertThat(compare.rows().get(0).ratio()).hasToString("1.00");
    assertThat(compare.figureProperty().get().data().rows()).hasSize(6);
    try (RunStore store = RunStore.standard()) {
      assertThat(store.runs()).singleElement().matches(run -> run.finished().isPresent());
    }

    compare.engineProperty().set(Engine.PYTORCH);
    work();
    assertThat(compare.figureProperty().get()).isNull();
    compare.engineProperty().set(Engine.ONNX);
    work();
    assertThat(compare.figureProperty().get()).isNotNull();
  }

  @Test
  void networksOfAllFamiliesAreChosen() {
    assertThat(compare.choiceProperty().getValue()).isEqualTo("EfficientViT");
    assertThat(compare.command()).doesNotContain("--models");
    compare.networksProperty().set(Designs.all());
    work();
    assertThat(compare.rows()).hasSize(10);
    assertThat(compare.choiceProperty().getValue()).isEqualTo("All families");
    assertThat(compare.command()).contains("--models all");
    CompareRow deit =
        compare.rows().stream()
            .filter(row -> row.id().equals("deit-tiny"))
            .findFirst()
            .orElseThrow();
    assertThat(deit.model()).isEqualTo("DeiT-Tiny");
    assertThat(deit.timm().value()).isBetween(70.0, 75.0);

    Design first = Designs.all().get(0);
    Designs.all().stream().skip(1).forEach(design -> compare.choose(design, false));
    compare.choose(first, false);
    assertThat(compare.networksProperty().get()).containsExactly(first);
    compare.choose(Designs.find("deit-tiny").orElseThrow(), true);
    assertThat(compare.command()).contains("--models m0,deit-tiny ");
    work();
    assertThat(compare.readingProperty().get()).contains("Measure takes up to");
  }

  @Test
  void rowsAreSortedByWhatTheyAreNotByHowTheyAreWritten() {
    compare.refresh();
    work();
    assertThat(
            compare.rows().stream()
                .sorted(Comparator.comparing(CompareRow::macs))
                .map(CompareRow::model))
        .containsExactly("M0", "M1", "M2", "M3", "M4", "M5");
    assertThat(compare.rows().stream().map(CompareRow::onnx).max(Comparator.naturalOrder()))
        .get()
        .hasToString("–");
  }

  @Test
  void aMeasurementThatIsGivenUpCanBeTakenUpAgain() {
    compare.refresh();
    work();
    compare.measure();
    Runnable measuring = worker.remove();
    // Given up as soon as it says how far it is.
    LatestRunner watched = runner;
    watched
        .progressProperty()
        .addListener(
            (property, old, now) -> {
              if (now.doubleValue() > 0) {
                watched.cancelAll();
              }
            });
    measuring.run();

    try (RunStore store = RunStore.standard()) {
      Run run = store.runs().get(0);
      assertThat(run.finished()).isEmpty();
      assertThat(store.isRunning(run)).isFalse();
      assertThat(store.visits(run)).isNotEmpty().hasSizeLessThan(6);
    }
    assertThat(problems).isEmpty();
  }
}
