package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.efficientvit.app.service.HeadsRun;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadFigures;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.Likeness;
import org.efficientvit.core.survey.NetworkFigures;
import org.efficientvit.core.survey.SimilarityFigures;
import org.efficientvit.core.survey.UniformAttention;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code heads --json}. Every figure is a number for one picture and a {@link Spread}
 * for a folder. The definitions stand with {@link org.efficientvit.core.attention.HeadMeasures} and
 * {@link org.efficientvit.core.attention.Similarity}.
 *
 * @param imageSize side of the network's input, in whose pixels distances are
 * @param network the mean over the blocks
 * @param images pictures that were measured
 * @param failed pictures that could not be read
 * @param figures files that were drawn
 */
record HeadsReport(
    String model,
    String weights,
    String engine,
    String precision,
    int imageSize,
    List<BlockAnswer> blocks,
    NetworkAnswer network,
    BaselinesAnswer baselines,
    int images,
    List<Evaluation.Failure> failed,
    List<String> figures) {

  /** A figure over pictures: its mean and both ends of the mean's 95 % interval. */
  record Spread(double mean, double low, double high) {}

  /** The heads of one block, in order; without similarity where there is but one. */
  record BlockAnswer(String name, List<HeadAnswer> heads, @Nullable SimilarityAnswer similarity) {}

  /** All blocks together. */
  record NetworkAnswer(HeadAnswer heads, @Nullable SimilarityAnswer similarity) {}

  /** A head, or the mean of several; distance in pixels, all else 0 to 1. */
  record HeadAnswer(
      Object entropy, Object distance, Object selfShare, Object borderShare, Object paddingShare) {}

  /** How alike heads are; outputs are null for uniform attention, which is not run. */
  record SimilarityAnswer(FiguresAnswer maps, @Nullable FiguresAnswer outputs) {}

  /** The four figures; the divergence is null for outputs, which are no distributions. */
  record FiguresAnswer(
      Object meanPairwise, Object meanOfMax, Object maxOfMax, @Nullable Object jensenShannon) {}

  /** What the figures are held against; shuffled is null for one picture. */
  record BaselinesAnswer(BaselineAnswer uniform, @Nullable BaselineAnswer shuffled) {}

  /** One baseline. */
  record BaselineAnswer(List<BaselineBlock> blocks, BaselineBlock network) {}

  /** One baseline of a block, or of the network; heads are null where they are not its own. */
  record BaselineBlock(
      String name, @Nullable HeadAnswer heads, @Nullable SimilarityAnswer similarity) {}

  private static final String NETWORK = "network";

  /**
   * The answer.
   *
   * @param isFolder whether figures are spreads
   */
  static HeadsReport of(Inspector inspector, HeadsRun run, boolean isFolder, List<Path> figures) {
    Model model = inspector.model();
    Figures answers =
        new Figures(
            isFolder ? one -> new Spread(one.value(), one.low(), one.high()) : Estimate::value);
    HeadSurvey survey = run.survey();
    return new HeadsReport(
        model.network().name(),
        model.provenance().description(),
        inspector.engine(),
        inspector.options().precision().toString(),
        model.network().imageSize(),
        survey.blocks().stream().map(answers::block).toList(),
        answers.network(survey.network()),
        new BaselinesAnswer(answers.uniform(survey), answers.shuffled(survey)),
        survey.images(),
        run.failed(),
        figures.stream().map(Path::toString).toList());
  }

  /** Writes figures as numbers or as spreads. */
  private record Figures(Function<Estimate, Object> figure) {

    BlockAnswer block(BlockFigures block) {
      return new BlockAnswer(
          block.block(),
          block.heads().stream().map(this::head).toList(),
          similarity(block.likeness()));
    }

    NetworkAnswer network(NetworkFigures network) {
      return new NetworkAnswer(head(network.heads()), similarity(network.likeness()));
    }

    BaselineAnswer uniform(HeadSurvey survey) {
      return new BaselineAnswer(
          survey.blocks().stream().map(one -> uniform(one.block(), one.uniform())).toList(),
          uniform(NETWORK, survey.network().uniform()));
    }

    @Nullable BaselineAnswer shuffled(HeadSurvey survey) {
      if (survey.network().shuffled().isEmpty()) {
        return null;
      }
      return new BaselineAnswer(
          survey.blocks().stream()
              .map(one -> new BaselineBlock(one.block(), null, similarity(one.shuffled())))
              .toList(),
          new BaselineBlock(NETWORK, null, similarity(survey.network().shuffled())));
    }

    private BaselineBlock uniform(String name, UniformAttention uniform) {
      return new BaselineBlock(
          name,
          head(uniform.head()),
          uniform.maps().map(maps -> new SimilarityAnswer(figures(maps), null)).orElse(null));
    }

    private HeadAnswer head(HeadFigures head) {
      return new HeadAnswer(
          figure.apply(head.entropy()),
          figure.apply(head.distance()),
          figure.apply(head.selfShare()),
          figure.apply(head.borderShare()),
          figure.apply(head.paddingShare()));
    }

    private @Nullable SimilarityAnswer similarity(Optional<Likeness> likeness) {
      return likeness
          .map(one -> new SimilarityAnswer(figures(one.maps()), figures(one.outputs())))
          .orElse(null);
    }

    private FiguresAnswer figures(SimilarityFigures figures) {
      return new FiguresAnswer(
          figure.apply(figures.meanPairwise()),
          figure.apply(figures.meanOfMax()),
          figure.apply(figures.maxOfMax()),
          figures.jensenShannon().map(figure).orElse(null));
    }
  }
}
