package org.efficientvit.visualizers.heads;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadFigures;
import org.efficientvit.core.survey.HeadSurvey;

/**
 * A figure of a head as it is drawn; {@link org.efficientvit.core.attention.HeadMeasures} has the
 * definitions.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
enum HeadMeasure {
  ENTROPY("entropy (share of log N: 0 one key, 1 uniform)", "entropy", 1, HeadFigures::entropy),
  DISTANCE(
      "mean attention distance (pixels of the input)", "distance (px)", 1, HeadFigures::distance),
  SELF("attention of a token on itself (%)", "self share (%)", 100, HeadFigures::selfShare),
  BORDER(
      "attention on the border of the window (%)",
      "border share (%)", 100, HeadFigures::borderShare),
  PADDING("attention on padding (%)", "padding share (%)", 100, HeadFigures::paddingShare);

  private final String title;
  private final String column;
  private final double factor;
  private final Function<HeadFigures, Estimate> figure;

  HeadMeasure(String title, String column, double factor, Function<HeadFigures, Estimate> figure) {
    this.title = title;
    this.column = column;
    this.factor = factor;
    this.figure = figure;
  }

  /** Those that a survey has something to say of: padding only where there is some. */
  static List<HeadMeasure> of(HeadSurvey survey) {
    boolean isPadded = survey.blocks().stream().anyMatch(block -> block.grid().isPadded());
    return Arrays.stream(values()).filter(one -> one != PADDING || isPadded).toList();
  }

  /** What stands above its panel, with the unit. */
  String title() {
    return title;
  }

  /** Its name in a table, with the unit. */
  String column() {
    return column;
  }

  /** In its unit. */
  Estimate of(HeadFigures head) {
    return figure.apply(head).times(factor);
  }

  /** What uniform attention would have. */
  double uniform(BlockFigures block) {
    return of(block.uniform().head()).value();
  }
}
