package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.CostDifference;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.Setup;
import org.efficientvit.core.cost.Variation;
import org.efficientvit.core.cost.WhatIf;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.TurnTimer;
import org.efficientvit.core.trace.TurnTimer.Entry;
import org.efficientvit.core.trace.TurnTimer.Passes;
import org.efficientvit.core.weights.SeededWeights;

/**
 * A network and changed ones beside it, on random weights: what each costs and, where that was
 * measured, how long it takes. Nothing was trained again, so nothing is said about accuracy.
 *
 * @param baseline the network as it is
 * @param cost what it costs
 * @param milliseconds of one pass of the baseline; empty where nothing was measured
 * @param changes each with its network beside the baseline
 * @param rounds that were measured, 0 where none was
 */
public record WhatIfStudy(
    Setup baseline,
    NetworkCost cost,
    Optional<Estimate> milliseconds,
    List<Changed> changes,
    int rounds) {

  private static final int COLOURS = 3;
  private static final int MILLISECONDS = 1000;

  /** The seed of the weights and of the pictures. */
  private static final long SEED = 0;

  /** How far off 1 two figures of one change are for it to be worth a remark. */
  private static final double CLEARLY = 0.01;

  /**
   * How long passes of a changed network took.
   *
   * @param milliseconds of one pass
   * @param added milliseconds to the baseline's pass of the same round; negative where it is faster
   * @param speed images/s for each one of the baseline in the same round
   */
  public record Measured(Estimate milliseconds, Estimate added, Estimate speed) {

    static Measured of(List<Double> before, List<Double> after) {
      return new Measured(
          Estimate.median(after),
          Estimate.difference(after, before),
          Estimate.ratio(before, after));
    }
  }

  /**
   * A changed network.
   *
   * @param whatIf the change and what it costs
   * @param measured how long a pass took; empty where nothing was measured
   * @param difference by operation, with times where the engine has them
   * @param published the row of the paper's table; empty where there is none
   */
  public record Changed(
      WhatIf whatIf,
      Optional<Measured> measured,
      CostDifference difference,
      Optional<Ablation.Row> published) {

    /** In which way the published row may be something else, in sentences. */
    public List<String> remarks(Ablation.Row publishedBaseline) {
      List<String> remarks = new ArrayList<>();
      published
          .map(Ablation.Row::remark)
          .filter(remark -> !remark.isEmpty())
          .ifPresent(remarks::add);
      double more = (double) whatIf.after().macs() / whatIf.before().macs();
      if (more > 1 + CLEARLY
          && published.isPresent()
          && published.get().onnxRatio(publishedBaseline) > 1 + CLEARLY) {
        remarks.add(
            "Published as faster, though this change alone adds %.0f %% multiply-accumulates: the published network must differ in more than this."
                .formatted(100 * (more - 1)));
      }
      return remarks;
    }
  }

  public WhatIfStudy {
    requireNonNull(baseline, "baseline is null");
    requireNonNull(cost, "cost is null");
    requireNonNull(milliseconds, "milliseconds is null");
    changes = List.copyOf(changes);
  }

  /**
   * Counts what changed networks cost.
   *
   * @param batch B, pictures at a time
   * @throws InspectorException in one sentence, if a network cannot be made, is the same, or its
   *     tensors would be too large to count
   */
  public static WhatIfStudy counted(
      EfficientViTConfig config, List<Variation> variations, int batch) {
    Setup baseline = Setup.of(config);
    try {
      List<Changed> changes =
          variations.stream()
              .distinct()
              .map(variation -> WhatIf.of(baseline, variation, batch))
              .map(
                  one ->
                      new Changed(
                          one, Optional.empty(), one.difference(), row(config, one.variation())))
              .toList();
      return new WhatIfStudy(baseline, baseline.cost(batch), Optional.empty(), changes, 0);
    } catch (IllegalArgumentException e) {
      // A shape of more elements than a tensor can have.
      throw new InspectorException(
          "%d pictures of %d pixels at a time make tensors too large to count; choose a smaller --batch or --image-size."
              .formatted(batch, config.imageSize()),
          e);
    }
  }

  /** The changes of the paper's table. */
  public static List<Variation> ablation() {
    return Ablation.published().rows().stream().map(row -> Variation.parse(row.change())).toList();
  }

  /** The published figures are of M4 as published. */
  private static Optional<Ablation.Row> row(EfficientViTConfig config, Variation variation) {
    if (!config.equals(Variant.M4.config())) {
      return Optional.empty();
    }
    return Ablation.published().rows().stream()
        .filter(row -> Variation.parse(row.change()).equals(variation))
        .findFirst();
  }

  /** Whether passes were measured. */
  public boolean isTimed() {
    return rounds > 0;
  }

  /** Pictures of one pass. */
  public int batch() {
    return cost.batch();
  }

  /** Images/s of passes that take so long. */
  public double imagesPerSecond(Estimate pass) {
    return MILLISECONDS * batch() / pass.value();
  }

  /**
   * Measures all networks in turn.
   *
   * @param progress is told after each round how many are done, warm-ups among them
   * @param stopped whether to end early, with the rounds that are complete
   * @return the same with times; without, if it was stopped before a round was complete
   * @throws InspectorException if the engine does not run one of the networks as it is asked to
   */
  public WhatIfStudy measured(
      EngineOptions engine, TurnTimer timer, IntConsumer progress, BooleanSupplier stopped) {
    List<Setup> setups =
        Stream.concat(Stream.of(baseline), changes.stream().map(one -> one.whatIf.changed()))
            .toList();
    if (engine.engine() == Engine.ONNX && !setups.stream().allMatch(Setup::folded)) {
      throw new InspectorException(
          "ONNX Runtime is given networks with BatchNorm folded; measure norm=unfolded with --engine pytorch, or count it alone with --no-time.");
    }
    List<Entry> entries = new ArrayList<>();
    try {
      for (Setup setup : setups) {
        NetworkRunner runner = start(engine, setup);
        // A card is not done with an operation when the call returns.
        boolean operations = runner.timesOperations() && !engine.gpu();
        entries.add(new Entry(runner, pictures(setup), operations));
      }
      return with(timer.time(entries, progress, stopped));
    } finally {
      entries.forEach(entry -> entry.runner().close());
    }
  }

  private static NetworkRunner start(EngineOptions engine, Setup setup) {
    Model model = Model.random(setup.config(), SEED);
    return setup.folded()
        ? engine.start(model)
        : new TorchRunner(
            model.network(),
            model.weights(),
            new TorchRunner.Options(
                false, TorchNetwork.Layout.CHANNELS_LAST, engine.threads(), engine.gpu()));
  }

  private Tensor pictures(Setup setup) {
    int size = setup.config().imageSize();
    return SeededWeights.uniform("input", Shape.of(batch(), COLOURS, size, size), SEED);
  }

  private WhatIfStudy with(List<Passes> measured) {
    Passes before = measured.get(0);
    int complete = before.milliseconds().size();
    if (complete == 0) {
      return this;
    }
    List<Changed> timed = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Changed one = changes.get(i);
      Passes after = measured.get(i + 1);
      timed.add(
          new Changed(
              one.whatIf,
              Optional.of(Measured.of(before.milliseconds(), after.milliseconds())),
              one.whatIf.difference(before.operations(), after.operations()),
              one.published));
    }
    return new WhatIfStudy(
        baseline, cost, Optional.of(Estimate.median(before.milliseconds())), timed, complete);
  }
}
