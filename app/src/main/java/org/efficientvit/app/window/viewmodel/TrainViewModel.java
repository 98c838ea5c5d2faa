package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.efficientvit.app.service.TrainingPace;
import org.efficientvit.app.service.TrainingRun;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Stop;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.KeptTraining;
import org.efficientvit.core.train.LossCurve;
import org.efficientvit.core.train.StepResult;
import org.efficientvit.core.train.TrainingListener;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.TrainingFigure;
import org.jspecify.annotations.Nullable;

/**
 * A training and how it goes. It has a thread of its own; its folder keeps every whole epoch, so
 * that a stopped one goes on.
 */
public final class TrainViewModel implements FigureSource {

  private static final String TRAIN = "train";
  private static final String LOOK = "training folder";
  private static final int SECONDS_A_MINUTE = 60;

  /** Often enough for the eye. */
  private static final long NANOSECONDS_BETWEEN_LOOKS = 200_000_000;

  /**
   * What the folder holds for the chosen training.
   *
   * @param next what Start does, in a sentence
   * @param weights the file of the network, or null where there is none
   */
  private record Found(
      List<EpochResult> epochs, String network, String next, @Nullable Path weights) {}

  private final LatestRunner runner;
  private final LatestRunner background;
  private final ModelViewModel model;
  private final Consumer<String> problems;
  private final TrainOptions options = new TrainOptions();
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper commandLine = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable Path> weights = new ReadOnlyObjectWrapper<>();
  private Stop stop = new Stop();

  /**
   * Nothing trained yet.
   *
   * @param runner takes trainings and nothing else
   * @param background looks into folders
   * @param model which model is open
   * @param problems hears what fails, in a sentence
   */
  TrainViewModel(
      LatestRunner runner,
      LatestRunner background,
      ModelViewModel model,
      Consumer<String> problems) {
    this.runner = requireNonNull(runner, "runner is null");
    this.background = requireNonNull(background, "background is null");
    this.model = requireNonNull(model, "model is null");
    this.problems = requireNonNull(problems, "problems is null");
    options.all().forEach(option -> option.addListener(observed -> changed()));
    model.modelProperty().addListener((property, old, now) -> changed());
    commandLine.set(options.command(openFile()));
  }

  private Optional<Path> openFile() {
    Model open = model.modelProperty().get();
    return open == null ? Optional.empty() : Optional.ofNullable(open.provenance().file());
  }

  private void changed() {
    commandLine.set(options.command(openFile()));
    if (!running.get()) {
      look();
    }
  }

  /** Looks what the folder keeps of the chosen training. */
  public void look() {
    if (running.get()) {
      return;
    }
    TrainingRun wanted;
    try {
      wanted = options.run(openFile());
    } catch (InspectorException e) {
      background.cancel(LOOK);
      reading.set(String.valueOf(e.getMessage()));
      return;
    }
    background.submit(
        new Work<>(
            LOOK,
            "Looking into " + FileNames.of(wanted.folder()),
            progress -> find(wanted),
            this::show,
            reading::set));
  }

  private static Found find(TrainingRun wanted) {
    Optional<KeptTraining> kept = wanted.kept();
    Path file = wanted.weights();
    @Nullable Path there = Files.isRegularFile(file) ? file : null;
    if (kept.isEmpty()) {
      return new Found(List.of(), "", "Start begins at epoch 1.", there);
    }
    List<EpochResult> epochs = kept.get().results();
    String network = kept.get().settings().getOrDefault("network", "");
    return new Found(epochs, network, next(kept.get(), wanted), there);
  }

  private static String next(KeptTraining kept, TrainingRun wanted) {
    Map<String, String> settings = new LinkedHashMap<>(wanted.plan().settings());
    wanted
        .start()
        .imageSize()
        .ifPresent(side -> settings.put("image size", Integer.toString(side)));
    if (wanted.start().from().isEmpty()) {
      settings.put("network", wanted.start().config().name());
    }
    if (wanted.pictures().folder().isEmpty()) {
      settings.put("pictures", Integer.toString(wanted.pictures().rendered()));
    }
    List<String> differences = kept.differences(settings);
    int done = kept.results().size();
    int all = wanted.plan().epochs();
    if (!differences.isEmpty()) {
      return "The folder keeps another training (%s); choose another folder, or go back to its settings."
          .formatted(String.join(", ", differences));
    }
    return done < all
        ? "Start goes on at epoch %d of %d.".formatted(done + 1, all)
        : "All %d epochs of this training are done.".formatted(all);
  }

  private void show(Found found) {
    if (running.get()) {
      return;
    }
    weights.set(found.weights());
    reading.set(found.next());
    figure.set(
        found.epochs().isEmpty()
            ? null
            : new TrainingFigure(
                found.epochs(),
                new FigureContext(
                    FigureContext.display(found.network()), null, "weights in training", false)));
  }

  /** Trains; goes on where the folder keeps the same training. */
  public void start() {
    problems.accept("");
    TrainingRun wanted;
    try {
      wanted = options.run(openFile());
    } catch (InspectorException e) {
      problems.accept(String.valueOf(e.getMessage()));
      return;
    }
    background.cancel(LOOK);
    Stop wish = new Stop();
    stop = wish;
    running.set(true);
    reading.set("Getting ready …");
    runner.submit(
        new Work<>(
            TRAIN,
            "Training " + network(wanted),
            progress -> wanted.run(new Following(wanted, progress, wish)),
            result -> finish(wanted, result),
            sentence -> {
              running.set(false);
              problems.accept(sentence);
              look();
            }));
  }

  /** The network's name; where it begins with weights, their file's. */
  private static String network(TrainingRun training) {
    return training
        .start()
        .from()
        .map(FileNames::of)
        .orElseGet(() -> FigureContext.display(training.start().config().name()));
  }

  private void finish(TrainingRun done, TrainingRun.Result result) {
    running.set(false);
    int epochs = result.epochs().size();
    int all = done.plan().epochs();
    if (result.model().isEmpty()) {
      reading.set("Stopped before the first epoch was finished; nothing was kept.");
      return;
    }
    figure.set(result.figure().orElse(null));
    weights.set(done.weights());
    reading.set(
        epochs < all
            ? "Stopped after %d of %d epochs. Start goes on at epoch %d of %d."
                .formatted(epochs, all, epochs + 1, all)
            : "All %d epochs are done; the folder holds the weights.".formatted(all));
  }

  /** Shows on the screen how a training goes; called by the training's thread. */
  private final class Following implements TrainingListener {

    private final TrainingRun training;
    private final Progress progress;
    private final Stop wish;
    private final LossCurve curve;
    private final TrainingPace pace;
    private final List<EpochResult> epochs;
    private long last = System.nanoTime();

    Following(TrainingRun training, Progress progress, Stop wish) {
      this.training = training;
      this.progress = progress;
      this.wish = wish;
      this.curve = new LossCurve(training.plan().epochs());
      this.pace = new TrainingPace(training.plan().epochs(), System::nanoTime);
      this.epochs = new ArrayList<>(training.kept().map(KeptTraining::results).orElse(List.of()));
    }

    @Override
    public void stepped(StepResult step) {
      curve.add(step);
      Optional<TrainingPace.Speed> speed = pace.after(step);
      speed.ifPresent(now -> wish.report(progress, now.share()));
      long now = System.nanoTime();
      if (now - last >= NANOSECONDS_BETWEEN_LOOKS) {
        last = now;
        show(words(step, speed));
      }
    }

    @Override
    public void finished(EpochResult epoch) {
      epochs.add(epoch);
      show(
          "Epoch %d of %d is done: validation top-1 %s."
              .formatted(
                  epoch.epoch() + 1,
                  training.plan().epochs(),
                  Numbers.percent(epoch.validationTop1())));
    }

    private void show(String sentence) {
      TrainingFigure drawn = new TrainingFigure(epochs, curve.points(), context());
      progress.tell(
          () -> {
            figure.set(drawn);
            if (!wish.isAsked()) {
              reading.set(sentence);
            }
          });
    }

    private FigureContext context() {
      return new FigureContext(network(training), null, "weights in training", false);
    }

    private String words(StepResult step, Optional<TrainingPace.Speed> speed) {
      return String.format(
              Locale.ROOT,
              "Epoch %d of %d · step %d of %d · loss %.3f",
              step.epoch() + 1,
              training.plan().epochs(),
              step.step() + 1,
              step.steps(),
              step.loss())
          + speed
              .map(
                  now ->
                      String.format(
                          Locale.ROOT,
                          " · %.0f images/s · %s left",
                          now.imagesPerSecond(),
                          time(now.secondsLeft())))
              .orElse("");
    }

    @Override
    public boolean isStopped() {
      return wish.isAsked();
    }
  }

  private static String time(double seconds) {
    return seconds < SECONDS_A_MINUTE
        ? String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds))
        : String.format(Locale.ROOT, "%.0f min", Math.ceil(seconds / SECONDS_A_MINUTE));
  }

  /** Ends the training after its step; what its whole epochs came to is kept. */
  public void stop() {
    if (running.get()) {
      stop.ask();
      reading.set("Stopping …");
    }
  }

  /** Opens the weights that were written as the window's model. */
  public void openWeights() {
    Path file = weights.get();
    if (file != null) {
      problems.accept("");
      model.openWeights(file);
    }
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return commandLine.get();
  }

  /** What is to be trained and how. */
  public TrainOptions options() {
    return options;
  }

  /** How the training goes or went, or null where nothing was trained. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** How far it is, or what Start does, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The command line that trains the same. */
  public ReadOnlyStringProperty commandProperty() {
    return commandLine.getReadOnlyProperty();
  }

  /** Whether a training runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The file of the weights that the folder holds, or null where there is none. */
  public ReadOnlyObjectProperty<@Nullable Path> weightsProperty() {
    return weights.getReadOnlyProperty();
  }

  /** The runner of trainings, for who shows how far they are. */
  public LatestRunner runner() {
    return runner;
  }
}
