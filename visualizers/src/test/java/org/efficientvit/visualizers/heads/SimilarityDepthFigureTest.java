package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.visualizers.Pickable;
import org.junit.jupiter.api.Test;

class SimilarityDepthFigureTest {

  private static final HeadSurvey SURVEY = HeadSamples.survey(224, 3);
  private static final SimilarityDepthFigure FIGURE =
      new SimilarityDepthFigure(SURVEY, HandMade.CONTEXT);

  @Test
  void theTableHoldsMeasuredShuffledAndUniform() {
    List<List<Object>> rows = FIGURE.data().rows();
    double measured = SURVEY.blocks().get(0).likeness().orElseThrow().maps().meanPairwise().value();

    assertThat(rows.get(0).subList(0, 5))
        .containsExactly("blocks1.0", "attention maps", "mean pairwise", "measured", measured);
    assertThat(rows)
        .filteredOn(row -> row.get(3).equals("uniform") && row.get(2).equals("mean pairwise"))
        .hasSize(6)
        .allSatisfy(row -> assertThat((double) row.get(4)).isCloseTo(1, within(1e-6)));
    // Four definitions of maps and three of outputs, as measured and shuffled, and uniform maps.
    assertThat(rows).hasSize(6 * (7 * 2 + 4));
  }

  @Test
  void aPointOnAMarkIsABlockAndSaysWhichFigure() {
    Pickable part = FIGURE.pickables(700, 640).get(1);
    double x = part.outline().getBounds2D().getCenterX();
    double y = part.outline().getBounds2D().getCenterY();

    assertThat(part.name()).isEqualTo("blocks1.0");
    assertThat(part.text()).contains("attention maps · mean pairwise cosine");
    assertThat(FIGURE.pick(x, y, 700, 640)).contains(part);
  }

  @Test
  void onePictureHasNoShuffledHeads() {
    SimilarityDepthFigure figure =
        new SimilarityDepthFigure(HeadSamples.survey(224, 1), HandMade.CONTEXT);

    assertThat(figure.data().rows()).noneMatch(row -> row.get(3).equals("shuffled"));
    assertThat(figure.title()).isEqualTo("How alike the heads of each block are");
  }
}
