package org.efficientvit.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.attention.InterventionEffect;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.attention.TokenNorms;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.heads.CascadeEffect;
import org.efficientvit.visualizers.heads.CascadeFigure;
import org.efficientvit.visualizers.heads.CascadeHead;

/** The cascade of each block of an inspection as figures. */
public final class CascadeFigures {

  private static final int CLASSES = 5;

  private CascadeFigures() {}

  /** The figure of one block, with what was changed in it and what that did. */
  public static CascadeFigure of(CascadeInspection inspection, CascadeFlow flow) {
    Trace trace = inspection.after().trace();
    HeadMaps splits = trace.heads(Tap.Kind.HEAD_SPLIT, flow.block()).orElseThrow();
    HeadMaps outputs = trace.heads(Tap.Kind.HEAD_OUTPUT, flow.block()).orElseThrow();
    StitchedAttention attention = new StitchedAttention(trace.attention().get(flow.block()));
    List<CascadeHead> heads = new ArrayList<>();
    for (int i = 0; i < flow.heads().size(); i++) {
      CascadeFlow.Head head = flow.heads().get(i);
      boolean isJoined = i > 0 && head.added() > 0;
      heads.add(
          new CascadeHead(
              TokenNorms.of(splits, i),
              isJoined
                  ? Optional.of(new CascadeHead.Added(head.ratio(), head.cosine()))
                  : Optional.empty(),
              attention.received(i),
              TokenNorms.of(outputs, i),
              is(inspection, Intervention.Kind.CUT, flow.block(), i),
              is(inspection, Intervention.Kind.SILENCE, flow.block(), i),
              is(inspection, Intervention.Kind.UNIFORM, flow.block(), i)));
    }
    return new CascadeFigure(
        flow.block(),
        splits.grid(),
        inspection.after().crop(),
        heads,
        inspection.effect().map(effect -> effect(inspection, effect)),
        FigureContext.of(inspection.after().model(), inspection.after().picture().name()));
  }

  private static boolean is(
      CascadeInspection inspection, Intervention.Kind kind, String block, int head) {
    return inspection.interventions().all().contains(new Intervention(kind, block, head));
  }

  private static CascadeEffect effect(CascadeInspection inspection, InterventionEffect effect) {
    List<String> labels = inspection.after().model().labels();
    return new CascadeEffect(
        effect.likeliest(CLASSES).stream()
            .map(
                one ->
                    new CascadeEffect.OfClass(
                        labels.get(one.index()), one.probability(), one.probabilityAfter()))
            .toList(),
        "total variation of the maps, 0 to 1",
        effect.maps().stream()
            .map(one -> new CascadeEffect.OfBlock(one.block(), one.mean()))
            .toList());
  }
}
