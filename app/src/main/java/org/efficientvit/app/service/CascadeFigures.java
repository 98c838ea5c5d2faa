package org.efficientvit.app.service;

import java.util.List;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.heads.CascadeEffect;
import org.efficientvit.visualizers.heads.CascadeFigure;

/** The cascade of an inspection as figures. */
public final class CascadeFigures {

  private static final int CLASSES = 5;

  private CascadeFigures() {}

  /**
   * The figure of one block, with what was changed in it and what all changes did.
   *
   * @param block {@code blocks2.3}
   */
  public static CascadeFigure of(CascadeInspection inspection, String block) {
    Inspection after = inspection.after();
    List<String> labels = after.model().labels();
    return CascadeFigure.of(
        after.trace(),
        block,
        after.crop(),
        inspection.interventions(),
        inspection.effect().map(effect -> CascadeEffect.of(effect, labels, CLASSES)),
        FigureContext.of(after.model(), after.picture().name()));
  }
}
