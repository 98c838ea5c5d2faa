package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast networks run here. */
@Command(
    name = "benchmark",
    description = {
      "Measures images per second: models, engines, batches and threads in turn, again and again.",
      "What is measured is kept at once; the same command goes on where it was stopped.",
      "Close other programs before: they make figures worse and drift."
    })
final class BenchmarkCommand implements Callable<Integer> {

  /** How it is measured. */
  enum Protocol {
    INTERLEAVED,
    QUICK,
    PAPER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODEL",
      converter = DesignName.class,
      completionCandidates = DesignName.All.class,
      description = "Any of ${COMPLETION-CANDIDATES} (default: m0 to m5).",
      order = 1)
  private List<Design> models = Arrays.stream(Variant.values()).map(Designs::of).toList();

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "ENGINE",
      description = "Any of ${COMPLETION-CANDIDATES} (default: all).",
      order = 2)
  private List<Engine> engines = List.of(Engine.values());

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "P",
      description = {
        "Numbers in which the networks compute: fp32, bf16 or both (default: fp32).",
        "Engines that do not know bf16 are left out of its rows."
      },
      order = 3)
  private List<Precision> precisions = List.of(Precision.FP32);

  @Option(
      names = "--batches",
      split = ",",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Pictures of one pass (default: 1,16).",
      order = 3)
  private @Nullable List<Integer> batches;

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Threads that work inside one operation (default: 1).",
      order = 4)
  private @Nullable List<Integer> threads;

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Passes side by side, each with as many threads (default: 1).",
      order = 5)
  private @Nullable List<Integer> workers;

  @Option(
      names = "--protocol",
      paramLabel = "P",
      defaultValue = "interleaved",
      description = {
        "interleaved: ten rounds through all settings, medians (default).",
        "quick: five short rounds.",
        "paper: the official one, batch 16, 1 thread, 10 s of warm-up, mean of 60 s."
      },
      order = 6)
  private Protocol protocol = Protocol.INTERLEAVED;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Rounds through all settings.",
      order = 7)
  private @Nullable Integer rounds;

  @Mixin private StoreOptions storing = new StoreOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  BenchmarkCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    BenchmarkPlan plan = plan();
    Optional<RunStore> store = storing.open();
    try {
      Benchmark.Result result =
          BenchmarkProgress.run(new Benchmark(plan, store, storing.isFresh()), plan, terminal);
      warn(result);
      if (output.json()) {
        terminal.document(BenchmarkReport.of(result));
      } else {
        BenchmarkTable.print(result, terminal.out());
      }
      return result.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  private BenchmarkPlan plan() {
    if (precisions.contains(Precision.BF16) && !engines.contains(Engine.PYTORCH)) {
      throw new ParameterException(
          spec.commandLine(), "--precision bf16 runs on PyTorch; name it in --engines.");
    }
    if (protocol == Protocol.PAPER) {
      if (batches != null || threads != null || workers != null || rounds != null) {
        throw new ParameterException(
            spec.commandLine(),
            "--protocol paper says itself how many pictures, threads, workers and rounds there are.");
      }
      return BenchmarkPlan.ofPaper(ids(), engines, precisions);
    }
    SpeedProtocol chosen =
        protocol == Protocol.QUICK ? SpeedProtocol.quick() : SpeedProtocol.standard();
    return new BenchmarkPlan(
        ids(),
        engines,
        precisions,
        batches == null ? List.of(1, 16) : batches,
        threads == null ? List.of(1) : threads,
        workers == null ? List.of(1) : workers,
        rounds == null ? chosen : chosen.withRounds(rounds));
  }

  private List<String> ids() {
    return models.stream().map(Design::id).toList();
  }

  private void warn(Benchmark.Result result) {
    List<String> warnings = new ArrayList<>();
    MachineReport.busy(result.machine()).ifPresent(warnings::add);
    if (!result.isWhole()) {
      warnings.add(
          result.run().isPresent()
              ? "Stopped before the end; the same command goes on from here."
              : "Stopped before the end.");
    }
    warnings.forEach(terminal::say);
  }
}
