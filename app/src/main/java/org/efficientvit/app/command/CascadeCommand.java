package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.CascadeFigures;
import org.efficientvit.app.service.CascadeInspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the cascade does on a picture, and what cutting it, or a head, changes. */
@Command(
    name = "cascade",
    description = {
      "Shows what the cascade does on a picture: what each head's own split is, what the head before"
          + " it adds to that, and what it gives.",
      "With --cut, --silence or --uniform it runs the picture once more with that changed, and says"
          + " what became of the classes and of the maps of every block."
    })
final class CascadeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "IMAGE", description = "PNG, JPEG, WebP, BMP or GIF.")
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path image;

  @Option(
      names = "--block",
      paramLabel = "NAME",
      description = "Show the heads of this block alone, such as blocks2.3.",
      order = 2)
  private @Nullable String block;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      converter = PositiveInteger.class,
      description = "How many classes (default: ${DEFAULT-VALUE}).",
      order = 2)
  private int top;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw the cascade into this folder, made if it is not there.",
      order = 2)
  private @Nullable Path out;

  @Mixin private InterventionOptions changes = new InterventionOptions();
  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  CascadeCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Picture picture = PictureReader.read(image, pictures.orientation());
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      Interventions interventions = changes.interventions(inspector.model().network());
      interventions.requireIn(inspector.model().network());
      CascadeInspection inspection = CascadeInspection.of(inspector, picture, interventions);
      List<CascadeFlow> flows = flows(inspection);
      List<Path> files = draw(inspection, flows);
      terminal.sayOrigin(inspector.model().provenance());
      if (output.json()) {
        terminal.document(
            CascadeReport.of(image.toString(), inspector, inspection, flows, top, files));
      } else {
        new CascadeTable(inspection, flows, top).print(terminal.out());
        files.forEach(terminal.out()::println);
      }
    }
    return ExitCode.OK;
  }

  private List<CascadeFlow> flows(CascadeInspection inspection) {
    if (block == null) {
      return inspection.flows();
    }
    List<CascadeFlow> chosen =
        inspection.flows().stream().filter(flow -> flow.block().equals(block)).toList();
    if (chosen.isEmpty()) {
      throw new InspectorException(
          "%s has no heads in a block %s; choose one of %s."
              .formatted(
                  inspection.after().model().network().name(),
                  block,
                  String.join(", ", inspection.flows().stream().map(CascadeFlow::block).toList())));
    }
    return chosen;
  }

  private List<Path> draw(CascadeInspection inspection, List<CascadeFlow> flows) {
    List<Path> files = new ArrayList<>();
    if (out != null) {
      FigureWriter writer = FigureWriter.of(figures.theme());
      for (CascadeFlow flow : flows) {
        for (var format : figures.formats()) {
          files.add(writer.write(CascadeFigures.of(inspection, flow.block()), format, out));
        }
      }
    }
    return files;
  }
}
