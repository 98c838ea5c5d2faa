package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.HeadsRun;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Stop;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.heads.HeadSimilarityFigure;
import org.efficientvit.visualizers.heads.HeadSummaryFigure;
import org.efficientvit.visualizers.heads.SimilarityDepthFigure;
import org.jspecify.annotations.Nullable;

/** What the heads of the open network attend to, measured over pictures of the library. */
public final class HeadMeasuresViewModel implements FigureSource {

  private static final String WORK = "heads";

  /** The figures that there are. */
  public enum Chart {
    SUMMARY("Heads one by one"),
    DEPTH("Likeness over the depth"),
    BLOCK("Likeness in the block");

    private final String title;

    Chart(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  /** Which pictures are measured. */
  public enum Scope {
    PICTURE("the picture"),
    LIBRARY("all pictures listed");

    private final String words;

    Scope(String words) {
      this.words = words;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }
  }

  /** What was measured of which pictures, and the command line for them where there is one. */
  private record Measured(HeadsRun run, FigureContext context, String command) {}

  private final LatestRunner runner;
  private final ModelKeeper keeper;
  private final InspectViewModel inspect;
  private final LibraryViewModel library;
  private final ObjectProperty<Chart> chart = new SimpleObjectProperty<>(Chart.SUMMARY);
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.PICTURE);
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private @Nullable Measured measured;

  HeadMeasuresViewModel(
      LatestRunner runner, ModelKeeper keeper, InspectViewModel inspect, LibraryViewModel library) {
    this.runner = requireNonNull(runner, "runner is null");
    this.keeper = requireNonNull(keeper, "keeper is null");
    this.inspect = requireNonNull(inspect, "inspect is null");
    this.library = requireNonNull(library, "library is null");
    chart.addListener((property, old, now) -> draw());
    inspect.heads().blockProperty().addListener((property, old, now) -> draw());
    inspect.model().modelProperty().addListener((property, old, now) -> forget());
    draw();
  }

  private void forget() {
    measured = null;
    draw();
  }

  /** Measures the pictures of the scope. */
  public void measure() {
    Inspected shown = inspect.inspectedProperty().get();
    if (shown == null) {
      return;
    }
    boolean isOne = scope.get() == Scope.PICTURE;
    Path picture = Path.of(shown.inspection().picture().name());
    List<Path> files =
        isOne ? List.of(picture) : library.visible().stream().map(LibraryItem::file).toList();
    FigureContext context =
        isOne
            ? shown.context()
            : new FigureContext(
                shown.context().network(),
                files.size() + " pictures",
                shown.context().weights(),
                shown.context().isRandom());
    ModelRequest request = inspect.model().request();
    EngineOptions engine = inspect.model().engine();
    String command =
        folder(files)
            .map(
                place ->
                    new CommandText("heads")
                        .with(CommandText.path(place), "--out", "figures")
                        .with(request)
                        .with(engine)
                        .toString())
            .orElse("");
    inspect.dismissProblem();
    runner.submit(
        new Work<>(
            WORK,
            isOne ? "Measuring heads" : "Measuring heads of %d pictures".formatted(files.size()),
            progress -> new Measured(measure(request, engine, files, progress), context, command),
            this::show,
            inspect::fail));
  }

  /** The picture itself, or the folder in which all of them lie. */
  private static Optional<Path> folder(List<Path> files) {
    if (files.size() == 1) {
      return Optional.of(files.get(0));
    }
    List<Path> folders =
        files.stream()
            .flatMap(file -> Optional.ofNullable(file.toAbsolutePath().getParent()).stream())
            .distinct()
            .toList();
    return folders.size() == 1 ? Optional.of(folders.get(0)) : Optional.empty();
  }

  private HeadsRun measure(
      ModelRequest request, EngineOptions engine, List<Path> files, Progress progress) {
    Stop stop = new Stop();
    HeadsRun run =
        keeper.heads(
            request,
            engine,
            files,
            done -> stop.report(progress, (double) done / files.size()),
            stop::isAsked);
    if (stop.isAsked()) {
      throw new CancellationException();
    }
    return run;
  }

  private void show(Measured next) {
    measured = next;
    draw();
  }

  private void draw() {
    Measured shown = measured;
    figure.set(shown == null ? null : figure(shown));
    reading.set(
        shown == null
            ? "Not measured yet. One picture takes a moment; of many, means come with 95 % intervals."
            : words(shown));
  }

  private @Nullable Figure figure(Measured shown) {
    return switch (chart.get()) {
      case SUMMARY -> new HeadSummaryFigure(shown.run().survey(), shown.context());
      case DEPTH -> new SimilarityDepthFigure(shown.run().survey(), shown.context());
      case BLOCK ->
          block(shown)
              .map(
                  block ->
                      HeadSimilarityFigure.of(
                          block, shown.run().survey().images(), shown.context()))
              .orElse(null);
    };
  }

  private Optional<BlockFigures> block(Measured shown) {
    String chosen = inspect.heads().blockProperty().get();
    return shown.run().survey().blocks().stream()
        .filter(block -> block.block().equals(chosen) && block.pairs().isPresent())
        .findFirst();
  }

  private static String words(Measured shown) {
    int images = shown.run().survey().images();
    int failed = shown.run().failed().size();
    String unread = failed == 0 ? "" : " %d could not be read.".formatted(failed);
    return images == 1
        ? "Measured on one picture." + unread
        : "Means over %d pictures with 95 %% intervals.%s".formatted(images, unread);
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return measured == null ? "" : measured.command();
  }

  /** Which figure is shown. */
  public ObjectProperty<Chart> chartProperty() {
    return chart;
  }

  /** Which pictures are measured next. */
  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /** The figure, or null where nothing was measured. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** What was measured, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
