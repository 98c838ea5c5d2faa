package org.efficientvit.visualizers.heads;

import java.util.Optional;
import java.util.function.Function;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.Likeness;
import org.efficientvit.core.survey.SimilarityFigures;

/**
 * One way to say how alike heads are; {@link org.efficientvit.core.attention.Similarity} has the
 * definitions.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
enum Likening {
  MEAN_PAIRWISE(
      "mean pairwise cosine", "mean pairwise", figures -> Optional.of(figures.meanPairwise())),
  MEAN_OF_MAX("mean of max cosine", "mean of max", figures -> Optional.of(figures.meanOfMax())),
  MAX_OF_MAX("max of max cosine", "max of max", figures -> Optional.of(figures.maxOfMax())),
  JENSEN_SHANNON(
      "Jensen–Shannon divergence (bits)",
      "Jensen-Shannon (bits)",
      SimilarityFigures::jensenShannon);

  /** What heads are compared by. */
  enum Of {
    MAPS("attention maps"),
    OUTPUTS("head outputs");

    private final String label;

    Of(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    SimilarityFigures in(Likeness likeness) {
      return this == MAPS ? likeness.maps() : likeness.outputs();
    }
  }

  private final String title;
  private final String column;
  private final Function<SimilarityFigures, Optional<Estimate>> figure;

  Likening(String title, String column, Function<SimilarityFigures, Optional<Estimate>> figure) {
    this.title = title;
    this.column = column;
    this.figure = figure;
  }

  /** What stands above its panel. */
  String title() {
    return title;
  }

  /** Its name in a table. */
  String column() {
    return column;
  }

  /** Empty where heads cannot be compared so: outputs are no shares and have no divergence. */
  Optional<Estimate> of(SimilarityFigures figures) {
    return figure.apply(figures);
  }
}
