package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a forward pass holds inside, as a file that NumPy and PyTorch read. */
@Command(
    name = "trace",
    description = "Writes what a forward pass holds inside: logits, feature maps, attention.")
final class TraceCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Report(String file, String weights, List<Named> tensors) {}

  /** One tensor of the file. */
  record Named(String name, List<Integer> shape) {}

  private final Terminal terminal;

  @Parameters(paramLabel = "IMAGE", description = "PNG, JPEG, WebP, BMP or GIF.")
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path image;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.safetensors",
      description = "The file to write.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path file;

  @Option(
      names = "--taps",
      split = ",",
      defaultValue = "logits,stages,attention",
      paramLabel = "TAP",
      description = "Any of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      order = 2)
  private Set<TapChoice> taps = Set.of();

  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  TraceCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Picture picture = PictureReader.read(image, pictures.orientation());
    try (Inspector inspector = Inspector.open(model.request(), engine.options())) {
      Inspection inspection = inspector.inspect(picture, TapChoice.taps(taps));
      Map<String, Tensor> tensors = TraceTensors.of(inspection.trace());
      if (tensors.isEmpty()) {
        throw new InspectorException(
            "%s has nothing of what --taps names; ask for logits or stages too."
                .formatted(inspection.model().network().name()));
      }
      SafetensorsWriter.write(file, tensors, DType.FLOAT32, metadata(inspection.model()));
      terminal.sayOrigin(inspection.model().provenance());
      answer(inspection.model().provenance().description(), tensors);
    }
    return ExitCode.OK;
  }

  private Map<String, String> metadata(Model opened) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("model", opened.network().name());
    metadata.put("weights", opened.provenance().description());
    metadata.put("image", image.toString());
    metadata.put("image_size", Integer.toString(opened.network().imageSize()));
    return metadata;
  }

  private void answer(String weights, Map<String, Tensor> tensors) {
    if (output.json()) {
      terminal.document(
          new Report(
              file.toString(),
              weights,
              tensors.entrySet().stream()
                  .map(
                      entry ->
                          new Named(
                              entry.getKey(),
                              Arrays.stream(entry.getValue().shape().toArray()).boxed().toList()))
                  .toList()));
    } else {
      TextTable table = TextTable.leftAligned("tensor", "shape");
      tensors.forEach((name, tensor) -> table.row(name, tensor.shape().toString()));
      table.print(terminal.out());
      terminal.out().printf("%nwritten to %s%n", file);
    }
  }
}
