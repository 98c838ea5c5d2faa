package org.efficientvit.core.experiment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.efficientvit.core.data.KeptPictures;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.PictureTracer;
import org.efficientvit.core.evaluate.PictureTracer.Traced;
import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.survey.HeadSurveyor;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.train.Trained;

/** Measures the networks of an experiment, several at a time, all on the same pictures. */
public final class CascadeMeter {

  private static final int BATCH = 16;

  private final CascadeExperiment experiment;
  private final int together;
  private final LabelledPictures pictures;

  /**
   * A meter over the experiment's validation pictures.
   *
   * @param together how many networks are measured at a time
   */
  public CascadeMeter(CascadeExperiment experiment, int together) {
    this.experiment = requireNonNull(experiment, "experiment is null");
    this.together = together;
    this.pictures = new KeptPictures(experiment.validation());
  }

  /** One network in one state. */
  private record Subject(Unit unit, CascadeState state, Model model, Interventions changed) {}

  /** How many pictures all networks together see. */
  public int passes() {
    int cut = experiment.seeds();
    return (2 * experiment.units().size() + cut) * pictures.size();
  }

  /**
   * Measures every network untrained and trained, and those with the cascade once more with every
   * edge of it cut.
   *
   * @param trained of every unit
   * @param progress is told how many of {@link #passes()} are done
   * @param stopped whether to end early
   * @return the outcomes of those networks that have seen all pictures
   */
  public List<CascadeOutcome> measure(
      Map<Unit, Trained> trained, IntConsumer progress, BooleanSupplier stopped) {
    Steps steps = new Steps(progress);
    ExecutorService threads = Executors.newFixedThreadPool(together);
    try {
      List<Future<Optional<CascadeOutcome>>> running = new ArrayList<>();
      for (Subject subject : subjects(trained)) {
        running.add(threads.submit(() -> measure(subject, steps, stopped)));
      }
      List<CascadeOutcome> outcomes = new ArrayList<>();
      running.forEach(future -> Together.result(future).ifPresent(outcomes::add));
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Adds up what several networks have seen. */
  private static final class Steps {

    private final IntConsumer progress;
    private int done;

    Steps(IntConsumer progress) {
      this.progress = progress;
    }

    synchronized void add(int pictures) {
      done += pictures;
      progress.accept(done);
    }
  }

  private List<Subject> subjects(Map<Unit, Trained> trained) {
    List<Subject> subjects = new ArrayList<>();
    for (Unit unit : experiment.units()) {
      Model after = requireNonNull(trained.get(unit), unit.id()).model();
      Interventions none = Interventions.none();
      subjects.add(
          new Subject(unit, CascadeState.UNTRAINED, CascadeExperiment.untrained(unit), none));
      subjects.add(new Subject(unit, CascadeState.TRAINED, after, none));
      if (unit.arm() == CascadeArm.CASCADE) {
        Interventions cut = Interventions.withoutCascade(after.network());
        subjects.add(new Subject(unit, CascadeState.CUT, after, cut));
      }
    }
    return subjects;
  }

  /** Empty if it was stopped before it had seen all pictures. */
  private Optional<CascadeOutcome> measure(Subject subject, Steps steps, BooleanSupplier stopped) {
    Model model = subject.model();
    Counts counts = new Counts(model);
    Taps taps = Taps.of(Tap.Kind.LOGITS, HeadSurveyor.taps().kinds().toArray(Tap.Kind[]::new));
    try (TorchRunner runner =
        new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1))) {
      new PictureTracer(runner, model.preprocessing(), BATCH, 1)
          .trace(
              pictures,
              IntStream.range(0, pictures.size()).toArray(),
              taps,
              List.of(subject.changed()),
              passes -> {
                passes.get(0).forEach(counts::add);
                steps.add(passes.get(0).size());
              },
              () -> stopped.getAsBoolean() || Thread.currentThread().isInterrupted());
    }
    return counts.right.size() == pictures.size()
        ? Optional.of(counts.outcome(subject))
        : Optional.empty();
  }

  /** What one network says of each picture. */
  private static final class Counts {

    private final List<Double> right = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final HeadSurveyor surveyor;

    Counts(Model model) {
      this.surveyor = new HeadSurveyor(model.network());
    }

    /** Rendered pictures can always be read. */
    void add(Traced one) {
      float[] logits =
          requireNonNull(requireNonNull(one.trace(), one.name()).logits(), "no logits").values();
      int likeliest = 0;
      for (int i = 1; i < logits.length; i++) {
        likeliest = logits[i] > logits[likeliest] ? i : likeliest;
      }
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp((double) logit - logits[likeliest]);
      }
      right.add(likeliest == one.label() ? 1.0 : 0.0);
      losses.add(Math.log(sum) + logits[likeliest] - logits[one.label()]);
      surveyor.add(one.trace());
    }

    CascadeOutcome outcome(Subject subject) {
      return new CascadeOutcome(
          subject.unit(), subject.state(), mean(right), mean(losses), surveyor.survey());
    }

    private static Estimate mean(List<Double> values) {
      double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      return new Estimate(mean, Interval.ofMean(all));
    }
  }
}
