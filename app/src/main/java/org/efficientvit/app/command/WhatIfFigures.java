package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.WhatIfStudy;
import org.efficientvit.app.service.WhatIfStudy.Changed;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.DifferenceFigure;
import org.efficientvit.visualizers.chart.SpeedFigure;

/** The figures of changed networks. */
final class WhatIfFigures {

  private WhatIfFigures() {}

  /**
   * One of all speeds where they were measured, and one for each change that makes a difference.
   */
  static List<Figure> of(WhatIfStudy study, EngineOptions engine) {
    FigureContext context =
        new FigureContext(
            Variant.of(study.baseline().config().name())
                .map(variant -> "EfficientViT-" + variant)
                .orElse(study.baseline().config().name()),
            null,
            WhatIfReport.NOTE,
            true);
    Ablation ablation = Ablation.published();
    List<Figure> figures = new ArrayList<>();
    if (study.isTimed()) {
      figures.add(
          new SpeedFigure(
              study.changes().stream()
                  .map(
                      one ->
                          new SpeedFigure.Row(
                              one.whatIf().variation().toString(),
                              one.measured().orElseThrow().speed(),
                              one.published(),
                              !one.remarks(ablation.baseline()).isEmpty()))
                  .toList(),
              "measured: " + how(study, engine) + ", 95 % interval",
              ablation,
              context));
    }
    for (Changed one : study.changes()) {
      figures.add(
          new DifferenceFigure(
              one.whatIf().variation().toString(),
              result(study, engine, one),
              one.difference(),
              context));
    }
    return figures;
  }

  private static String how(WhatIfStudy study, EngineOptions engine) {
    return "%s, %d pixels, batch %d, %d %s, %d rounds in turn"
        .formatted(
            engine.engine(),
            study.baseline().config().imageSize(),
            study.batch(),
            engine.threads(),
            engine.threads() == 1 ? "thread" : "threads",
            study.rounds());
  }

  private static String result(WhatIfStudy study, EngineOptions engine, Changed one) {
    if (study.milliseconds().isEmpty() || one.measured().isEmpty()) {
      return "Counted for one pass of %d pictures of %d pixels; nothing was run."
          .formatted(study.batch(), study.baseline().config().imageSize());
    }
    Estimate before = study.milliseconds().get();
    WhatIfStudy.Measured after = one.measured().get();
    return String.format(
        Locale.ROOT,
        "%.1f ms to %.1f ms from end to end, %.2f times the speed · %s",
        before.value(),
        after.milliseconds().value(),
        after.speed().value(),
        how(study, engine));
  }
}
