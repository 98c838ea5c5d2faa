package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.PublishedModel.Column;

/**
 * One model of a comparison.
 *
 * @param id as the command line has it
 * @param model as a person calls it
 * @param memory weights, and what the largest operation reads and writes
 * @param measuredTop1 top-1 in per cent as measured here
 * @param top1 the same as its authors published it
 * @param timm the same of timm's weights
 * @param ratio images/s here for each one of the first network
 * @param v100 the same as published for a V100
 * @param xeon the same as published for one thread of a Xeon
 * @param onnx the same as published for ONNX Runtime
 */
public record CompareRow(
    String id,
    String model,
    Reading macs,
    Reading parameters,
    Reading memory,
    Reading milliseconds,
    Reading imagesPerSecond,
    Reading perGigaMac,
    Reading measuredTop1,
    Reading top1,
    Reading timm,
    Reading ratio,
    Reading v100,
    Reading xeon,
    Reading onnx) {

  private static final double MILLION = 1e6;
  private static final double PERCENT = 100;

  /**
   * A number as a person reads it, which is sorted by what it is; those that nobody knows stand
   * last.
   *
   * @param value the number; not a number where nobody knows it
   * @param text what is read
   */
  public record Reading(double value, String text) implements Comparable<Reading> {

    private static final Reading UNKNOWN = new Reading(Double.NaN, "–");

    public Reading {
      requireNonNull(text, "text is null");
    }

    static Reading of(String format, double value) {
      return new Reading(value, String.format(Locale.ROOT, format, value));
    }

    static Reading of(String format, OptionalDouble value) {
      return value.isPresent() ? of(format, value.getAsDouble()) : UNKNOWN;
    }

    static Reading of(Optional<Reading> known) {
      return known.orElse(UNKNOWN);
    }

    @Override
    public int compareTo(Reading other) {
      return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static CompareRow of(Comparison comparison, ModelFigures model) {
    return new CompareRow(
        model.name(),
        shortName(model.design()),
        Reading.of("%.0f M", model.macs() / MILLION),
        Reading.of("%.1f M", model.parameters() / MILLION),
        Reading.of("%.0f MB", model.memory() / MILLION),
        Reading.of(model.speed().map(speed -> milliseconds(speed.result().milliseconds().value()))),
        Reading.of("%.0f", model.imagesPerSecond()),
        Reading.of("%.0f", model.imagesPerSecondPerGigaMac()),
        Reading.of(
            model
                .accuracy()
                .filter(one -> one.how() == Knowledge.MEASURED)
                .map(one -> Reading.of("%.1f", PERCENT * one.top1()))),
        Reading.of(
            model.published().figure(Column.TOP1).map(one -> Reading.of("%.1f", one.value()))),
        Reading.of(model.timm().map(one -> Reading.of("%.1f", PERCENT * one.top1()))),
        Reading.of(comparison.measuredRatio(model).map(one -> Reading.of("%.2f", one.value()))),
        Reading.of("%.2f", comparison.publishedRatio(model, Column.V100)),
        Reading.of("%.2f", comparison.publishedRatio(model, Column.XEON)),
        Reading.of("%.2f", comparison.publishedRatio(model, Column.ONNX)));
  }

  /** With some three digits. */
  private static Reading milliseconds(double value) {
    return Reading.of(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  /** The name in papers; of EfficientViT's six the letter and number alone. */
  static String shortName(Design design) {
    return design.variant().map(Variant::name).orElseGet(design::displayName);
  }
}
