package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.DetectionPlan;
import org.efficientvit.app.service.DetectionRun;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ThisMachine;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.AnnotatedFiles;
import org.efficientvit.core.detect.AnnotatedPictures;
import org.efficientvit.core.detect.CocoAnnotations;
import org.efficientvit.core.detect.CocoResults;
import org.efficientvit.core.detect.Detector;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.detect.RenderedScenes;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.objects.scene.Split;
import org.efficientvit.core.runs.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How well a detector finds objects. */
@Command(
    name = "evaluate-detection",
    description = {
      "Measures how well a detector finds objects: COCO's twelve figures, and each class.",
      "The pictures are those of a folder with annotations in COCO's format, or rendered scenes of"
          + " several objects. A run that is stopped goes on when the same is asked for again."
    })
final class EvaluateDetectionCommand implements Callable<Integer> {

  /** The most pictures that could not be read whose sentences are printed. */
  private static final int FAILURES_SAID = 20;

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "Where the pictures are that the annotations name.",
      order = 1)
  private @Nullable Path images;

  @Option(
      names = "--annotations",
      paramLabel = "FILE",
      description = "What is on them: instances_val2017.json or its like.",
      order = 2)
  private @Nullable Path annotations;

  @Option(
      names = "--rendered",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Look at N rendered scenes of several objects, not at files.",
      order = 3)
  private @Nullable Integer rendered;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "validation",
      description = "Which scenes: training, validation or samples (default: ${DEFAULT-VALUE}).",
      order = 4)
  private Split split = Split.VALIDATION;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Write what was found as COCO's results JSON; with --annotations.",
      order = 5)
  private @Nullable Path results;

  @Mixin private StoreOptions store = new StoreOptions();
  @Mixin private DetectorOptions detector = new DetectorOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  EvaluateDetectionCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /** The pictures, what they are, and COCO's numbers where they have some. */
  private record Source(
      AnnotatedPictures pictures,
      Map<String, Object> description,
      Optional<CocoAnnotations> annotations) {}

  @Override
  public Integer call() {
    check();
    DetectionModel model = detector.request().open();
    Source source = source(model);
    EngineOptions options = engine.options();
    Optional<RunStore> opened = store.open();
    try (Detector ready = DetectorRequest.start(model, options)) {
      DetectionRun run =
          evaluate(ready, source, DetectionPlan.of(model, options, source.description), opened);
      terminal.sayOrigin(model.provenance());
      sayFailures(run.found());
      sayStop(run, source.pictures.size());
      write(source, run);
      answer(model, options, source, run);
      return run.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      opened.ifPresent(RunStore::close);
    }
  }

  private void check() {
    boolean isFolder = images != null && annotations != null;
    if (isFolder == (rendered != null) || (images == null) != (annotations == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "Name either --images DIR and --annotations FILE, or a number of scenes with --rendered.");
    }
    if (results != null && annotations == null) {
      throw new ParameterException(
          spec.commandLine(), "--results goes with --annotations, whose numbers it writes.");
    }
  }

  private Source source(DetectionModel model) {
    if (rendered != null) {
      int side = model.preprocessing().shorterSide();
      RenderedScenes scenes = RenderedScenes.ofSeveral(split, detector.seed(), rendered, side);
      requireClasses(model, scenes.labels());
      Map<String, Object> description =
          Map.of(
              "kind",
              "rendered scenes of several objects of %s, seed %d, %d of %d pixels"
                  .formatted(split.word(), detector.seed(), rendered, side));
      return new Source(scenes, description, Optional.empty());
    }
    Path folder = requireNonNull(images);
    Path file = requireNonNull(annotations);
    CocoAnnotations read = CocoAnnotations.read(file, model.labels());
    return new Source(
        new AnnotatedFiles(folder, read, model.labels()),
        Map.of(
            "kind",
            "folder %s with annotations %s of %d pictures and %d objects"
                .formatted(
                    folder.toAbsolutePath().normalize(),
                    file.toAbsolutePath().normalize(),
                    read.pictures().size(),
                    read.pictures().stream().mapToInt(one -> one.objects().size()).sum())),
        Optional.of(read));
  }

  private static void requireClasses(DetectionModel model, List<String> labels) {
    if (!model.labels().equals(labels)) {
      throw new InspectorException(
          "The scenes are of %d rendered objects, which %s does not know; use weights that were trained on them."
              .formatted(labels.size(), model.provenance().description()));
    }
  }

  private DetectionRun evaluate(
      Detector ready, Source source, DetectionPlan plan, Optional<RunStore> opened) {
    Optional<DetectionRun.Keeping> keeping =
        opened.map(
            kept ->
                new DetectionRun.Keeping(
                    kept, ThisMachine.with(List.of(engine.options().engine())), store.isFresh()));
    try (EvaluationProgress progress = new EvaluationProgress(terminal)) {
      return DetectionRun.of(ready, source.pictures, plan, keeping, progress);
    }
  }

  private void sayFailures(List<PictureDetections> found) {
    List<String> problems = new ArrayList<>();
    for (PictureDetections one : found) {
      String problem = one.problem();
      if (problem != null) {
        problems.add(problem);
      }
    }
    problems.stream().limit(FAILURES_SAID).forEach(terminal::say);
    if (problems.size() > FAILURES_SAID) {
      terminal.say("%d more could not be read.".formatted(problems.size() - FAILURES_SAID));
    }
  }

  private void sayStop(DetectionRun run, int size) {
    if (!run.isWhole()) {
      terminal.say(
          "Stopped after %d of %d pictures; %s."
              .formatted(
                  run.found().size(),
                  size,
                  run.run().isPresent()
                      ? "the same command goes on from there"
                      : "nothing was kept"));
    }
  }

  private void write(Source source, DetectionRun run) {
    Path file = results;
    if (file != null) {
      source.annotations.ifPresent(known -> CocoResults.write(file, known, run.found()));
    }
  }

  private void answer(
      DetectionModel model, EngineOptions options, Source source, DetectionRun run) {
    DetectionReport report = DetectionReport.of(model, options, source.description, run);
    if (output.json()) {
      terminal.document(report);
    } else {
      report.print(terminal.out());
    }
  }
}
