package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.ClaimReasons;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.ClaimsFigure;
import org.efficientvit.visualizers.chart.SpeedAccuracyFigure;
import org.efficientvit.visualizers.cost.NetworkSharesFigure;

/** The figures of the ledger of claims. */
final class ClaimsFigures {

  private ClaimsFigures() {}

  /**
   * The ledger itself, speed against accuracy in each setting, and what bounds the time of the
   * networks where that was measured.
   */
  static List<Figure> of(ClaimsStudy study, Ledger ledger, ClaimReasons reasons) {
    FigureContext context =
        new FigureContext("All families", null, MachineReport.shortLine(study.machine()), false);
    List<Figure> figures = new ArrayList<>();
    figures.add(new ClaimsFigure(ledger, context));
    for (Comparison comparison : study.comparisons()) {
      figures.add(new SpeedAccuracyFigure(comparison, context));
    }
    List<Profile> profiles =
        reasons.reasons().stream()
            .flatMap(reason -> reason.pair().profiles().stream())
            .distinct()
            .toList();
    if (!profiles.isEmpty()) {
      figures.add(
          new NetworkSharesFigure(
              profiles,
              new FigureContext(
                  MachineReport.shortLine(study.machine()), null, Benchmark.WEIGHTS, true)));
    }
    return figures;
  }
}
