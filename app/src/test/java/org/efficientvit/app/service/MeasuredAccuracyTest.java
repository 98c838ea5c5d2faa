package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredAccuracyTest {

  private static final Machine MACHINE =
      new Machine("p", 1, 1, OptionalDouble.empty(), 1, "s", Map.of(), OptionalDouble.empty());

  @TempDir private Path folder;

  private static String plan(String network, int classes, Provenance.Kind origin) {
    return new EvaluationPlan(
            network,
            classes,
            "fingerprint",
            origin,
            "onnx cpu",
            Preprocessing.imageNet(224),
            Map.of("kind", "folder"))
        .json();
  }

  private static Map<String, Accuracy> accuracy(RunStore store, String plan, boolean finished) {
    Run run = store.begin(Run.Kind.EVALUATION, MACHINE, plan);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(new Answer.Seen(i, i, i, i < 7 ? 0 : 2, 0.5f, 1));
    }
    answers.add(new Answer.Unreadable(10, "f", "s"));
    store.add(run, answers);
    return MeasuredAccuracy.of(finished ? store.finish(run, "{}") : run, store);
  }

  @Test
  void onlyFinishedRunsOfTrainedWeightsOfImageNetsClassesStandBesidePublishedFigures() {
    try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
      Accuracy m2 = accuracy(store, plan("m2", 1000, Provenance.Kind.FILE), true).get("m2");

      assertThat(m2.top1()).isCloseTo(0.7, within(1e-12));
      assertThat(m2.how()).isEqualTo(Knowledge.MEASURED);
      assertThat(m2.interval().orElseThrow().low()).isLessThan(0.5);
      assertThat(m2.source()).isEqualTo("run 1");
      assertThat(m2.status()).isEqualTo("10 pictures");
      assertThat(accuracy(store, plan("m2", 1000, Provenance.Kind.FILE), false)).isEmpty();
      assertThat(accuracy(store, plan("m2", 1000, Provenance.Kind.RANDOM), true)).isEmpty();
      assertThat(accuracy(store, plan("m0", 16, Provenance.Kind.DEMONSTRATION), true)).isEmpty();
      assertThat(accuracy(store, plan("m2", 10, Provenance.Kind.FILE), true)).isEmpty();
      assertThat(accuracy(store, plan("custom", 1000, Provenance.Kind.FILE), true)).isEmpty();
    }
  }
}
