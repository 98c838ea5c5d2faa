package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadFigures;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.Likeness;
import org.efficientvit.core.survey.SimilarityFigures;
import org.efficientvit.core.survey.UniformAttention;
import org.efficientvit.visualizers.DataTable;

/** What heads say, one figure a row, as statistics programs read it. */
final class HeadsData {

  private static final String NONE = "";
  private static final String NETWORK = "network";
  private static final String MAPS = "maps";
  private static final String OUTPUTS = "outputs";
  private static final String SHUFFLED = "shuffled";
  private static final String UNIFORM = "uniform";

  private final List<List<Object>> rows = new ArrayList<>();

  private HeadsData() {}

  /**
   * All figures: of a head by its number, else of all heads of a block, or of the network; those of
   * a baseline by its name.
   */
  static DataTable of(HeadSurvey survey) {
    HeadsData data = new HeadsData();
    for (BlockFigures block : survey.blocks()) {
      for (int head = 0; head < block.heads().size(); head++) {
        data.head(block.block(), Integer.toString(head), NONE, block.heads().get(head));
      }
      data.group(block.block(), block.likeness(), block.shuffled(), block.uniform());
    }
    data.head(NETWORK, NONE, NONE, survey.network().heads());
    data.group(
        NETWORK,
        survey.network().likeness(),
        survey.network().shuffled(),
        survey.network().uniform());
    return new DataTable(
        List.of("block", "head", "of", "baseline", "figure", "mean", "low", "high"), data.rows);
  }

  private void head(String block, String head, String baseline, HeadFigures figures) {
    row(block, head, MAPS, baseline, "entropy", figures.entropy());
    row(block, head, MAPS, baseline, "distance (px)", figures.distance());
    row(block, head, MAPS, baseline, "self share", figures.selfShare());
    row(block, head, MAPS, baseline, "border share", figures.borderShare());
    row(block, head, MAPS, baseline, "padding share", figures.paddingShare());
  }

  private void group(
      String block,
      Optional<Likeness> likeness,
      Optional<Likeness> shuffled,
      UniformAttention uniform) {
    likeness.ifPresent(one -> likeness(block, NONE, one));
    shuffled.ifPresent(one -> likeness(block, SHUFFLED, one));
    head(block, NONE, UNIFORM, uniform.head());
    uniform.maps().ifPresent(maps -> similarity(block, MAPS, UNIFORM, maps));
  }

  private void likeness(String block, String baseline, Likeness likeness) {
    similarity(block, MAPS, baseline, likeness.maps());
    similarity(block, OUTPUTS, baseline, likeness.outputs());
  }

  private void similarity(String block, String of, String baseline, SimilarityFigures figures) {
    row(block, NONE, of, baseline, "mean pairwise cosine", figures.meanPairwise());
    row(block, NONE, of, baseline, "mean of largest cosines", figures.meanOfMax());
    row(block, NONE, of, baseline, "largest cosine", figures.maxOfMax());
    figures
        .jensenShannon()
        .ifPresent(bits -> row(block, NONE, of, baseline, "Jensen-Shannon divergence (bit)", bits));
  }

  private void row(
      String block, String head, String of, String baseline, String figure, Estimate estimate) {
    rows.add(
        List.of(
            block, head, of, baseline, figure, estimate.value(), estimate.low(), estimate.high()));
  }
}
