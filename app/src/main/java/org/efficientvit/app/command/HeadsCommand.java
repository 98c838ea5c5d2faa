package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.HeadsDrawings;
import org.efficientvit.app.service.HeadsRun;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.PictureSource;
import org.efficientvit.core.evaluate.Evaluation.Failure;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.weights.WholeFile;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the heads of a model say: each by itself, and how alike they are. */
@Command(
    name = "heads",
    description = {
      "Measures what heads attend to: how evenly, how far, how much to themselves, and how alike the"
          + " heads of a block are, by their maps and by what they give.",
      "Of a folder, all its pictures and those of the folders in it: means with 95 %% intervals,"
          + " beside uniform attention and heads that are shuffled between pictures."
    })
final class HeadsCommand implements Callable<Integer> {

  /** The file that holds every measure, beside those of the figures. */
  private static final String ALL_MEASURES = "measures.csv";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "IMAGE-OR-FOLDER",
      description = "PNG, JPEG, WebP, BMP or GIF, or a folder of them.")
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path place;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Draw figures into this folder, made if it is not there. Without it, --format csv prints"
              + " all figures as comma-separated values.",
      order = 1)
  private @Nullable Path out;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  HeadsCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    try (LabelledFiles files = PictureSource.unlabelled(place, pictures.orientation());
        Inspector inspector = Inspector.open(model.request(), engine.options())) {
      HeadsRun run = measure(inspector, files);
      terminal.sayOrigin(inspector.model().provenance());
      say(run);
      answer(inspector, run);
      return run.survey().images() == run.pictures() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private HeadsRun measure(Inspector inspector, LabelledFiles files) {
    try (Progress progress = terminal.progress(files.size())) {
      return HeadsRun.of(inspector, files, model.seed(), progress::reach, terminal::isStopped);
    }
  }

  private void say(HeadsRun run) {
    List<Failure> failed = run.failed();
    terminal.sayUnread(failed);
    if (!run.isWhole()) {
      terminal.say(
          "Stopped after %d of %d pictures, which were taken in random order: what follows is of these."
              .formatted(run.survey().images() + failed.size(), run.pictures()));
    }
  }

  private void answer(Inspector inspector, HeadsRun run) {
    List<Path> files = out == null ? List.of() : draw(inspector, run, out);
    if (output.json()) {
      terminal.document(HeadsReport.of(inspector, run, Files.isDirectory(place), files));
    } else if (out == null && figures.formats().contains(FigureFormat.CSV)) {
      terminal.out().print(HeadsData.of(run.survey()).toCsv());
    } else {
      new HeadsTable(run.survey()).print(terminal.out());
      files.forEach(terminal.out()::println);
    }
  }

  private List<Path> draw(Inspector inspector, HeadsRun run, Path folder) {
    List<Figure> drawn = figures(inspector, run);
    FigureWriter writer = FigureWriter.of(figures.theme());
    List<Path> files = new ArrayList<>();
    try (Progress progress = terminal.progress(drawn.size())) {
      for (Figure figure : drawn) {
        for (FigureFormat format : figures.formats()) {
          files.add(writer.write(figure, format, folder));
        }
        progress.step();
      }
    }
    if (figures.formats().contains(FigureFormat.CSV)) {
      Path all = folder.resolve(ALL_MEASURES);
      byte[] csv = HeadsData.of(run.survey()).toCsv().getBytes(StandardCharsets.UTF_8);
      WholeFile.write(all, WholeFile.Content.of(csv));
      files.add(all);
    }
    return files;
  }

  private List<Figure> figures(Inspector inspector, HeadsRun run) {
    if (Files.isDirectory(place)) {
      return HeadsDrawings.of(run.survey(), FigureContext.of(inspector.model(), null));
    }
    Inspection inspection =
        inspector.inspect(PictureReader.read(place, pictures.orientation()), HeadsDrawings.taps());
    FigureContext context = FigureContext.of(inspector.model(), inspection.picture().name());
    List<Figure> drawn = new ArrayList<>(HeadsDrawings.of(run.survey(), context));
    drawn.addAll(HeadsDrawings.of(inspection));
    return drawn;
  }
}
