package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
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
import org.efficientvit.app.service.MachineCeilings;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.ProfilePlan;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Stop;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.trace.ProfileTimer;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.CostFigure;
import org.efficientvit.visualizers.chart.OperationTimeFigure;
import org.efficientvit.visualizers.cost.KindTimeFigure;
import org.efficientvit.visualizers.cost.MacsTimeFigure;
import org.efficientvit.visualizers.cost.OperationOrderFigure;
import org.efficientvit.visualizers.cost.RooflineFigure;
import org.efficientvit.visualizers.cost.StageSharesFigure;
import org.jspecify.annotations.Nullable;

/**
 * What the open network costs: counted, timed in a moment, and, where a person asks for it,
 * profiled beside this machine's ceilings.
 */
public final class CostViewModel implements FigureSource {

  private static final String WORK = "profile";
  private static final Duration BUDGET = Duration.ofSeconds(5);

  /** What a figure needs to be drawn. */
  public enum Needs {
    NOTHING,
    TIMES,
    PROFILE
  }

  /** The figures that there are. */
  public enum Chart {
    BLOCK_TIMES("Time of each block", Needs.TIMES),
    KIND_TIMES("Time of each kind of operation", Needs.TIMES),
    SLOWEST("The slowest operations", Needs.TIMES),
    ROOFLINE("Roofline", Needs.PROFILE),
    ORDER("Time beside its limits, in order", Needs.PROFILE),
    KINDS("Time beside MACs, by kind", Needs.PROFILE),
    MACS_TIME("Time against MACs", Needs.PROFILE),
    STAGES("What bounds the time, by stage", Needs.PROFILE),
    MACS("MACs of each block", Needs.NOTHING),
    BYTES("Bytes of each block", Needs.NOTHING);

    private final String title;
    private final Needs needs;

    Chart(String title, Needs needs) {
      this.title = title;
      this.needs = needs;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }

    /** What has to be measured for it. */
    public Needs needs() {
      return needs;
    }
  }

  /** A profile, and the command line that makes another. */
  private record Profiled(Profiling.Result result, String command) {

    ProfiledNetwork network() {
      return result.networks().get(0);
    }
  }

  private final LatestRunner runner;
  private final InspectViewModel inspect;
  private final ObjectProperty<Chart> chart = new SimpleObjectProperty<>(Chart.BLOCK_TIMES);
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private @Nullable Profiled profiled;

  /**
   * Nothing measured yet.
   *
   * @param inspect whose model and picture are measured
   */
  CostViewModel(LatestRunner runner, InspectViewModel inspect) {
    this.runner = requireNonNull(runner, "runner is null");
    this.inspect = requireNonNull(inspect, "inspect is null");
    chart.addListener((property, old, now) -> draw());
    inspect.times().timingProperty().addListener((property, old, now) -> draw());
    inspect.inspectedProperty().addListener((property, old, now) -> draw());
    inspect.model().modelProperty().addListener((property, old, now) -> forget());
  }

  private void forget() {
    profiled = null;
    draw();
  }

  /** Measures what the chosen figure needs. */
  public void measure() {
    if (chart.get().needs() == Needs.PROFILE) {
      profile();
    } else {
      inspect.measure();
    }
  }

  private void profile() {
    ModelRequest open = inspect.model().request();
    // As published, with all its classes: what the command line profiles too.
    ModelRequest request =
        open.weights() instanceof WeightsChoice.Demonstration
            ? new ModelRequest(
                open.design(), new WeightsChoice.Random(0), open.imageSize(), open.labels())
            : open;
    EngineOptions engine = inspect.model().engine();
    String command =
        new CommandText("profile").with(request).with(engine).with("--out", "figures").toString();
    inspect.dismissProblem();
    runner.submit(
        new Work<>(
            WORK,
            "Profiling",
            progress -> new Profiled(profile(request, engine, progress), command),
            this::show,
            inspect::fail));
  }

  private static Profiling.Result profile(
      ModelRequest request, EngineOptions engine, Progress progress) {
    Following following = new Following(progress);
    Profiling.Result result =
        new Profiling(
                new ProfilePlan(
                    List.of(request),
                    List.of(1),
                    engine,
                    true,
                    Optional.empty(),
                    ProfileTimer.within(BUDGET),
                    MachineCeilings.Choice.KEPT),
                MachineCeilings.standard())
            .run(following);
    if (following.isStopped()) {
      throw new CancellationException();
    }
    return result;
  }

  private void show(Profiled next) {
    profiled = next;
    draw();
  }

  private void draw() {
    Chart wanted = chart.get();
    figure.set(
        switch (wanted.needs()) {
          case NOTHING -> counted(wanted);
          case TIMES -> timed(wanted);
          case PROFILE -> profiled == null ? null : profiled(wanted, profiled.network());
        });
    reading.set(words(wanted));
  }

  private @Nullable Figure counted(Chart wanted) {
    Inspected shown = inspect.inspectedProperty().get();
    if (shown == null) {
      return null;
    }
    NetworkCost cost = NetworkCost.of(shown.inspection().model().network(), 1, true);
    return new CostFigure(
        cost,
        wanted == Chart.MACS ? CostFigure.Quantity.MACS : CostFigure.Quantity.BYTES,
        shown.context().withoutPicture());
  }

  private @Nullable Figure timed(Chart wanted) {
    OperationTimeFigure times = inspect.times().figureProperty().get();
    if (times == null) {
      return null;
    }
    return times.with(
        switch (wanted) {
          case KIND_TIMES -> OperationTimeFigure.View.BY_KIND;
          case SLOWEST -> OperationTimeFigure.View.SLOWEST;
          default -> OperationTimeFigure.View.BY_BLOCK;
        });
  }

  private static Figure profiled(Chart wanted, ProfiledNetwork network) {
    Profile profile = network.profile();
    FigureContext context =
        new FigureContext(
            FigureContext.display(profile.cost().network()),
            null,
            network.weights(),
            network.isRandom());
    return switch (wanted) {
      case ORDER -> new OperationOrderFigure(profile, context);
      case KINDS -> new KindTimeFigure(profile, context);
      case MACS_TIME -> new MacsTimeFigure(profile, context);
      case STAGES -> new StageSharesFigure(profile, context);
      default -> new RooflineFigure(profile, context);
    };
  }

  private String words(Chart wanted) {
    return switch (wanted.needs()) {
      case NOTHING -> "Counted from the network's operations, for one picture; nothing is run.";
      case TIMES -> inspect.times().readingProperty().get();
      case PROFILE ->
          profiled == null
              ? "Not profiled yet: Measure takes some six seconds, and this machine's ceilings once"
                  + " a second more."
              : "Each operation timed over passes of one picture, beside what this machine reaches at"
                  + " best.";
    };
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return switch (chart.get().needs()) {
      case NOTHING, TIMES -> inspect.times().command();
      case PROFILE -> profiled == null ? "" : profiled.command();
    };
  }

  /** Which figure is shown. */
  public ObjectProperty<Chart> chartProperty() {
    return chart;
  }

  /** The figure; null where what it needs was not measured. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** What was measured, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Ends a profile when nobody waits for it any more. */
  private static final class Following implements Profiling.Listener {

    private final Progress progress;
    private final Stop stop = new Stop();

    Following(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void say(String sentence) {}

    @Override
    public void ceilings(double share) {
      stop.report(progress, share / 4);
    }

    @Override
    public void measuring(String network, int batch, int done, double share) {
      stop.report(progress, (1 + 3 * share) / 4);
    }

    @Override
    public boolean isStopped() {
      return stop.isAsked();
    }
  }
}
