package org.efficientvit.app.command;

import java.util.Locale;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what a command runs its model. */
final class EngineChoice {

  /** What runs a network. */
  enum Engine {
    PYTORCH,
    ONNX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it runs. */
  enum Device {
    CPU,
    GPU;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--engine",
      paramLabel = "pytorch",
      defaultValue = "pytorch",
      description = "What runs the network (default: ${DEFAULT-VALUE}).",
      order = 20)
  private Engine engine = Engine.PYTORCH;

  @Option(
      names = "--device",
      paramLabel = "cpu|gpu",
      defaultValue = "cpu",
      description = "Where it runs (default: ${DEFAULT-VALUE}).",
      order = 21)
  private Device device = Device.CPU;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Threads that work inside one operation (default: 1).",
      order = 22)
  private @Nullable Integer threads;

  /**
   * What was asked for.
   *
   * @throws InspectorException if this version has no such engine
   */
  EngineOptions options() {
    if (engine == Engine.ONNX) {
      throw new InspectorException(
          "This version cannot run networks on ONNX Runtime yet; use --engine pytorch.");
    }
    EngineOptions standard = EngineOptions.standard();
    return new EngineOptions(device == Device.GPU, threads == null ? standard.threads() : threads);
  }
}
