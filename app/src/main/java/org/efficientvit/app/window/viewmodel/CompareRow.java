package org.efficientvit.app.window.viewmodel;

import java.util.Locale;
import java.util.OptionalDouble;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.published.PublishedModel.Column;

/**
 * One model of a comparison as a person reads it; a dash stands where nobody knows.
 *
 * @param memory weights, and what the largest operation reads and writes
 * @param ratio images/s here for each one of M0
 * @param v100 the same as published for a V100
 * @param xeon the same as published for one thread of a Xeon
 * @param onnx the same as published for ONNX Runtime
 */
public record CompareRow(
    String model,
    String macs,
    String parameters,
    String memory,
    String milliseconds,
    String imagesPerSecond,
    String perGigaMac,
    String top1,
    String ratio,
    String v100,
    String xeon,
    String onnx) {

  private static final double MILLION = 1e6;
  private static final String NOTHING = "–";

  static CompareRow of(Comparison comparison, ModelFigures model) {
    return new CompareRow(
        model.name().toUpperCase(Locale.ROOT),
        number("%.0f M", model.macs() / MILLION),
        number("%.1f M", model.parameters() / MILLION),
        number("%.0f MB", model.memory() / MILLION),
        model
            .speed()
            .map(speed -> number("%.2f", speed.result().milliseconds().value()))
            .orElse(NOTHING),
        number("%.0f", model.imagesPerSecond()),
        number("%.0f", model.imagesPerSecondPerGigaMac()),
        model
            .accuracy()
            .map(
                accuracy ->
                    number("%.1f", 100 * accuracy.top1())
                        + (accuracy.how() == Knowledge.MEASURED ? " measured" : " published"))
            .orElse(NOTHING),
        comparison.measuredRatio(model).map(one -> number("%.2f", one.value())).orElse(NOTHING),
        number("%.2f", comparison.publishedRatio(model, Column.V100)),
        number("%.2f", comparison.publishedRatio(model, Column.XEON)),
        number("%.2f", comparison.publishedRatio(model, Column.ONNX)));
  }

  private static String number(String format, OptionalDouble value) {
    return value.isPresent() ? number(format, value.getAsDouble()) : NOTHING;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
