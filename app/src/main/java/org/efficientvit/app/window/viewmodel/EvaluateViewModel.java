package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.EvaluationFigures;
import org.efficientvit.app.service.EvaluationListener;
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.app.service.EvaluationPlan;
import org.efficientvit.app.service.EvaluationRun;
import org.efficientvit.app.service.EvaluationSource;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.PicturesRequest;
import org.efficientvit.app.service.StoredAnswers;
import org.efficientvit.app.service.StoredEvaluation;
import org.efficientvit.app.service.ThisMachine;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Stop;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.objects.scene.Split;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.jspecify.annotations.Nullable;

/**
 * How often the open model is right, on pictures of known classes. A run has a model of its own, so
 * that the window's stays free; its answers are in the store of runs batch by batch.
 */
public final class EvaluateViewModel implements FigureSource {

  /** How many rendered pictures there are where nobody says otherwise. */
  public static final int USUAL_RENDERED = 400;

  private static final String RUN = "evaluate";
  private static final String PAST = "past evaluations";
  private static final String CHOSEN = "past evaluation";
  private static final int FEW = 3;

  /** Where pictures come from. */
  public enum Source {
    RENDERED("Rendered pictures"),
    FILES("Folder or tar");

    private final String title;

    Source(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  /** The figures that there are. */
  public enum Chart {
    CLASSES("By class"),
    CALIBRATION("Reliability"),
    CONFUSION("Confusion"),
    MISTAKES("Mistakes");

    private final String title;

    Chart(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  /** What is shown, and the command line that makes its figures again. */
  private record Shown(EvaluationOutcome outcome, String command) {}

  private final LatestRunner runner;
  private final LatestRunner background;
  private final ModelViewModel model;
  private final Consumer<String> problems;
  private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.RENDERED);
  private final ObjectProperty<@Nullable Path> place = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> list = new SimpleObjectProperty<>();
  private final IntegerProperty rendered = new SimpleIntegerProperty(USUAL_RENDERED);
  private final ObjectProperty<Chart> chart = new SimpleObjectProperty<>(Chart.CLASSES);
  private final ObjectProperty<ClassAccuracyFigure.Order> order =
      new SimpleObjectProperty<>(ClassAccuracyFigure.Order.WORST);
  private final ReadOnlyObjectWrapper<@Nullable EvaluationOutcome> outcome =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<PastEvaluation> past = FXCollections.observableArrayList();
  private final ObservableList<Measure> measures = FXCollections.observableArrayList();
  private Stop stop = new Stop();
  private @Nullable Shown shown;

  /**
   * Nothing evaluated yet.
   *
   * @param runner takes evaluations and nothing else
   * @param background looks into the store of runs
   * @param model which model is open
   * @param problems hears what fails, in a sentence
   */
  EvaluateViewModel(
      LatestRunner runner,
      LatestRunner background,
      ModelViewModel model,
      Consumer<String> problems) {
    this.runner = requireNonNull(runner, "runner is null");
    this.background = requireNonNull(background, "background is null");
    this.model = requireNonNull(model, "model is null");
    this.problems = requireNonNull(problems, "problems is null");
    Stream.of(chart, order).forEach(choice -> choice.addListener((property, old, now) -> draw()));
    draw();
  }

  /** Chooses files: a folder of folders of classes, a flat one with a list, or a tar. */
  public void choose(Path files) {
    place.set(files);
    source.set(Source.FILES);
  }

  private Optional<PicturesRequest> asked() {
    if (source.get() == Source.RENDERED) {
      return Optional.of(new PicturesRequest.Rendered(rendered.get(), Split.VALIDATION, false, 0));
    }
    return Optional.ofNullable(place.get())
        .map(
            from ->
                new PicturesRequest.InFiles(
                    from, Optional.ofNullable(list.get()), Orientation.IGNORE));
  }

  /** Evaluates the open model on the chosen pictures; goes on where the same was stopped. */
  public void run() {
    Optional<PicturesRequest> asked = asked();
    if (asked.isEmpty()) {
      problems.accept(
          "No pictures are chosen; choose a folder of class folders or a .tar, or take rendered ones.");
      return;
    }
    problems.accept("");
    ModelRequest request = model.request();
    EngineOptions engine = model.engine();
    PicturesRequest pictures = asked.get();
    String command = command(request, engine, pictures);
    Stop wish = new Stop();
    stop = wish;
    running.set(true);
    reading.set("Opening the model and looking for the pictures …");
    runner.submit(
        new Work<>(
            RUN,
            "Evaluating " + words(pictures),
            progress -> evaluate(request, engine, pictures, progress, wish),
            done -> {
              running.set(false);
              show(new Shown(done, command));
              refresh();
            },
            sentence -> {
              running.set(false);
              draw();
              problems.accept(sentence);
              refresh();
            }));
  }

  private static String words(PicturesRequest pictures) {
    return pictures instanceof PicturesRequest.InFiles files
        ? FileNames.of(files.place())
        : "rendered pictures";
  }

  private EvaluationOutcome evaluate(
      ModelRequest request,
      EngineOptions engine,
      PicturesRequest asked,
      Progress progress,
      Stop wish) {
    try (Inspector inspector = Inspector.open(request, engine);
        EvaluationSource found = asked.open(inspector.model());
        StoredAnswers keeper =
            new StoredAnswers(
                RunStore.standard(), ThisMachine.with(List.of(engine.engine())), false)) {
      EvaluationPlan plan = EvaluationPlan.of(inspector, found.description());
      EvaluationRun run =
          EvaluationRun.of(
              inspector,
              found.pictures(),
              plan,
              EvaluationRun.USUAL_BATCH,
              keeper,
              new Following(progress, wish));
      return EvaluationOutcome.of(inspector.model(), plan, run, asked, found.pictures());
    }
  }

  /** Says how far an evaluation is, and ends it where that is wished. */
  private final class Following implements EvaluationListener {

    private final Progress progress;
    private final Stop wish;
    private int size;

    Following(Progress progress, Stop wish) {
      this.progress = progress;
      this.wish = wish;
    }

    @Override
    public void begins(int answered, int pictures) {
      size = pictures;
      reached(answered);
    }

    @Override
    public void reached(int answered) {
      wish.report(progress, (double) answered / size);
      progress.tell(
          () ->
              reading.set(
                  String.format(Locale.ROOT, "%,d of %,d pictures are answered.", answered, size)));
    }

    @Override
    public boolean isStopped() {
      return wish.isAsked();
    }
  }

  /** Ends the run after its batch, with all that was answered kept and shown. */
  public void cancel() {
    stop.ask();
  }

  /** Looks up what the store of runs holds now. */
  public void refresh() {
    background.submit(
        new Work<>(PAST, "Looking up evaluations", progress -> find(), past::setAll, problems));
  }

  private static List<PastEvaluation> find() {
    Optional<RunStore> store = RunStore.existing(RunStore.standardFile());
    try {
      return store
          .map(open -> StoredEvaluation.all(open).stream().map(PastEvaluation::of).toList())
          .orElse(List.of());
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  /** Shows an evaluation of the store. */
  public void show(PastEvaluation wanted) {
    Optional<Model> open = Optional.ofNullable(model.modelProperty().get());
    problems.accept("");
    background.submit(
        new Work<>(
            CHOSEN,
            "Reading run " + wanted.run().id(),
            progress -> {
              try (RunStore store = RunStore.standard()) {
                return EvaluationOutcome.read(store, wanted.run(), open);
              }
            },
            read ->
                show(
                    new Shown(
                        read,
                        new CommandText("runs")
                            .with("show", "" + wanted.run().id(), "--out", "figures")
                            .toString())),
            problems));
  }

  private void show(Shown next) {
    shown = next;
    outcome.set(next.outcome());
    measures.setAll(Measure.of(next.outcome()));
    draw();
  }

  private void draw() {
    Shown now = shown;
    figure.set(now == null || now.outcome().answered() == 0 ? null : figure(now.outcome()));
    if (!running.get()) {
      reading.set(now == null ? "" : words(now.outcome()));
    }
  }

  private @Nullable Figure figure(EvaluationOutcome done) {
    EvaluationFigures figures =
        new EvaluationFigures(done.evaluation(), order.get(), done.context());
    return switch (chart.get()) {
      case CLASSES -> figures.classes();
      case CALIBRATION -> figures.calibration();
      case CONFUSION -> figures.confusion();
      // A table of pictures, which is no figure.
      case MISTAKES -> null;
    };
  }

  private static String words(EvaluationOutcome done) {
    StringBuilder words = new StringBuilder(done.context().line()).append('.');
    if (!done.isWhole()) {
      words.append(
          String.format(
              Locale.ROOT,
              " %,d of %,d are answered; Run goes on.",
              done.answered(),
              done.plan().pictures()));
    }
    List<String> files =
        done.evaluation().failed().stream().map(failure -> FileNames.last(failure.file())).toList();
    if (!files.isEmpty()) {
      words
          .append(" Not readable: ")
          .append(String.join(", ", files.stream().limit(FEW).toList()))
          .append(files.size() > FEW ? " and %,d more.".formatted(files.size() - FEW) : ".");
    }
    return words.toString();
  }

  private static String command(
      ModelRequest request, EngineOptions engine, PicturesRequest pictures) {
    CommandText text = new CommandText("evaluate");
    if (pictures instanceof PicturesRequest.InFiles files) {
      text.with(CommandText.path(files.place()));
      files.list().ifPresent(file -> text.with("--list", CommandText.path(file)));
    } else if (pictures instanceof PicturesRequest.Rendered some) {
      text.with("--rendered", "" + some.count());
    }
    return text.with("--out", "figures").with(request).with(engine).toString();
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    if (shown == null) {
      return "";
    }
    boolean isUsual = order.get() == ClassAccuracyFigure.Order.WORST;
    return shown.command() + (isUsual ? "" : " --class-order " + order.get());
  }

  /** Where pictures come from. */
  public ObjectProperty<Source> sourceProperty() {
    return source;
  }

  /** The folder or tar, or null before one is chosen. */
  public ObjectProperty<@Nullable Path> placeProperty() {
    return place;
  }

  /** The list of classes of a flat folder, or null where folders say them. */
  public ObjectProperty<@Nullable Path> listProperty() {
    return list;
  }

  /** How many pictures are rendered, at least 1. */
  public IntegerProperty renderedProperty() {
    return rendered;
  }

  /** Which figure is shown. */
  public ObjectProperty<Chart> chartProperty() {
    return chart;
  }

  /** In which order classes stand. */
  public ObjectProperty<ClassAccuracyFigure.Order> orderProperty() {
    return order;
  }

  /** What is shown, or null before the first. */
  public ReadOnlyObjectProperty<@Nullable EvaluationOutcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Its numbers; none before the first. */
  public ObservableList<Measure> measures() {
    return measures;
  }

  /** The figure, or null where nothing is shown. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** What is shown, or how far the run is, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Whether an evaluation runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What the store holds, the newest first. */
  public ObservableList<PastEvaluation> past() {
    return past;
  }

  /** The runner of evaluations, for who shows how far they are. */
  public LatestRunner runner() {
    return runner;
  }
}
