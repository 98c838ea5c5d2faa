package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellRatio;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.claims.Evidence;
import org.efficientvit.core.claims.Finding;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;

/**
 * What the store of runs says of claims about this computer.
 *
 * <p>A ratio is always of two cells that one run measured in turn. Where several runs did, the one
 * with the most rounds counts, up to those of the standard protocol, and of these the newest: a
 * quick look never stands before a measurement that took its time.
 */
final class StoredEvidence implements Evidence {

  private static final int POINTS = 100;
  private static final int ENOUGH = SpeedProtocol.standard().rounds();

  /** A ratio and the run that it is from. */
  private record Found(Run run, CellRatio ratio) {

    int rounds() {
      return Math.min(ratio.rounds(), ENOUGH);
    }
  }

  private final Optional<RunStore> store;
  private final List<Run> runs;
  private final Map<Long, List<Visit>> visits = new HashMap<>();
  private final Map<String, Estimate> memoryShares;

  /**
   * The evidence of a store.
   *
   * @param store of runs; empty where nothing was measured yet
   * @param memoryShares parts, 0 to 1, of networks' time, by their names on the command line
   */
  StoredEvidence(Optional<RunStore> store, Machine machine, Map<String, Estimate> memoryShares) {
    this.store = requireNonNull(store, "store is null");
    this.runs =
        store.map(RunStore::runs).orElse(List.of()).stream()
            .filter(run -> run.machine().isSameComputerAs(machine))
            .toList();
    this.memoryShares = Map.copyOf(memoryShares);
  }

  private List<Run> benchmarks() {
    return runs.stream().filter(run -> run.kind() == Run.Kind.BENCHMARK).toList();
  }

  private List<Visit> visits(Run run) {
    return visits.computeIfAbsent(run.id(), id -> store.orElseThrow().visits(run));
  }

  private static Cell cell(String model, Setting setting) {
    return new Cell(
        model, setting.engine(), setting.precision(), setting.batch(), setting.threads(), 1);
  }

  /** Whether one run visited all these networks in a setting, in at least so many rounds each. */
  boolean holdsAll(List<String> models, Setting setting, int rounds) {
    return benchmarks().stream()
        .anyMatch(
            run ->
                models.stream()
                    .map(model -> cell(model, setting))
                    .allMatch(
                        cell ->
                            visits(run).stream().filter(one -> one.cell().equals(cell)).count()
                                >= rounds));
  }

  @Override
  public Optional<Finding> speed(String subject, String rival, Setting setting) {
    Cell own = cell(subject, setting);
    Cell other = cell(rival, setting);
    return benchmarks().stream()
        .flatMap(
            run ->
                CellRatio.of(own, other, visits(run)).map(ratio -> new Found(run, ratio)).stream())
        .max(Comparator.comparingInt(Found::rounds).thenComparing(found -> found.run().id()))
        .map(
            found ->
                new Finding(
                    found.ratio().speed(),
                    Optional.of(setting),
                    "%s, %d %s, run %d of %s"
                        .formatted(
                            Ledger.words(setting),
                            found.ratio().rounds(),
                            found.ratio().rounds() == 1 ? "round" : "rounds in turn",
                            found.run().id(),
                            found.run().started().atOffset(ZoneOffset.UTC).toLocalDate())));
  }

  @Override
  public Optional<Finding> accuracy(String subject, String rival) {
    Map<String, Accuracy> measured = new LinkedHashMap<>();
    for (Run run : runs) {
      if (run.kind() == Run.Kind.EVALUATION) {
        MeasuredAccuracy.of(run, store.orElseThrow()).forEach(measured::putIfAbsent);
      }
    }
    Accuracy own = measured.get(subject);
    Accuracy other = measured.get(rival);
    return own == null || other == null
        ? Optional.empty()
        : Optional.of(
            new Finding(
                difference(own, other),
                Optional.empty(),
                "%s (%s) and %s (%s)"
                    .formatted(own.source(), own.status(), other.source(), other.status())));
  }

  /**
   * The difference of two shares in points, by Newcombe's hybrid of their own score intervals
   * (Statistics in Medicine 17, 1998, method 10), as of pictures that have nothing to do with one
   * another: of the same pictures it is wider than it need be.
   */
  private static Estimate difference(Accuracy own, Accuracy other) {
    Interval first = own.interval().orElseThrow();
    Interval second = other.interval().orElseThrow();
    double value = own.top1() - other.top1();
    double below = Math.hypot(own.top1() - first.low(), second.high() - other.top1());
    double above = Math.hypot(first.high() - own.top1(), other.top1() - second.low());
    return new Estimate(value, new Interval(value - below, value + above)).times(POINTS);
  }

  @Override
  public Optional<Finding> memoryShare(String network) {
    Estimate share = memoryShares.get(network);
    return share == null
        ? Optional.empty()
        : Optional.of(
            new Finding(
                share.times(POINTS),
                Optional.empty(),
                Ledger.words(Ledger.SETTINGS.get(0)) + ", sorted as in the paper"));
  }
}
