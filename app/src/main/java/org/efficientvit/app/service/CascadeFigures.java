package org.efficientvit.app.service;

import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.heads.CascadeEffect;
import org.efficientvit.visualizers.heads.CascadeFigure;

/** The cascade of a picture as figures. */
public final class CascadeFigures {

  private static final int CLASSES = 5;

  private CascadeFigures() {}

  /** The figure of one block, with what was changed in it and what that did. */
  public static CascadeFigure of(CascadeInspection inspection, CascadeFlow flow) {
    Inspection after = inspection.after();
    return CascadeFigure.of(
        after.trace(),
        flow.block(),
        after.crop(),
        inspection.interventions(),
        inspection
            .effect()
            .map(effect -> CascadeEffect.of(effect, after.model().labels(), CLASSES)),
        FigureContext.of(after.model(), after.picture().name()));
  }
}
