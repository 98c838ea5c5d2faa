package org.efficientvit.app.command;

import java.util.List;
import org.efficientvit.core.experiment.CascadeArm;
import org.efficientvit.core.experiment.CascadeMeasure;
import org.efficientvit.core.experiment.CascadeState;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.heads.ArmsFigure;

/** The outcome of the cascade's experiment as a figure. */
final class ExperimentFigure {

  private static final List<CascadeMeasure> DRAWN =
      List.of(
          CascadeMeasure.TOP1,
          CascadeMeasure.MAPS_MEAN_PAIRWISE,
          CascadeMeasure.MAPS_MEAN_OF_MAX,
          CascadeMeasure.MAPS_JENSEN_SHANNON,
          CascadeMeasure.OUTPUTS_MEAN_PAIRWISE,
          CascadeMeasure.OUTPUTS_MEAN_OF_MAX);

  private ExperimentFigure() {}

  static ArmsFigure of(ExperimentReport report) {
    return new ArmsFigure(
        ExperimentPage.QUESTION,
        new ArmsFigure.Arms("cascade", "no cascade"),
        DRAWN.stream()
            .map(measure -> measure(measure, report.comparison(CascadeState.TRAINED, measure)))
            .toList(),
        "Trained alike in all but the cascade; means over the blocks and over %d pictures."
            .formatted(report.settings().measured()),
        new FigureContext(
            "a small EfficientViT at %d pixels".formatted(CascadeArm.IMAGE_SIZE),
            null,
            "trained on rendered objects",
            false));
  }

  private static ArmsFigure.Measure measure(
      CascadeMeasure measure, ExperimentReport.ComparisonAnswer one) {
    return new ArmsFigure.Measure(
        measure.words(),
        one.cascade(),
        one.noCascade(),
        estimate(one.cascadeMean()),
        estimate(one.noCascadeMean()),
        estimate(one.difference()));
  }

  private static Estimate estimate(ExperimentReport.Spread one) {
    return new Estimate(one.mean(), new Interval(one.low(), one.high()));
  }
}
