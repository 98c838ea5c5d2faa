package org.efficientvit.core.experiment;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.StepResult;
import org.efficientvit.core.train.Trained;
import org.efficientvit.core.train.Trainer;
import org.efficientvit.core.train.TrainingListener;

/**
 * The trainings of an experiment, several at a time, each with one thread inside an operation: so
 * small a network gains little from a second, and its weights then come out the same on a machine
 * with any number of cores.
 *
 * <p>Each keeps its epochs in a folder of its own, from which it goes on after a stop; one that is
 * finished is read from there.
 */
public final class CascadeTraining {

  private static final int THREADS = 1;

  private final CascadeExperiment experiment;
  private final Path folder;
  private final int together;

  /**
   * Trainings that have perhaps begun.
   *
   * @param folder that keeps them, made if it is not there
   * @param together how many run at a time
   */
  public CascadeTraining(CascadeExperiment experiment, Path folder, int together) {
    this.experiment = requireNonNull(experiment, "experiment is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.together = together;
  }

  /**
   * Trains all units to their end, or until the listener stops them.
   *
   * @return what each came to, in the order of {@link CascadeExperiment#units()}; of fewer epochs
   *     than were planned where it was stopped
   * @throws InspectorException if a folder cannot be made or keeps a training of another plan
   */
  public Map<Unit, Trained> run(CascadeListener listener) {
    LabelledPictures pictures = experiment.training();
    LabelledPictures watched = experiment.watched();
    Map<Unit, Future<Trained>> running = new LinkedHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(together);
    try {
      for (Unit unit : experiment.units()) {
        running.put(unit, threads.submit(() -> train(unit, pictures, watched, listener)));
      }
      Map<Unit, Trained> trained = new LinkedHashMap<>();
      running.forEach((unit, future) -> trained.put(unit, Together.result(future)));
      return trained;
    } finally {
      // After a failure the others are of no use, and stop before their next step.
      running.values().forEach(future -> future.cancel(true));
      threads.shutdown();
    }
  }

  private Trained train(
      Unit unit, LabelledPictures pictures, LabelledPictures watched, CascadeListener listener) {
    Path place = folder.resolve(unit.id());
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new InspectorException(
          "The folder %s could not be made; choose another with --out.".formatted(place), e);
    }
    Path file = place.resolve("training.safetensors");
    Trained trained =
        new Trainer(experiment.plan(unit.seed()), pictures, watched, file, THREADS)
            .train(CascadeExperiment.untrained(unit), heard(unit, listener));
    if (isWhole(trained)) {
      listener.trained(unit);
    }
    return trained;
  }

  private static TrainingListener heard(Unit unit, CascadeListener listener) {
    return new TrainingListener() {
      @Override
      public void stepped(StepResult step) {
        listener.stepped(unit, step);
      }

      @Override
      public void finished(EpochResult epoch) {
        listener.finished(unit, epoch);
      }

      @Override
      public boolean isStopped() {
        return listener.isStopped() || Thread.currentThread().isInterrupted();
      }
    };
  }

  /** Whether a training came to the end of its plan. */
  public boolean isWhole(Trained trained) {
    return trained.results().size() == experiment.epochs();
  }
}
