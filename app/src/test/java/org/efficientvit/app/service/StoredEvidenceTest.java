package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.claims.Finding;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredEvidenceTest {

  private static final Setting SETTING = Ledger.SETTINGS.get(0);

  @TempDir private Path folder;
  private RunStore store;

  @BeforeEach
  void open() {
    store = RunStore.open(folder.resolve("runs.sqlite"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Machine machine(String processor) {
    return new Machine(
        processor, 1, 1, OptionalDouble.empty(), 1, "s", Map.of(), OptionalDouble.empty());
  }

  private void run(String processor, int rounds, Map<String, Double> milliseconds) {
    Run run = store.begin(Run.Kind.BENCHMARK, machine(processor), "{}");
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Double> one : milliseconds.entrySet()) {
        Cell cell = new Cell(one.getKey(), "pytorch", Precision.FP32, 16, 1, 1);
        store.add(run, new Visit(cell, round, List.of(one.getValue(), one.getValue()), 1));
      }
    }
    store.finish(run, "{}");
  }

  private StoredEvidence evidence() {
    return new StoredEvidence(Optional.of(store), machine("here"), Map.of());
  }

  private double speed() {
    return evidence().speed("m0", "m1", SETTING).orElseThrow().value().value();
  }

  @Test
  void aRatioIsOfOneRunOnThisComputerThatMeasuredBoth() {
    run("here", 10, Map.of("m0", 10.0));
    run("here", 10, Map.of("m1", 90.0));
    run("elsewhere", 10, Map.of("m0", 10.0, "m1", 70.0));
    assertThat(evidence().speed("m0", "m1", SETTING)).isEmpty();

    run("here", 10, Map.of("m0", 10.0, "m1", 20.0));

    Finding finding = evidence().speed("m0", "m1", SETTING).orElseThrow();
    assertThat(finding.value().value()).isCloseTo(2, within(1e-12));
    assertThat(finding.setting()).contains(SETTING);
    assertThat(finding.conditions())
        .startsWith("pytorch, batch 16, 1 thread, 10 rounds in turn, run 4 of 20");
    assertThat(evidence().speed("m0", "m1", Ledger.SETTINGS.get(1))).isEmpty();
  }

  @Test
  void moreRoundsComeBeforeNewerOnesUntilThereAreEnough() {
    run("here", 10, Map.of("m0", 10.0, "m1", 20.0));
    run("here", 5, Map.of("m0", 10.0, "m1", 30.0));
    assertThat(speed()).isCloseTo(2, within(1e-12));

    run("here", 10, Map.of("m0", 10.0, "m1", 40.0));
    assertThat(speed()).isCloseTo(4, within(1e-12));

    run("here", 20, Map.of("m0", 10.0, "m1", 50.0));
    run("here", 10, Map.of("m0", 10.0, "m1", 60.0));
    assertThat(speed()).isCloseTo(6, within(1e-12));
  }

  @Test
  void aSettingIsWholeWhereOneRunVisitedAllInEnoughRounds() {
    run("here", 10, Map.of("m0", 10.0));
    run("here", 10, Map.of("m1", 10.0));
    assertThat(evidence().holdsAll(List.of("m0", "m1"), SETTING, 1)).isFalse();

    run("here", 5, Map.of("m0", 10.0, "m1", 10.0));

    assertThat(evidence().holdsAll(List.of("m0", "m1"), SETTING, 5)).isTrue();
    assertThat(evidence().holdsAll(List.of("m0", "m1"), SETTING, 10)).isFalse();
  }

  private void evaluation(String network, int right, int images) {
    EvaluationPlan plan =
        new EvaluationPlan(
            network,
            1000,
            "fingerprint",
            Provenance.Kind.FILE,
            "onnx cpu",
            Preprocessing.imageNet(224),
            Map.of("kind", "folder"));
    Run run = store.begin(Run.Kind.EVALUATION, machine("here"), plan.json());
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      answers.add(new Answer.Seen(i, i, i, i < right ? 0 : 2, 0.5f, 1));
    }
    store.add(run, answers);
    store.finish(run, "{}");
  }

  /** Newcombe's own example: 56 of 70 and 48 of 80 differ by 0.2, from 0.0524 to 0.3339. */
  @Test
  void accuraciesThatWereBothMeasuredDifferByAnIntervalOfTheirOwn() {
    evaluation("m3", 56, 70);
    assertThat(evidence().accuracy("m3", "mobilenetv2")).isEmpty();
    evaluation("mobilenetv2", 48, 80);

    Finding finding = evidence().accuracy("m3", "mobilenetv2").orElseThrow();

    assertThat(finding.value().value()).isCloseTo(20, within(1e-9));
    assertThat(finding.value().low()).isCloseTo(5.24, within(0.01));
    assertThat(finding.value().high()).isCloseTo(33.39, within(0.01));
    assertThat(finding.conditions()).contains("run 1 (70 pictures)", "run 2 (80 pictures)");
  }
}
