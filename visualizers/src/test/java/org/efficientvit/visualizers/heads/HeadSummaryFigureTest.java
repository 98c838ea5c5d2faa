package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.visualizers.Pickable;
import org.junit.jupiter.api.Test;

class HeadSummaryFigureTest {

  private static final HeadSurvey SURVEY = HeadSamples.survey(256, 3);
  private static final HeadSummaryFigure FIGURE = new HeadSummaryFigure(SURVEY, HandMade.CONTEXT);

  @Test
  void aDotStandsAsHighAsItsFigureIsLarge() {
    List<Pickable> parts = FIGURE.pickables(700, 800);
    int heads = 6 * 4;
    for (int head = 1; head < heads; head++) {
      double entropy = entropy(head);
      double other = entropy(head - 1);
      assertThat(Math.signum(middle(parts.get(head)) - middle(parts.get(head - 1))))
          .isEqualTo(Math.signum(other - entropy));
    }
  }

  @Test
  void equalFiguresOfAllHeadsLieOnOneAxis() {
    List<Pickable> parts = FIGURE.pickables(700, 800);
    double perUnit = (middle(parts.get(1)) - middle(parts.get(0))) / (entropy(0) - entropy(1));

    assertThat(middle(parts.get(23)) - middle(parts.get(0)))
        .isCloseTo((entropy(0) - entropy(23)) * perUnit, within(1e-6));
  }

  @Test
  void aPointOnADotIsItsHead() {
    Pickable part = FIGURE.pickables(700, 800).get(6);
    double x = part.outline().getBounds2D().getCenterX();

    assertThat(part.name()).isEqualTo("blocks2.3 head 2");
    assertThat(FIGURE.pick(x, middle(part), 700, 800)).contains(part);
  }

  @Test
  void paddingHasAPanelWhereWindowsArePadded() {
    assertThat(FIGURE.pickables(700, 800)).hasSize(5 * 24);
    assertThat(
            new HeadSummaryFigure(HeadSamples.survey(224, 1), HandMade.CONTEXT).pickables(700, 800))
        .hasSize(4 * 24);
  }

  @Test
  void theTableHoldsFiguresWithIntervalsAndTheBaseline() {
    List<Object> row = FIGURE.data().rows().get(4);

    assertThat(row).startsWith("blocks2.3", 0);
    assertThat((double) row.get(2))
        .isEqualTo(SURVEY.blocks().get(1).heads().get(0).entropy().value());
    assertThat((double) row.get(3)).isLessThan((double) row.get(4));
    assertThat((double) row.get(5)).isCloseTo(1, within(1e-6));
  }

  private static double entropy(int head) {
    return SURVEY.blocks().get(head / 4).heads().get(head % 4).entropy().value();
  }

  private static double middle(Pickable part) {
    return part.outline().getBounds2D().getCenterY();
  }
}
