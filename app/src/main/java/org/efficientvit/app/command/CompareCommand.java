package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.Comparisons;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.SpeedAccuracyFigure;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Networks side by side. */
@Command(
    name = "compare",
    description = {
      "Puts networks side by side: what they cost, how fast they run here, how often they are right,",
      "beside what is published. Speeds come from the store of runs; --measure fills the gaps."
    })
final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODEL",
      converter = DesignChoice.Reader.class,
      completionCandidates = DesignChoice.Words.class,
      description = "Any of ${COMPLETION-CANDIDATES} (default: m0 to m5).",
      order = 0)
  private List<DesignChoice> models =
      List.of(new DesignChoice(Arrays.stream(Variant.values()).map(Designs::of).toList()));

  @Option(
      names = "--engine",
      paramLabel = "pytorch|onnx",
      defaultValue = "onnx",
      description = "What runs the networks (default: ${DEFAULT-VALUE}).",
      order = 1)
  private Engine engine = Engine.ONNX;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "16",
      converter = PositiveInteger.class,
      description = "Pictures of one pass (default: ${DEFAULT-VALUE}).",
      order = 2)
  private int batch;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      converter = PositiveInteger.class,
      description = "Threads that work inside one operation (default: ${DEFAULT-VALUE}).",
      order = 3)
  private int threads;

  @Option(
      names = "--measure",
      description = "Measure what is missing: some six seconds a model.",
      order = 4)
  private boolean measure;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw speed against accuracy into this folder, made if it is not there.",
      order = 5)
  private @Nullable Path out;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  CompareCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Setting setting = new Setting(engine.toString(), Precision.FP32, batch, threads);
    List<Design> designs = DesignChoice.of(models);
    boolean isWhole = true;
    Optional<RunStore> store =
        measure ? Optional.of(RunStore.standard()) : RunStore.existing(RunStore.standardFile());
    try {
      Comparisons comparisons = new Comparisons(store);
      Comparison comparison = comparisons.of(setting, designs);
      Optional<BenchmarkPlan> missing = Comparisons.missing(comparison, SpeedProtocol.standard());
      if (measure && missing.isPresent()) {
        isWhole =
            BenchmarkProgress.run(
                    new Benchmark(missing.get(), store, false), missing.get(), terminal)
                .isWhole();
        comparison = comparisons.of(setting, designs);
      }
      answer(comparison, comparisons);
      return isWhole ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  private void answer(Comparison comparison, Comparisons comparisons) {
    if (!comparison.missing().isEmpty()) {
      terminal.say(
          "Nobody measured %s here in this setting; add --measure, or run 'inspector benchmark --engines %s --batches %d --threads %d'."
              .formatted(String.join(", ", comparison.missing()), engine, batch, threads));
    }
    List<Path> files = draw(comparison, comparisons);
    if (output.json()) {
      terminal.document(CompareReport.of(comparison, comparisons.machine()));
    } else {
      CompareTable.print(comparison, comparisons.machine(), terminal.out());
      files.forEach(terminal.out()::println);
    }
  }

  private List<Path> draw(Comparison comparison, Comparisons comparisons) {
    if (out == null) {
      return List.of();
    }
    Path target = out;
    FigureContext context =
        new FigureContext(
            subject(comparison), null, MachineReport.shortLine(comparisons.machine()), false);
    SpeedAccuracyFigure figure = new SpeedAccuracyFigure(comparison, context);
    FigureWriter writer = FigureWriter.of(figures.theme());
    return figures.formats().stream().map(format -> writer.write(figure, format, target)).toList();
  }

  private static String subject(Comparison comparison) {
    List<String> families =
        comparison.models().stream().map(one -> one.design().family()).distinct().toList();
    return String.join(", ", families);
  }
}
