package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelWriter;
import org.efficientvit.core.model.OnnxExport;
import org.efficientvit.core.weights.DType;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model as a file for other tools. */
@Command(
    name = "export",
    description = {
      "Writes a model for other tools: ONNX, normalisation folded, or safetensors.",
      "Either file says which network it is, its labels and how pictures are prepared."
    })
final class ExportCommand implements Callable<Integer> {

  /** What the file is. */
  enum Format {
    ONNX,
    SAFETENSORS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The answer of {@code --json}. */
  record Report(String model, String weights, List<Written> files) {}

  /** One file. */
  record Written(String file, String format, long bytes) {}

  private final Terminal terminal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "The file to write; with several formats, each gets its own ending.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path file;

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "onnx",
      paramLabel = "FORMAT",
      description = "onnx, safetensors or both (default: ${DEFAULT-VALUE}).",
      order = 2)
  private Set<Format> formats = EnumSet.of(Format.ONNX);

  @Option(
      names = "--taps",
      split = ",",
      paramLabel = "TAP",
      description =
          "What an ONNX model gives out besides the logits: any of ${COMPLETION-CANDIDATES}.",
      order = 3)
  private Set<TapChoice> taps = Set.of();

  @Option(names = "--half", description = "Write safetensors in 16 bits.", order = 4)
  private boolean half;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  ExportCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Model opened = model.request().open();
    List<Written> files = new ArrayList<>();
    for (Format format : EnumSet.copyOf(formats)) {
      Path target = target(format);
      write(opened, format, target);
      files.add(new Written(target.toString(), format.toString(), size(target)));
    }
    terminal.sayOrigin(opened.provenance());
    if (output.json()) {
      terminal.document(
          new Report(opened.network().name(), opened.provenance().description(), files));
    } else {
      files.forEach(
          written ->
              terminal
                  .out()
                  .printf(Locale.ROOT, "%s  (%.1f MB)%n", written.file(), written.bytes() / 1e6));
    }
    return ExitCode.OK;
  }

  private Path target(Format format) {
    if (formats.size() == 1) {
      return file;
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    return file.resolveSibling(name + "." + format);
  }

  private void write(Model opened, Format format, Path target) {
    switch (format) {
      case ONNX -> OnnxExport.write(opened, target, TapChoice.taps(taps)::wants);
      case SAFETENSORS -> ModelWriter.write(opened, target, half ? DType.FLOAT16 : DType.FLOAT32);
    }
  }

  private static long size(Path written) {
    try {
      return Files.size(written);
    } catch (IOException e) {
      throw new InspectorException(
          written + " was written but cannot be read; check the folder.", e);
    }
  }
}
