package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.service.CascadeFigures;
import org.efficientvit.app.service.CascadeInspection;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.heads.CascadeFigure;
import org.jspecify.annotations.Nullable;

/** The cascade of the chosen block, what is changed in it, and what that changes. */
public final class CascadeViewModel {

  private static final String WORK = "cascade";

  private final LatestRunner runner;
  private final ModelKeeper keeper;
  private final InspectViewModel inspect;
  private final ObjectProperty<Interventions> changes =
      new SimpleObjectProperty<>(Interventions.none());
  private final ReadOnlyObjectWrapper<@Nullable CascadeInspection> cascade =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CascadeFigure> figure =
      new ReadOnlyObjectWrapper<>();

  CascadeViewModel(LatestRunner runner, ModelKeeper keeper, InspectViewModel inspect) {
    this.runner = requireNonNull(runner, "runner is null");
    this.keeper = requireNonNull(keeper, "keeper is null");
    this.inspect = requireNonNull(inspect, "inspect is null");
    changes.addListener((property, old, now) -> look());
    inspect.strip().lensProperty().addListener((property, old, now) -> look());
    inspect.inspectedProperty().addListener((property, old, now) -> another());
    inspect.heads().blockProperty().addListener((property, old, now) -> draw());
  }

  /** Another picture, or another model: changes of blocks that it has not are left out. */
  private void another() {
    cascade.set(null);
    figure.set(null);
    List<String> blocks = inspect.heads().blocks();
    Set<Intervention> left = new LinkedHashSet<>(changes.get().all());
    left.removeIf(one -> !blocks.contains(one.block()));
    if (left.size() != changes.get().all().size()) {
      changes.set(new Interventions(left));
    }
    look();
  }

  /** Runs what is to be seen, where it is looked at and not there yet. */
  private void look() {
    Inspected shown = inspect.inspectedProperty().get();
    CascadeInspection there = cascade.get();
    boolean isWanted = inspect.strip().lensProperty().get() == Lens.CASCADE && shown != null;
    if (!isWanted || (there != null && there.interventions().equals(changes.get()))) {
      return;
    }
    ModelRequest request = inspect.model().request();
    EngineOptions engine = inspect.model().engine();
    Interventions wanted = changes.get();
    runner.submit(
        new Work<>(
            WORK,
            wanted.isEmpty() ? "Tracing the cascade" : "Running with changed heads",
            progress ->
                there == null
                    ? keeper.cascade(request, engine, shown.inspection().picture(), wanted)
                    : keeper.cascade(request, engine, there.before(), wanted),
            this::show,
            inspect::fail));
  }

  private void show(CascadeInspection next) {
    cascade.set(next);
    draw();
  }

  private void draw() {
    CascadeInspection shown = cascade.get();
    String block = inspect.heads().blockProperty().get();
    figure.set(
        shown == null
            ? null
            : shown.flows().stream()
                .filter(flow -> flow.block().equals(block))
                .findFirst()
                .map(flow -> CascadeFigures.of(shown, flow.block()))
                .orElse(null));
  }

  /** Changes something about a head of the chosen block, or takes that change back. */
  public void toggle(Intervention.Kind kind, int head) {
    Intervention one = new Intervention(kind, inspect.heads().blockProperty().get(), head);
    Set<Intervention> next = new LinkedHashSet<>(changes.get().all());
    if (!next.remove(one)) {
      next.add(one);
    }
    changes.set(new Interventions(next));
  }

  /** Whether something about a head of the chosen block is changed. */
  public boolean isChanged(Intervention.Kind kind, int head) {
    return changes
        .get()
        .all()
        .contains(new Intervention(kind, inspect.heads().blockProperty().get(), head));
  }

  /** Leaves the network as it is. */
  public void reset() {
    changes.set(Interventions.none());
  }

  /** The figure of the chosen block; empty where it has no cascade or was not run yet. */
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  /** Adds what makes the figure again to a command line. */
  CommandText command(CommandText command) {
    for (Intervention.Kind kind : Intervention.Kind.values()) {
      String places =
          String.join(
              ",",
              changes.get().all().stream()
                  .filter(one -> one.kind() == kind)
                  .map(Intervention::place)
                  .toList());
      command.withIf(!places.isEmpty(), "--" + kind, places);
    }
    return command;
  }

  /** What is changed, in all blocks; one value, so that it can be taken back. */
  public ObjectProperty<Interventions> changesProperty() {
    return changes;
  }

  /** The cascade of the chosen block, or null. */
  public ReadOnlyObjectProperty<@Nullable CascadeFigure> figureProperty() {
    return figure.getReadOnlyProperty();
  }
}
