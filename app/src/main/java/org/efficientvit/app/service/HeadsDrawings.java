package org.efficientvit.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.attention.ScoreMaps;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.evidence.ClassEvidence;
import org.efficientvit.core.evidence.LinearReadout;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.LearnedBias;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.heads.AttentionMatrixFigure;
import org.efficientvit.visualizers.heads.ClassEvidenceFigure;
import org.efficientvit.visualizers.heads.HeadMapsFigure;
import org.efficientvit.visualizers.heads.HeadSimilarityFigure;
import org.efficientvit.visualizers.heads.HeadSummaryFigure;
import org.efficientvit.visualizers.heads.Reading;
import org.efficientvit.visualizers.heads.SimilarityDepthFigure;
import org.efficientvit.visualizers.map.Token;

/** The figures of what heads say. */
public final class HeadsDrawings {

  private HeadsDrawings() {}

  /** Of one picture or many: each head's measures, and how alike heads are. */
  public static List<Figure> of(HeadSurvey survey, FigureContext context) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new HeadSummaryFigure(survey, context));
    if (survey.network().likeness().isPresent()) {
      figures.add(new SimilarityDepthFigure(survey, context));
    }
    for (BlockFigures block : survey.blocks()) {
      if (block.likeness().isPresent()) {
        figures.add(HeadSimilarityFigure.of(block, survey.images(), context));
      }
    }
    return figures;
  }

  /** What {@link #of(Inspection)} needs of a pass. */
  public static Taps taps() {
    return Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION, Tap.Kind.SCORES);
  }

  /**
   * Of one picture: what speaks for its likeliest class, and the maps of each block: content and
   * learned bias apart where there is a bias, entropy, all weights of the window in the middle, and
   * the class token's attention where there is one.
   */
  public static List<Figure> of(Inspection inspection) {
    Model model = inspection.model();
    FigureContext context = FigureContext.of(model, inspection.picture().name());
    Map<String, HeadMaps> biases = LearnedBias.of(model.network(), model.weights());
    List<Figure> figures = new ArrayList<>();
    evidence(inspection, context).ifPresent(figures::add);
    for (HeadMaps attention : inspection.trace().attention().values()) {
      WindowGrid grid = attention.grid();
      HeadMapsFigure whole =
          HeadMapsFigure.of(attention, inspection.crop(), new Reading.Received(), context);
      HeadMaps bias = biases.get(attention.block());
      figures.add(
          bias == null
              ? whole
              : HeadMapsFigure.split(
                  attention,
                  content(inspection.trace(), attention.block()),
                  ScoreMaps.attention(bias),
                  inspection.crop(),
                  new Reading.Received(),
                  context));
      if (grid.leading() > 0) {
        figures.add(whole.with(new Reading.Query(Token.CLASS)));
      }
      figures.add(whole.with(new Reading.Entropy()));
      figures.add(
          AttentionMatrixFigure.of(new StitchedAttention(attention), middle(grid), context));
    }
    return figures;
  }

  private static HeadMaps content(Trace trace, String block) {
    return ScoreMaps.attention(trace.heads(Tap.Kind.SCORES, block).orElseThrow());
  }

  private static int middle(WindowGrid grid) {
    return grid.windowOf(grid.height() / 2, grid.width() / 2);
  }

  /** Empty where the logits do not split among cells. */
  private static Optional<Figure> evidence(Inspection inspection, FigureContext context) {
    Model model = inspection.model();
    List<Prediction> top = inspection.top(2);
    return LinearReadout.find(model.network(), model.weights())
        .map(readout -> evidence(inspection, readout, top, context));
  }

  private static Figure evidence(
      Inspection inspection, LinearReadout readout, List<Prediction> top, FigureContext context) {
    Prediction first = top.get(0);
    ClassEvidence evidence = readout.of(inspection.trace(), first.index());
    if (top.size() == 1) {
      return ClassEvidenceFigure.of(first.label(), evidence, inspection.crop(), context);
    }
    Prediction second = top.get(1);
    return ClassEvidenceFigure.between(
        first.label(),
        evidence,
        second.label(),
        readout.of(inspection.trace(), second.index()),
        inspection.crop(),
        context);
  }
}
