package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Published claims beside what is measured here. */
@Command(
    name = "claims",
    description = {
      "Holds what the paper claims, and every ratio of its printed speeds, against this machine.",
      "Measures what the store of runs lacks: ten networks on both engines, batch 16 and 1, one"
          + " thread. What is measured is kept at once; the same command goes on where it stopped."
    })
final class ClaimsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--quick",
      description = "Measure by the quick protocol: a first look in two minutes.",
      order = 1)
  private boolean quick;

  @Option(
      names = "--no-measure",
      description = "Measure nothing; use what the store of runs holds of this machine.",
      order = 2)
  private boolean unmeasured;

  @Option(
      names = "--fresh",
      description = "Begin anew, even where a stopped run could go on.",
      order = 3)
  private boolean fresh;

  @Mixin private OutputOptions output = new OutputOptions();

  ClaimsCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Optional<RunStore> store =
        unmeasured ? RunStore.existing(RunStore.standardFile()) : Optional.of(RunStore.standard());
    try {
      ClaimsStudy study = new ClaimsStudy(store);
      boolean isWhole = unmeasured || measure(study, store);
      Ledger ledger = study.ledger(Map.of());
      if (output.json()) {
        terminal.document(ClaimsReport.of(ledger, study.machine()));
      } else {
        new ClaimsTable(ledger, terminal.out()).print(study.machine());
      }
      return isWhole ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  private boolean measure(ClaimsStudy study, Optional<RunStore> store) {
    List<BenchmarkPlan> missing =
        study.missing(quick ? SpeedProtocol.quick() : SpeedProtocol.standard());
    boolean isWhole = BenchmarkProgress.runAll(missing, store, fresh, terminal);
    if (!isWhole) {
      terminal.say("Stopped before the end; the same command goes on from here.");
    }
    return isWhole;
  }
}
