package org.efficientvit.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.weights.WholeFile;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a command answers with in place of its table, and what it writes into a folder. */
final class DocumentOptions {

  /** A kind of document or of drawing. */
  enum Format {
    CSV("csv", FigureFormat.CSV),
    MARKDOWN("md", null),
    CHROME_TRACE("trace.json", null),
    PNG("png", FigureFormat.PNG),
    SVG("svg", FigureFormat.SVG),
    PDF("pdf", FigureFormat.PDF);

    private static final Set<Format> DRAWINGS = EnumSet.of(PNG, SVG, PDF);

    private final String extension;
    private final @Nullable FigureFormat figures;

    Format(String extension, @Nullable FigureFormat figures) {
      this.extension = extension;
      this.figures = figures;
    }

    boolean isDocument() {
      return !DRAWINGS.contains(this);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw the figures into this folder, made if it is not there.",
      order = 40)
  private @Nullable Path folder;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = {
        "Any of ${COMPLETION-CANDIDATES}.",
        "One of the first three stands in place of the table; chrome-trace is of times alone and opens in Perfetto.",
        "With --out all are files in the folder, the figures always as png."
      },
      order = 41)
  private Set<Format> formats = EnumSet.noneOf(Format.class);

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "light",
      description = "Figures on white or on near-black (default: ${DEFAULT-VALUE}).",
      order = 42)
  private Ground ground = Ground.LIGHT;

  /**
   * Refuses what does not go together.
   *
   * @param json whether standard output is taken by JSON
   */
  void check(boolean json) {
    if (folder != null) {
      return;
    }
    List<Format> drawings = formats.stream().filter(one -> !one.isDocument()).toList();
    if (!drawings.isEmpty()) {
      throw wrong("Figures are files; name their folder with --out.");
    }
    if (formats.size() + (json ? 1 : 0) > 1) {
      throw wrong(
          "There is one standard output for %s; name a folder for them with --out."
              .formatted(
                  formats.stream().map(Format::toString).collect(Collectors.joining(" and "))
                      + (json ? " and --json" : "")));
    }
  }

  /** Says that a format is none of the command's. */
  ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  boolean names(Format format) {
    return formats.contains(format);
  }

  /** Whether figures are drawn. */
  boolean isDrawing() {
    return folder != null;
  }

  /** The document that stands on standard output in place of the table. */
  Optional<Format> document() {
    return folder == null ? formats.stream().findFirst() : Optional.empty();
  }

  /**
   * Writes what is asked for into the folder.
   *
   * @param figures by the folder in it that they belong in, empty for the folder itself
   * @param name of the documents' files, without an ending
   * @param documents writes one
   * @return the files; none where no folder was named
   */
  List<Path> write(
      Map<String, List<Figure>> figures, String name, BiConsumer<Format, PrintWriter> documents) {
    if (folder == null) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    for (Format format : formats) {
      if (format.isDocument()) {
        files.add(document(folder, format, name, documents));
      }
    }
    Path target = folder;
    figures.forEach((inside, some) -> draw(some, target.resolve(inside), files));
    return files;
  }

  private void draw(List<Figure> figures, Path target, List<Path> files) {
    FigureWriter writer = FigureWriter.of(ground.theme());
    for (Figure figure : figures) {
      files.add(writer.write(figure, FigureFormat.PNG, target));
      for (Format format : formats) {
        if (format.figures != null && format != Format.PNG) {
          files.add(writer.write(figure, format.figures, target));
        }
      }
    }
  }

  private static Path document(
      Path folder, Format format, String name, BiConsumer<Format, PrintWriter> documents) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    documents.accept(format, out);
    out.flush();
    Path file = folder.resolve(name + "." + format.extension);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InspectorException(
          "The folder %s cannot be made; check its permissions.".formatted(folder), e);
    }
    WholeFile.write(file, WholeFile.Content.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    return file;
  }
}
