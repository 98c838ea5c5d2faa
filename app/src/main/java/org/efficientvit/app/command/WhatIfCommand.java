package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.WhatIfStudy;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.Variation;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.trace.TurnTimer;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What changed networks would cost. */
@Command(
    name = "what-if",
    description = {
      "Changes a network, counts and times what that costs, and says which operations make the"
          + " difference.",
      "Nothing is trained: cost and time only, on random weights."
    })
final class WhatIfCommand implements Callable<Integer> {

  private static final int WARM_UPS = 3;

  /** Reads {@code cascade=off+heads=2}. */
  static final class VariationReader implements ITypeConverter<Variation> {

    @Override
    public Variation convert(String value) {
      try {
        return Variation.parse(value);
      } catch (InspectorException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--change",
      paramLabel = "PART=VALUE",
      converter = VariationReader.class,
      description = {
        "A changed network; may be given several times, and + joins changes of one network:",
        "cascade=on|off, attention=split|full, heads=H, key-width=value|K, query-convolution=on|off,"
            + " token-interaction=on|off, layout=sandwich|swin, pairs=N, ffn-ratio=N,"
            + " activation=relu|gelu|hardswish, norm=folded|unfolded|layer, depth=N,N,N,"
            + " image-size=N, window=N. Where a stage has a figure of its own, three with commas."
      },
      order = 1)
  private List<Variation> changes = List.of();

  @Option(
      names = "--ablation",
      description = "Make every change of the paper's table of M4, Table 6.",
      order = 2)
  private boolean ablation;

  @Option(
      names = "--model",
      paramLabel = "m0..m5",
      description = "The network that is changed (default: m0; m4 with --ablation).",
      order = 10)
  private @Nullable Variant model;

  @Option(
      names = "--image-size",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Side of the pictures in pixels before any change (default: 224).",
      order = 12)
  private @Nullable Integer imageSize;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "16",
      converter = PositiveInteger.class,
      description = "Pictures at a time (default: ${DEFAULT-VALUE}).",
      order = 5)
  private int batch;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "21",
      converter = PositiveInteger.class,
      description = "Passes of each network, which take turns (default: ${DEFAULT-VALUE}).",
      order = 6)
  private int rounds;

  @Option(names = "--no-time", description = "Count alone; run nothing.", order = 7)
  private boolean untimed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw the figures into this folder, made if it is not there.",
      order = 2)
  private @Nullable Path out;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private EngineChoice engine = new EngineChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  WhatIfCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    EngineOptions options = engine.options();
    WhatIfStudy study = WhatIfStudy.counted(config(), variations(), batch);
    boolean complete = true;
    if (!untimed) {
      TurnTimer timer = new TurnTimer(WARM_UPS, rounds);
      try (Progress progress = terminal.progress(WARM_UPS + rounds)) {
        study = study.measured(options, timer, progress::reach, terminal::isStopped);
      }
      complete = study.rounds() == rounds;
    }
    if (!complete) {
      terminal.say("Stopped after %d of %d rounds.".formatted(study.rounds(), rounds));
    }
    List<Path> files = draw(study, options);
    if (output.json()) {
      terminal.document(WhatIfReport.of(study, options, files));
    } else {
      new WhatIfTable(study, options).print(terminal.out());
      files.forEach(terminal.out()::println);
    }
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private EfficientViTConfig config() {
    Variant chosen = model;
    if (chosen == null) {
      chosen = ablation ? Variant.M4 : Variant.M0;
    }
    if (ablation && chosen != Variant.M4) {
      throw new ParameterException(
          spec.commandLine(), "The published ablation is of m4; leave --model out, or say m4.");
    }
    EfficientViTConfig config = chosen.config();
    return imageSize == null ? config : config.withImageSize(imageSize);
  }

  private List<Variation> variations() {
    List<Variation> variations = new ArrayList<>();
    if (ablation) {
      variations.addAll(WhatIfStudy.ablation());
    }
    variations.addAll(changes);
    if (variations.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Name a change, such as --change cascade=off, or --ablation.");
    }
    return variations;
  }

  private List<Path> draw(WhatIfStudy study, EngineOptions options) {
    if (out == null) {
      return List.of();
    }
    Path target = out;
    FigureWriter writer = FigureWriter.of(figures.theme());
    return WhatIfFigures.of(study, options).stream()
        .flatMap(
            figure ->
                figures.formats().stream().map(format -> writer.write(figure, format, target)))
        .toList();
  }
}
