package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.AnswerKeeper;
import org.efficientvit.app.service.EvaluationFigures;
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.app.service.EvaluationPlan;
import org.efficientvit.app.service.EvaluationRun;
import org.efficientvit.app.service.EvaluationSource;
import org.efficientvit.app.service.HeadsRun;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.SceneAttention;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often a model is right, and whether its heads look at objects. */
@Command(
    name = "evaluate",
    description = {
      "Measures how often a model is right: top-1, top-5, each class, which classes it takes for"
          + " which, and whether it is right as often as it is sure.",
      "FOLDER-OR-TAR holds a folder of pictures for each class, named by its label, its WordNet id"
          + " or its number from 0; or pictures whose classes --list gives. A tar must not be"
          + " compressed. A run that is stopped goes on when the same is asked for again."
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--confusion",
      description = "Print which classes are taken for which, as a table in Markdown.",
      order = 3)
  private boolean confusion;

  @Option(
      names = "--attention",
      description =
          "With --rendered: measure instead whether heads attend to the one object of each picture.",
      order = 3)
  private boolean attention;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Draw the accuracy of each class, calibration and confusion into this folder, made if it"
              + " is not there.",
      order = 3)
  private @Nullable Path out;

  @Option(
      names = "--class-order",
      paramLabel = "worst|best|number",
      defaultValue = "worst",
      description = "With --out: in which order classes are drawn (default: ${DEFAULT-VALUE}).",
      order = 4)
  private ClassAccuracyFigure.Order order = ClassAccuracyFigure.Order.WORST;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "16",
      converter = PositiveInteger.class,
      description = "Pictures at a time (default: ${DEFAULT-VALUE}).",
      order = 5)
  private int batch;

  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private StoreOptions store = new StoreOptions();
  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  EvaluateCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    sources.check();
    if (attention && !sources.isRendered()) {
      throw new ParameterException(
          spec.commandLine(), "--attention needs to know where objects are: give --rendered too.");
    }
    return attention ? measureAttention() : evaluate();
  }

  private int evaluate() {
    try (Inspector inspector = Inspector.open(model.request(), engine.options());
        EvaluationSource source = sources.open(inspector.model(), model.seed());
        AnswerKeeper keeper = store.answers(engine.options().engine())) {
      refuseLargeTable(inspector.model());
      source.remarks().forEach(terminal::say);
      EvaluationRun run = evaluate(inspector, source, keeper);
      terminal.sayOrigin(inspector.model().provenance());
      terminal.sayUnread(run.evaluation().failed());
      sayStop(run, source.pictures().size());
      answer(inspector, source, run, draw(inspector, source, run.evaluation()));
      return run.evaluation().images() == source.pictures().size()
          ? ExitCode.OK
          : ExitCode.SOFTWARE;
    }
  }

  private void refuseLargeTable(Model opened) {
    if (confusion && opened.labels().size() > EvaluationReport.MOST_CLASSES) {
      throw new InspectorException(
          "A table of %d classes is too large to read; leave --confusion out: the worst mistakes are listed, and --json has them all."
              .formatted(opened.labels().size()));
    }
  }

  private EvaluationRun evaluate(
      Inspector inspector, EvaluationSource source, AnswerKeeper keeper) {
    try (EvaluationProgress progress = new EvaluationProgress(terminal)) {
      EvaluationPlan plan = EvaluationPlan.of(inspector, source.description());
      return EvaluationRun.of(inspector, source.pictures(), plan, batch, keeper, progress);
    }
  }

  private void sayStop(EvaluationRun run, int size) {
    if (!run.isWhole()) {
      int answered = run.evaluation().images() + run.evaluation().failed().size();
      terminal.say(
          "Stopped after %d of %d pictures; %s."
              .formatted(
                  answered,
                  size,
                  run.run().isPresent()
                      ? "the same command goes on from there"
                      : "nothing was kept"));
    }
  }

  private List<Path> draw(Inspector inspector, EvaluationSource source, Evaluation evaluation) {
    if (out == null) {
      return List.of();
    }
    EvaluationPlan plan = EvaluationPlan.of(inspector, source.description());
    EvaluationFigures drawn =
        new EvaluationFigures(
            evaluation, order, EvaluationOutcome.context(inspector.model(), plan));
    return figures.write(drawn.all(), out);
  }

  private void answer(
      Inspector inspector, EvaluationSource source, EvaluationRun run, List<Path> files) {
    if (output.json()) {
      terminal.document(EvaluationReport.of(inspector, source, run, files));
      return;
    }
    EvaluationTable.print(run, terminal.out());
    if (confusion) {
      EvaluationTable.printConfusion(run.evaluation().confusion(), terminal.out());
    }
    files.forEach(terminal.out()::println);
  }

  private int measureAttention() {
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      HeadsRun.requireHeads(inspector.model().network());
      RenderedPictures scenes = sources.singleObjects(inspector.model(), model.seed());
      SceneAttention.Result result;
      try (Progress progress = terminal.progress(scenes.size())) {
        result = SceneAttention.measure(inspector, scenes, progress::reach, terminal::isStopped);
      }
      terminal.sayOrigin(inspector.model().provenance());
      AttentionReport report = AttentionReport.of(inspector.model(), result);
      if (output.json()) {
        terminal.document(report);
      } else {
        report.print(terminal.out());
      }
      return result.scenes() == scenes.size() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
