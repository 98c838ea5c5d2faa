package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efficientvit.core.experiment.CascadeArm;
import org.efficientvit.core.experiment.CascadeComparison;
import org.efficientvit.core.experiment.CascadeExperiment;
import org.efficientvit.core.experiment.CascadeMeasure;
import org.efficientvit.core.experiment.CascadeOutcome;
import org.efficientvit.core.experiment.CascadeState;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.FewMeans;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.Likeness;
import org.efficientvit.core.survey.SimilarityFigures;
import org.efficientvit.visualizers.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code experiment cascade --json}, and its data.
 *
 * @param settings of the experiment
 * @param networks every network in every state, with intervals over the pictures
 * @param comparisons every measure of the arms, untrained and trained, with intervals over the
 *     seeds
 * @param cut what cutting every edge of trained networks changes, with intervals over the seeds
 */
record ExperimentReport(
    Settings settings,
    List<NetworkAnswer> networks,
    List<ComparisonAnswer> comparisons,
    List<CutAnswer> cut) {

  /** How large the experiment is. */
  record Settings(
      int imageSize, int seeds, int epochs, int pictures, int measured, Map<String, String> plan) {}

  /** A mean and its interval of 95 %. */
  record Spread(double mean, double low, double high) {

    static Spread of(Estimate one) {
      return new Spread(one.value(), one.low(), one.high());
    }
  }

  /** One network. */
  record NetworkAnswer(
      String arm,
      int seed,
      String state,
      Spread top1,
      Spread loss,
      Spread entropy,
      SimilarityAnswer network,
      List<BlockAnswer> blocks) {}

  /** One block's heads. */
  record BlockAnswer(String name, SimilarityAnswer similarity) {}

  /** How alike heads are. */
  record SimilarityAnswer(FiguresAnswer maps, FiguresAnswer outputs) {}

  /** Four figures; the divergence is null for outputs. */
  record FiguresAnswer(
      Spread meanPairwise, Spread meanOfMax, Spread maxOfMax, @Nullable Spread jensenShannon) {}

  /**
   * One measure of both arms.
   *
   * @param difference with the cascade less without
   * @param isClear whether 0 is outside its interval
   */
  record ComparisonAnswer(
      String measure,
      String state,
      List<Double> cascade,
      List<Double> noCascade,
      Spread cascadeMean,
      Spread noCascadeMean,
      Spread difference,
      boolean isClear) {}

  /**
   * One measure of the networks trained with the cascade, whose edges are then cut.
   *
   * @param cut of each seed
   * @param change by which the measure grew
   */
  record CutAnswer(String measure, List<Double> cut, Spread change, boolean isClear) {}

  static ExperimentReport of(CascadeExperiment experiment, List<CascadeOutcome> outcomes) {
    List<ComparisonAnswer> comparisons = new ArrayList<>();
    for (CascadeState state : List.of(CascadeState.UNTRAINED, CascadeState.TRAINED)) {
      for (CascadeMeasure measure : CascadeMeasure.values()) {
        comparisons.add(answer(CascadeComparison.of(measure, state, outcomes)));
      }
    }
    List<CutAnswer> cut = new ArrayList<>();
    for (CascadeMeasure measure : CascadeMeasure.values()) {
      cut.add(cut(measure, outcomes));
    }
    return new ExperimentReport(
        new Settings(
            CascadeArm.IMAGE_SIZE,
            experiment.seeds(),
            experiment.epochs(),
            experiment.pictures(),
            experiment.measured(),
            experiment.plan(0).settings()),
        outcomes.stream().map(ExperimentReport::network).toList(),
        comparisons,
        cut);
  }

  private static ComparisonAnswer answer(CascadeComparison one) {
    return new ComparisonAnswer(
        one.measure().id(),
        one.state().id(),
        one.cascade(),
        one.noCascade(),
        Spread.of(one.cascadeMean()),
        Spread.of(one.noCascadeMean()),
        Spread.of(one.difference()),
        one.isClear());
  }

  private static CutAnswer cut(CascadeMeasure measure, List<CascadeOutcome> outcomes) {
    List<Double> before =
        CascadeComparison.values(measure, CascadeState.TRAINED, CascadeArm.CASCADE, outcomes);
    List<Double> after =
        CascadeComparison.values(measure, CascadeState.CUT, CascadeArm.CASCADE, outcomes);
    Estimate change =
        FewMeans.mean(
            IntStream.range(0, before.size())
                .mapToObj(seed -> after.get(seed) - before.get(seed))
                .toList());
    return new CutAnswer(measure.id(), after, Spread.of(change), change.excludes(0));
  }

  private static NetworkAnswer network(CascadeOutcome one) {
    return new NetworkAnswer(
        one.unit().arm().id(),
        one.unit().seed(),
        one.state().id(),
        Spread.of(one.top1()),
        Spread.of(one.loss()),
        Spread.of(one.survey().network().heads().entropy()),
        similarity(one.survey().network().likeness()),
        one.survey().blocks().stream().map(ExperimentReport::block).toList());
  }

  private static BlockAnswer block(BlockFigures block) {
    return new BlockAnswer(block.block(), similarity(block.likeness()));
  }

  /** All blocks of the experiment's networks have several heads. */
  private static SimilarityAnswer similarity(Optional<Likeness> likeness) {
    Likeness one = likeness.orElseThrow();
    return new SimilarityAnswer(figures(one.maps()), figures(one.outputs()));
  }

  private static FiguresAnswer figures(SimilarityFigures one) {
    return new FiguresAnswer(
        Spread.of(one.meanPairwise()),
        Spread.of(one.meanOfMax()),
        Spread.of(one.maxOfMax()),
        one.jensenShannon().map(Spread::of).orElse(null));
  }

  /** The comparison of one measure. */
  ComparisonAnswer comparison(CascadeState state, CascadeMeasure measure) {
    return comparisons.stream()
        .filter(one -> one.state.equals(state.id()) && one.measure.equals(measure.id()))
        .findFirst()
        .orElseThrow();
  }

  /** One figure a row, as statistics programs read it; intervals are over the pictures. */
  DataTable table() {
    List<List<Object>> rows = new ArrayList<>();
    for (NetworkAnswer one : networks) {
      row(rows, one, "network", "top-1", one.top1);
      row(rows, one, "network", "cross-entropy (nats)", one.loss);
      row(rows, one, "network", "entropy", one.entropy);
      rows(rows, one, "network", one.network);
      one.blocks.forEach(block -> rows(rows, one, block.name, block.similarity));
    }
    return new DataTable(
        List.of("arm", "seed", "state", "block", "figure", "mean", "low", "high"), rows);
  }

  private static void rows(
      List<List<Object>> rows, NetworkAnswer network, String block, SimilarityAnswer similarity) {
    rows(rows, network, block, "maps: ", similarity.maps);
    rows(rows, network, block, "outputs: ", similarity.outputs);
  }

  private static void rows(
      List<List<Object>> rows,
      NetworkAnswer network,
      String block,
      String of,
      FiguresAnswer figures) {
    row(rows, network, block, of + "mean pairwise cosine", figures.meanPairwise);
    row(rows, network, block, of + "mean of largest cosines", figures.meanOfMax);
    row(rows, network, block, of + "largest cosine", figures.maxOfMax);
    if (figures.jensenShannon != null) {
      row(rows, network, block, of + "Jensen-Shannon divergence (bit)", figures.jensenShannon);
    }
  }

  private static void row(
      List<List<Object>> rows, NetworkAnswer network, String block, String figure, Spread one) {
    rows.add(
        List.of(
            network.arm, network.seed, network.state, block, figure, one.mean, one.low, one.high));
  }
}
