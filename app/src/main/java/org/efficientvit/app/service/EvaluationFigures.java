package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.chart.CalibrationFigure;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.efficientvit.visualizers.chart.MistakesFigure;
import org.efficientvit.visualizers.map.ConfusionFigure;

/**
 * The figures of an evaluation.
 *
 * @param order of the classes by themselves
 */
public record EvaluationFigures(
    Evaluation evaluation, ClassAccuracyFigure.Order order, FigureContext context) {

  /** The most classes whose matrix of confusion is drawn; of more, the worst mistakes are. */
  private static final int MOST_CLASSES_DRAWN = 40;

  public EvaluationFigures {
    requireNonNull(evaluation, "evaluation is null");
    requireNonNull(order, "order is null");
    requireNonNull(context, "context is null");
  }

  /** Each class by itself. */
  public PickableFigure classes() {
    return new ClassAccuracyFigure(evaluation, order, context);
  }

  /** Whether the model is right as often as it is sure. */
  public PickableFigure calibration() {
    return new CalibrationFigure(evaluation.calibration(), context);
  }

  /** Which classes are taken for which: all of few classes, of many the worst mistakes. */
  public PickableFigure confusion() {
    return evaluation.confusion().classes() <= MOST_CLASSES_DRAWN
        ? new ConfusionFigure(evaluation.confusion(), ConfusionFigure.Cell.COUNT, context)
        : new MistakesFigure(evaluation.confusion(), context);
  }

  /** All of them. */
  public List<PickableFigure> all() {
    return List.of(classes(), calibration(), confusion());
  }
}
