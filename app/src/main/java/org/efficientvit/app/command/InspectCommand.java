package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.ClassChoice;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.PictureReport;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Timing;
import org.efficientvit.visualizers.export.Report;
import org.efficientvit.visualizers.export.ReportWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every figure of a picture, and a page that shows them. */
@Command(
    name = "inspect",
    description = "Draws every figure of a picture, and a page, index.html, that shows them.")
final class InspectCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Answer(List<String> figures, String weights) {}

  private final Terminal terminal;

  @Parameters(paramLabel = "IMAGE", description = "PNG, JPEG, WebP, BMP or GIF.")
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path image;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to, made if it is not there.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path folder;

  @Option(
      names = "--block",
      paramLabel = "NAME",
      description = "Draw the attention of this block alone, such as blocks2.3.",
      order = 2)
  private @Nullable String block;

  @Option(
      names = "--evidence-for",
      paramLabel = "CLASS",
      description =
          "Draw also which places of the picture speak for this class and which against it; its"
              + " label, or its number from 0.",
      order = 2)
  private @Nullable String evidence;

  @Mixin private MapOptions maps = new MapOptions();
  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  InspectCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Picture picture = PictureReader.read(image, pictures.orientation());
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      OptionalInt category = category(inspector.model());
      Taps taps = taps(inspector.model().network());
      Inspection inspection = inspector.inspect(picture, taps);
      Timing timing = inspector.time(picture, share -> {});
      Report report =
          PictureReport.of(
              inspection, timing, inspector.engine(), maps.style(), maps.token(), category);
      terminal.sayOrigin(inspection.model().provenance());
      answer(write(report), inspection.model().provenance().description());
    }
    return ExitCode.OK;
  }

  private OptionalInt category(Model opened) {
    return evidence == null
        ? OptionalInt.empty()
        : OptionalInt.of(ClassChoice.find(evidence, opened.labels()));
  }

  private Taps taps(Network network) {
    Set<Tap.Kind> kinds = EnumSet.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION);
    if (block == null) {
      return new Taps(kinds, Set.of(), false);
    }
    Set<String> blocks = new TreeSet<>();
    for (Tap tap : Blueprint.of(network, 1, true).taps().keySet()) {
      if (tap.kind() == Tap.Kind.ATTENTION) {
        blocks.add(tap.name());
      }
    }
    if (blocks.isEmpty()) {
      throw new InspectorException(
          "%s has no attention, and so none of a block; leave --block away."
              .formatted(network.name()));
    }
    if (!blocks.contains(block)) {
      throw new InspectorException(
          "%s has no attention in a block %s; choose one of %s."
              .formatted(network.name(), block, String.join(", ", blocks)));
    }
    return new Taps(kinds, Set.of(block), false);
  }

  private List<String> write(Report report) {
    try (Progress progress = terminal.progress(report.figures().size())) {
      return new ReportWriter(figures.theme(), figures.formats())
          .write(report, folder, figure -> progress.step()).stream().map(Path::toString).toList();
    }
  }

  private void answer(List<String> files, String weights) {
    if (output.json()) {
      terminal.document(new Answer(files, weights));
    } else {
      files.forEach(terminal.out()::println);
      terminal.out().printf(Locale.ROOT, "%s shows them all.%n", ReportWriter.page(folder));
    }
  }
}
