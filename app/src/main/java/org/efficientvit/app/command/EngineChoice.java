package org.efficientvit.app.command;

import java.util.Locale;
import org.efficientvit.app.service.EngineOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what a command runs its model. */
final class EngineChoice {

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
      paramLabel = "pytorch|onnx",
      defaultValue = "pytorch",
      description = "What runs the network (default: ${DEFAULT-VALUE}).",
      order = 20)
  private EngineOptions.Engine engine = EngineOptions.Engine.PYTORCH;

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
   * @throws org.efficientvit.core.InspectorException if the engine does not run on that device
   */
  EngineOptions options() {
    int inside = threads == null ? EngineOptions.standard().threads() : threads;
    return new EngineOptions(engine, device == Device.GPU, inside);
  }
}
