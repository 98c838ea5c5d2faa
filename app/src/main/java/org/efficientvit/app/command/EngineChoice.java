package org.efficientvit.app.command;

import java.util.Locale;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.core.trace.Precision;
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
      names = "--precision",
      paramLabel = "fp32|bf16",
      defaultValue = "fp32",
      description = {
        "In which numbers it computes (default: ${DEFAULT-VALUE}).",
        "bf16: bfloat16 on PyTorch; faster for many pictures at a time on processors that multiply it, with answers that differ in the third digit."
      },
      order = 21)
  private Precision precision = Precision.FP32;

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
    return new EngineOptions(engine, precision, device == Device.GPU, inside);
  }
}
