package org.efficientvit.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.evidence.LinearReadout;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Timing;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.CostFigure;
import org.efficientvit.visualizers.chart.OperationTimeFigure;
import org.efficientvit.visualizers.chart.PredictionFigure;
import org.efficientvit.visualizers.export.Report;
import org.efficientvit.visualizers.heads.ClassEvidenceFigure;
import org.efficientvit.visualizers.map.AttentionFigure;
import org.efficientvit.visualizers.map.FeatureFigure;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;

/** All figures of one picture. */
public final class PictureReport {

  private static final int CLASSES = 10;

  private PictureReport() {}

  /**
   * The figures of what an inspection holds: classes, attention of each block and, where there is
   * one, of its class token, feature maps of each stage, time of the operations where the engine
   * can tell it, cost.
   *
   * @param timing of the same network on the same picture
   * @param engine that ran the network
   */
  public static Report of(Inspection inspection, Timing timing, String engine) {
    return of(
        inspection, timing, engine, MapStyle.attention(), Optional.empty(), OptionalInt.empty());
  }

  /**
   * The same with maps in a style.
   *
   * @param style of attention maps; feature maps wear its colours
   * @param token whose attention is drawn too, in each block that has it
   * @param category class for which each place's evidence is drawn too
   * @throws org.efficientvit.core.InspectorException if the network's classes are no sum over
   *     places, and evidence is asked for
   */
  public static Report of(
      Inspection inspection,
      Timing timing,
      String engine,
      MapStyle style,
      Optional<Token> token,
      OptionalInt category) {
    FigureContext context = FigureContext.of(inspection.model(), inspection.picture().name());
    Trace trace = inspection.trace();
    List<PredictionFigure.Bar> top =
        inspection.top(CLASSES).stream()
            .map(p -> new PredictionFigure.Bar(p.label(), p.probability()))
            .toList();

    List<Figure> figures = new ArrayList<>();
    figures.add(new PredictionFigure(top, context));
    category.ifPresent(one -> figures.add(evidence(inspection, one, context)));
    for (HeadMaps maps : trace.attention().values()) {
      AttentionFigure received =
          AttentionFigure.received(new StitchedAttention(maps), inspection.crop(), context)
              .with(style);
      figures.add(received);
      if (maps.grid().leading() > 0) {
        figures.add(received.with(Token.CLASS));
      }
      token
          .filter(one -> !one.isClass() && isOn(maps.grid(), one))
          .ifPresent(one -> figures.add(received.with(one)));
    }
    trace
        .features()
        .forEach(
            (stage, features) ->
                figures.add(
                    FeatureFigure.of(stage, features, context)
                        .with(MapStyle.features().with(style.colours()))));
    if (!timing.operations().isEmpty()) {
      OperationTimeFigure times = OperationTimeFigure.of(timing.operations(), context);
      figures.add(times);
      figures.add(times.with(OperationTimeFigure.View.BY_KIND));
      figures.add(times.with(OperationTimeFigure.View.SLOWEST));
    }
    NetworkCost cost = NetworkCost.of(inspection.model().network(), 1, true);
    for (CostFigure.Quantity quantity : CostFigure.Quantity.values()) {
      figures.add(new CostFigure(cost, quantity, context.withoutPicture()));
    }
    return new Report(context, engine, top, figures);
  }

  private static Figure evidence(Inspection inspection, int category, FigureContext context) {
    Model model = inspection.model();
    return ClassEvidenceFigure.of(
        model.labels().get(category),
        LinearReadout.of(model.network(), model.weights()).of(inspection.trace(), category),
        inspection.crop(),
        context);
  }

  private static boolean isOn(WindowGrid grid, Token token) {
    return token.row() < grid.height() && token.column() < grid.width();
  }
}
