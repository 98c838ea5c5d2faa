package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.command.DocumentOptions.Format;
import org.efficientvit.app.service.MachineCeilings;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.ProfilePlan;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.trace.ProfileTimer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What each operation takes, and what bounds it. */
@Command(
    name = "profile",
    description = {
      "Times each operation, and says what bounds it on this machine: memory, compute or overhead.",
      "Without --weights, networks run as published on random ones: times do not depend on them."
    })
final class ProfileCommand implements Callable<Integer> {

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "IMAGE",
      description = "A picture to run on; without it, noise, which takes as long.")
  private @Nullable Path image;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NETWORK",
      converter = DesignName.class,
      description = "Several networks, one after another, on random weights.",
      order = 1)
  private List<Design> models = List.of();

  @Option(
      names = {"--batch", "--batches"},
      split = ",",
      paramLabel = "N",
      defaultValue = "1",
      converter = PositiveInteger.class,
      description = "Pictures of one pass, one number or several (default: ${DEFAULT-VALUE}).",
      order = 2)
  private List<Integer> batches = List.of();

  @Option(
      names = "--grouping",
      paramLabel = "limit|paper",
      defaultValue = "limit",
      description = {
        "limit: each operation counts to the largest of three lower limits of its time, by this machine's ceilings (default).",
        "paper: by the sort of operation, as the paper counts."
      },
      order = 3)
  private Grouping grouping = Grouping.LIMIT;

  @Option(
      names = "--ceilings",
      paramLabel = "C",
      description = {
        "kept: those of this machine that were measured before, or a quick look (default).",
        "quick, careful: measure them now, below a second or some 15 seconds, and keep them."
      },
      order = 4)
  private MachineCeilings.@Nullable Choice ceilings;

  @Option(
      names = "--passes",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description =
          "Passes of each network with its operations timed, and as many without (default: what 5 seconds hold, 15 to 201).",
      order = 5)
  private @Nullable Integer passes;

  @Option(
      names = "--unfolded",
      description = "Run normalisation as trained, not folded into the layer beside it.",
      order = 6)
  private boolean unfolded;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keep what is measured in this file.",
      order = 7)
  private @Nullable Path save;

  @Option(
      names = "--read",
      paramLabel = "FILE",
      description = "Measure nothing; show what --save kept, or the answer of --json.",
      order = 8)
  private @Nullable Path read;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "Say on the bound of how much of the time this agrees with such a file.",
      order = 9)
  private @Nullable Path compare;

  @Mixin private DocumentOptions documents = new DocumentOptions();
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  ProfileCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    documents.check(output.json());
    Profiling.Result result = read == null ? measured() : read(read);
    result.networks().forEach(this::warn);
    if (!result.isWhole()) {
      terminal.say("Stopped early; what was measured until then is shown.");
    }
    if (save != null) {
      ProfileFile.write(save, result);
    }
    ProfileComparison comparison = compare == null ? null : ProfileComparison.of(result, compare);
    List<Path> files =
        documents.isDrawing()
            ? documents.write(
                ProfileFigures.of(result),
                "profile",
                (format, out) -> write(result, comparison, format, out))
            : List.of();
    answer(result, comparison, files);
    return result.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Profiling.Result measured() {
    ProfilePlan plan =
        new ProfilePlan(
            requests(),
            batches,
            engine.options(),
            !unfolded,
            Optional.ofNullable(image)
                .map(file -> PictureReader.read(file, pictures.orientation())),
            passes == null ? ProfileTimer.within(BUDGET) : ProfileTimer.of(passes),
            ceilings == null ? MachineCeilings.Choice.KEPT : ceilings);
    Profiling.Result result = ProfileProgress.run(plan, terminal);
    MachineReport.busy(result.machine()).ifPresent(terminal::say);
    result.networks().stream()
        .filter(ProfiledNetwork::isRandom)
        .findFirst()
        .ifPresent(
            network ->
                terminal.say(
                    "This ran on %s; times do not depend on what was learned."
                        .formatted(network.weights())));
    return result;
  }

  private List<ModelRequest> requests() {
    ModelRequest one = model.request();
    ModelRequest asked =
        one.weights() instanceof WeightsChoice.Demonstration ? on(one, one.design()) : one;
    if (models.isEmpty()) {
      return List.of(asked);
    }
    if (one.design().isPresent()) {
      throw wrong("Name networks by --model or by --models, not by both.");
    }
    if (one.file().isPresent()) {
      throw wrong("Weights are of one network; name it by --model.");
    }
    return models.stream().distinct().map(design -> on(one, Optional.of(design))).toList();
  }

  /** As published, with all its classes, so that it costs what {@code cost} says. */
  private ModelRequest on(ModelRequest request, Optional<Design> design) {
    return new ModelRequest(
        design, new WeightsChoice.Random(model.seed()), request.imageSize(), Optional.empty());
  }

  private Profiling.Result read(Path file) {
    boolean measures = ceilings != null || passes != null || unfolded || image != null;
    if (measures || !models.isEmpty() || model.request().design().isPresent()) {
      throw wrong("--read shows what was measured before; leave out what is to be measured.");
    }
    return ProfileFile.read(file);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private void warn(ProfiledNetwork network) {
    Profile profile = network.profile();
    List<ProfiledOperation> faster = profile.fasterThanPossible(ProfileReport.TOLERANCE);
    if (!faster.isEmpty()) {
      terminal.say(
          "%d of the %d operations of %s at batch %d, such as %s, were faster than this machine's ceilings allow by more than a tenth; measure those again on a quiet machine with --ceilings careful."
              .formatted(
                  faster.size(),
                  profile.operations().size(),
                  profile.cost().network(),
                  profile.cost().batch(),
                  faster.get(0).name()));
    }
  }

  private void answer(
      Profiling.Result result, @Nullable ProfileComparison comparison, List<Path> files) {
    PrintWriter out = terminal.out();
    if (output.json()) {
      terminal.document(ProfileReport.document(result, comparison, files));
      return;
    }
    Optional<Format> document = documents.document();
    if (document.isPresent()) {
      write(result, comparison, document.get(), out);
      return;
    }
    print(result, out);
    if (comparison != null) {
      out.println();
      comparison.print(out);
    }
    files.forEach(out::println);
  }

  private void print(Profiling.Result result, PrintWriter out) {
    out.println(MachineReport.line(result.machine()));
    out.println(CeilingsReport.line(result.ceilings()));
    out.println();
    if (result.networks().size() == 1) {
      new ProfileTable(result.networks().get(0), grouping).print(out);
    } else {
      new ProfileSummary(result).print(out);
    }
  }

  private static void write(
      Profiling.Result result,
      @Nullable ProfileComparison comparison,
      Format format,
      PrintWriter out) {
    switch (format) {
      case CSV -> out.print(ProfileData.of(result.networks()).toCsv());
      case MARKDOWN -> {
        new ProfileSummary(result).printMarkdown(out);
        if (comparison != null) {
          out.println();
          comparison.printMarkdown(out);
        }
      }
      case CHROME_TRACE -> out.println(Json.of(ChromeTrace.of(result.networks())));
      case PNG, SVG, PDF -> throw new IllegalArgumentException(format + " is no document");
    }
  }
}
