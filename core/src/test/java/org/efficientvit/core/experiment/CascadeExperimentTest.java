package org.efficientvit.core.experiment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.StepResult;
import org.efficientvit.core.train.Trained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeExperimentTest {

  private static final CascadeExperiment TINY = new CascadeExperiment(2, 2, 32, 8);

  @TempDir private Path folder;

  private Map<Unit, Trained> train(CascadeExperiment experiment, int together) {
    return new CascadeTraining(experiment, folder, together).run(CascadeListener.NONE);
  }

  @Test
  void theArmsOfASeedBeginWithTheSameWeightsAndOtherSeedsWithOthers() {
    Model with = CascadeExperiment.untrained(new Unit(CascadeArm.CASCADE, 0));
    Model without = CascadeExperiment.untrained(new Unit(CascadeArm.NO_CASCADE, 0));
    Model other = CascadeExperiment.untrained(new Unit(CascadeArm.CASCADE, 1));

    assertSame(with.weights(), without.weights());
    String kernel = "patch_embed.0.c.weight";
    assertThat(values(other.weights(), kernel)).isNotEqualTo(values(with.weights(), kernel));
    assertThat(TINY.plan(0)).isNotEqualTo(TINY.plan(1));
  }

  private static void assertSame(Map<String, Tensor> actual, Map<String, Tensor> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected
        .keySet()
        .forEach(
            name -> assertThat(values(actual, name)).as(name).isEqualTo(values(expected, name)));
  }

  private static float[] values(Map<String, Tensor> weights, String name) {
    return requireNonNull(weights.get(name), name).values();
  }

  @Test
  void everySeedIsTrainedInBothArms() {
    assertThat(TINY.units())
        .extracting(Unit::id)
        .containsExactly("cascade-0", "no-cascade-0", "cascade-1", "no-cascade-1");
    assertThat(CascadeExperiment.standard().units()).hasSize(6);
  }

  @Test
  void anExperimentThatIsStoppedGoesOnToTheSameWeightsHoweverManyRunTogether(
      @TempDir Path elsewhere) {
    List<EpochResult> finished = Collections.synchronizedList(new ArrayList<>());
    CascadeListener stops =
        new CascadeListener() {
          @Override
          public void finished(Unit unit, EpochResult epoch) {
            finished.add(epoch);
          }

          @Override
          public boolean isStopped() {
            return !finished.isEmpty();
          }
        };
    Map<Unit, Trained> half = new CascadeTraining(TINY, folder, 1).run(stops);
    Map<Unit, Trained> resumed = train(TINY, 2);
    Map<Unit, Trained> whole = new CascadeTraining(TINY, elsewhere, 1).run(CascadeListener.NONE);

    assertThat(half.get(TINY.units().get(0)).results()).hasSize(1);
    assertThat(half.get(TINY.units().get(3)).results()).isEmpty();
    for (Unit unit : TINY.units()) {
      assertThat(resumed.get(unit).results()).hasSize(2);
      assertSame(resumed.get(unit).model().weights(), whole.get(unit).model().weights());
    }
  }

  @Test
  void finishedTrainingsAreNotTrainedAgainAndOtherPlansRefused() {
    train(TINY, 2);
    List<Unit> stepped = new ArrayList<>();
    List<Unit> trained = Collections.synchronizedList(new ArrayList<>());
    new CascadeTraining(TINY, folder, 2)
        .run(
            new CascadeListener() {
              @Override
              public void stepped(Unit unit, StepResult step) {
                stepped.add(unit);
              }

              @Override
              public void trained(Unit unit) {
                trained.add(unit);
              }
            });

    assertThat(stepped).isEmpty();
    assertThat(trained).hasSize(4);
    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> train(new CascadeExperiment(2, 3, 32, 8), 2))
        .withMessageContaining("epochs 2 instead of 3");
  }

  @Test
  void everyNetworkIsMeasuredOnAllPicturesUntrainedTrainedAndCut() {
    Map<Unit, Trained> trained = train(TINY, 2);
    CascadeMeter meter = new CascadeMeter(TINY, 1);
    List<Integer> progress = new ArrayList<>();

    List<CascadeOutcome> outcomes = meter.measure(trained, progress::add, () -> false);

    assertThat(outcomes).hasSize(10);
    assertThat(progress.get(progress.size() - 1)).isEqualTo(meter.passes()).isEqualTo(80);
    assertThat(outcomes.stream().filter(one -> one.state() == CascadeState.CUT))
        .extracting(CascadeOutcome::unit)
        .containsExactly(new Unit(CascadeArm.CASCADE, 0), new Unit(CascadeArm.CASCADE, 1));
    Map<CascadeState, CascadeOutcome> first = new HashMap<>();
    outcomes.stream()
        .filter(one -> one.unit().equals(new Unit(CascadeArm.CASCADE, 0)))
        .forEach(one -> first.put(one.state(), one));
    double cut = CascadeMeasure.OUTPUTS_MEAN_PAIRWISE.of(first.get(CascadeState.CUT));
    assertThat(CascadeMeasure.OUTPUTS_MEAN_PAIRWISE.of(first.get(CascadeState.TRAINED)))
        .isNotCloseTo(cut, within(1e-6));
    for (CascadeMeasure measure : CascadeMeasure.values()) {
      CascadeComparison comparison = CascadeComparison.of(measure, CascadeState.TRAINED, outcomes);
      assertThat(comparison.difference().value())
          .isCloseTo(
              comparison.cascadeMean().value() - comparison.noCascadeMean().value(), within(1e-9));
      assertThat(comparison.cascade()).hasSize(2);
    }
  }

  @Test
  void tooLittleToTellAnythingFromIsRefused() {
    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> new CascadeExperiment(1, 2, 32, 8))
        .withMessageContaining("at least two seeds");
  }
}
