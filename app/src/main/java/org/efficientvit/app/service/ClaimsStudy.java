package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.statistics.Estimate;

/** Which published claims hold on this computer, by what the store of runs holds of it. */
public final class ClaimsStudy {

  private final Optional<RunStore> store;
  private final Machine machine;

  /**
   * A study.
   *
   * @param store of runs; empty where nothing was measured yet
   */
  public ClaimsStudy(Optional<RunStore> store) {
    this(store, ThisMachine.with(List.of(Engine.values())));
  }

  ClaimsStudy(Optional<RunStore> store, Machine machine) {
    this.store = requireNonNull(store, "store is null");
    this.machine = requireNonNull(machine, "machine is null");
  }

  public Machine machine() {
    return machine;
  }

  private static List<String> models() {
    return Designs.all().stream().map(Design::id).toList();
  }

  /**
   * What has to be measured so that every claim about speed on processors can be judged: all
   * networks in turn, setting by setting, so that those that are compared stand near each other in
   * each round. Settings in which one run visited all networks in as many rounds are left out.
   */
  public List<BenchmarkPlan> missing(SpeedProtocol protocol) {
    StoredEvidence evidence = new StoredEvidence(store, machine, Map.of());
    List<BenchmarkPlan> plans = new ArrayList<>();
    for (Setting setting : Ledger.SETTINGS) {
      if (!evidence.holdsAll(models(), setting, protocol.rounds())) {
        plans.add(
            new BenchmarkPlan(
                models(),
                List.of(Engine.of(setting.engine())),
                List.of(setting.precision()),
                List.of(setting.batch()),
                List.of(setting.threads()),
                List.of(1),
                protocol));
      }
    }
    return plans;
  }

  /**
   * All claims beside what is known of them.
   *
   * @param memoryShares parts, 0 to 1, of networks' time that operations take which the paper calls
   *     memory-bound; those of no network if nobody measured them
   */
  public Ledger ledger(Map<String, Estimate> memoryShares) {
    return Ledger.of(PublishedFigures.standard(), new StoredEvidence(store, machine, memoryShares));
  }

  /** All families side by side in each setting in which the claims are judged. */
  public List<Comparison> comparisons() {
    Comparisons comparisons = new Comparisons(store, machine);
    return Ledger.SETTINGS.stream().map(setting -> comparisons.of(setting, Designs.all())).toList();
  }
}
