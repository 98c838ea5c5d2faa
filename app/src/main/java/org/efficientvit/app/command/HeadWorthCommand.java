package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.EvaluationSource;
import org.efficientvit.app.service.HeadWorthRun;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.evaluate.Evaluation.Failure;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.survey.HeadWorth;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.heads.HeadWorthFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What each head is worth over pictures, and what it costs. */
@Command(
    name = "head-worth",
    description = {
      "Silences one head after another and says what each is worth: how much top-1 and the true"
          + " class lose without it, with 95 %% intervals over the pictures, beside its time.",
      "FOLDER-OR-TAR is as for evaluate; the pictures have to be of the model's classes."
    })
final class HeadWorthCommand implements Callable<Integer> {

  private static final double PERCENT = 100;

  private final Terminal terminal;

  @Option(
      names = "--by",
      paramLabel = "silence|cut|uniform",
      defaultValue = "silence",
      description = {
        "What is done to each head (default: ${DEFAULT-VALUE}): its output made zero, the edge of the"
            + " cascade into it cut, or its map made uniform."
      },
      order = 2)
  private Intervention.Kind kind = Intervention.Kind.SILENCE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw worth against time into this folder, made if it is not there.",
      order = 3)
  private @Nullable Path out;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "16",
      converter = PositiveInteger.class,
      description = "Pictures at a time (default: ${DEFAULT-VALUE}).",
      order = 5)
  private int batch;

  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  HeadWorthCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    sources.check();
    try (Inspector inspector = Inspector.open(model.request(), engine.options());
        EvaluationSource source = sources.open(inspector.model(), model.seed())) {
      source.remarks().forEach(terminal::say);
      HeadWorthRun run = measure(inspector, source);
      terminal.sayOrigin(inspector.model().provenance());
      say(run);
      List<Path> files = draw(inspector, run);
      HeadWorthReport report = HeadWorthReport.of(inspector, kind, run, source, files);
      if (output.json()) {
        terminal.document(report);
      } else {
        report.print(terminal.out());
        files.forEach(terminal.out()::println);
      }
      return run.survey().images() == run.pictures() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private HeadWorthRun measure(Inspector inspector, EvaluationSource source) {
    try (Progress progress = terminal.progress(source.pictures().size())) {
      return HeadWorthRun.of(
          inspector, source.pictures(), kind, batch, progress::reach, terminal::isStopped);
    }
  }

  private void say(HeadWorthRun run) {
    List<Failure> failed = run.failed();
    terminal.sayUnread(failed);
    if (!run.isWhole()) {
      terminal.say(
          "Stopped after %d of %d pictures: what follows is of these."
              .formatted(run.survey().images() + failed.size(), run.pictures()));
    }
  }

  private List<Path> draw(Inspector inspector, HeadWorthRun run) {
    List<Path> files = new ArrayList<>();
    if (out != null && run.times().isPresent()) {
      HeadWorthFigure figure = figure(inspector, run);
      FigureWriter writer = FigureWriter.of(figures.theme());
      for (var format : figures.formats()) {
        files.add(writer.write(figure, format, out));
      }
    }
    return files;
  }

  private HeadWorthFigure figure(Inspector inspector, HeadWorthRun run) {
    List<HeadWorthFigure.Head> heads = new ArrayList<>();
    for (int i = 0; i < run.survey().heads().size(); i++) {
      HeadWorth one = run.survey().heads().get(i);
      heads.add(
          new HeadWorthFigure.Head(
              one.intervention().block(),
              one.intervention().head(),
              run.times().orElseThrow().microseconds().get(i),
              one.top1().times(PERCENT)));
    }
    return new HeadWorthFigure(
        heads,
        "top-1 (percentage points)",
        "%d pictures; PyTorch, %d thread%s"
            .formatted(
                run.survey().images(),
                inspector.options().threads(),
                inspector.options().threads() == 1 ? "" : "s"),
        FigureContext.of(inspector.model(), null));
  }
}
