package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.ClaimsFigure;
import org.jspecify.annotations.Nullable;

/** Which published claims hold on this computer, by what was measured here so far. */
public final class ClaimsViewModel implements FigureSource {

  private static final String WORK = "claims";

  private final LatestRunner background;
  private final Consumer<String> problems;
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();

  /**
   * Nothing looked up yet.
   *
   * @param background takes the looking up
   * @param problems hears what fails, in a sentence
   */
  ClaimsViewModel(LatestRunner background, Consumer<String> problems) {
    this.background = requireNonNull(background, "background is null");
    this.problems = requireNonNull(problems, "problems is null");
  }

  /** Looks up what the store of runs holds now. */
  public void refresh() {
    background.submit(
        new Work<>(WORK, "Looking up claims", progress -> find(), figure::set, problems));
  }

  private static Figure find() {
    Optional<RunStore> store = RunStore.existing(RunStore.standardFile());
    try {
      ClaimsStudy study = new ClaimsStudy(store);
      return new ClaimsFigure(
          study.ledger(Map.of()),
          new FigureContext("All families", null, study.machine().processor(), false));
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return new CommandText("claims").with("--no-measure", "--out", "figures").toString();
  }

  /** The ledger of claims, or null before it was looked up. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }
}
