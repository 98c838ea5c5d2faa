package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.SceneAttention;
import org.efficientvit.core.data.ClassFolders;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.ConfusionFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How often a model is right, and whether its heads look at objects. */
@Command(
    name = "evaluate",
    description = {
      "Measures how often a model is right: top-1, top-5, and which classes it takes for which.",
      "FOLDER holds a folder of pictures for each class, named as the model's class."
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Folder of folders of pictures.")
  private @Nullable Path folder;

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
      description = "Draw the confusion matrix into this folder, made if it is not there.",
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

  @Mixin private RenderedOptions rendered = new RenderedOptions();
  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  EvaluateCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    if ((folder == null) != rendered.isAsked()) {
      throw new ParameterException(
          spec.commandLine(), "Name either a folder or a number of pictures with --rendered.");
    }
    if (attention && !rendered.isAsked()) {
      throw new ParameterException(
          spec.commandLine(), "--attention needs to know where objects are: give --rendered too.");
    }
    return attention ? measureAttention() : evaluate();
  }

  private int evaluate() {
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      LabelledPictures source = source(inspector.model());
      Evaluation evaluation;
      try (Progress progress = terminal.progress(source.size())) {
        evaluation = inspector.evaluate(source, batch, progress::reach, terminal::isStopped);
      }
      terminal.sayOrigin(inspector.model().provenance());
      evaluation.failed().forEach(failure -> terminal.say(failure.sentence()));
      List<Path> files = draw(inspector.model(), evaluation);
      answer(inspector.model(), evaluation, files);
      return evaluation.images() == source.size() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private LabelledPictures source(Model opened) {
    return folder == null
        ? scenes(opened)
        : ClassFolders.of(folder, pictures.orientation(), opened.labels());
  }

  private RenderedPictures scenes(Model opened) {
    return rendered.pictures(opened.network().imageSize(), model.seed(), attention);
  }

  private List<Path> draw(Model opened, Evaluation evaluation) {
    if (out == null) {
      return List.of();
    }
    Path target = out;
    ConfusionFigure figure =
        new ConfusionFigure(
            evaluation.confusion(), ConfusionFigure.Cell.COUNT, FigureContext.of(opened, null));
    FigureWriter writer = FigureWriter.of(figures.theme());
    return figures.formats().stream().map(format -> writer.write(figure, format, target)).toList();
  }

  private void answer(Model opened, Evaluation evaluation, List<Path> files) {
    if (output.json()) {
      terminal.document(EvaluationReport.of(opened, evaluation));
      return;
    }
    EvaluationTable.print(evaluation, terminal.out());
    if (confusion) {
      EvaluationTable.printConfusion(evaluation.confusion(), terminal.out());
    }
    files.forEach(terminal.out()::println);
  }

  private int measureAttention() {
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      RenderedPictures scenes = scenes(inspector.model());
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
