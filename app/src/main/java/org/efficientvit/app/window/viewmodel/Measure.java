package org.efficientvit.app.window.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.statistics.Interval;

/**
 * One number of an evaluation as a person reads it.
 *
 * @param note what stands under it, such as its interval; may be empty
 * @param tip what it means, in a sentence
 */
public record Measure(String name, String value, String note, String tip) {

  private static final String NOTHING = "–";

  static List<Measure> of(EvaluationOutcome outcome) {
    Evaluation evaluation = outcome.evaluation();
    return List.of(
        new Measure(
            "Top-1",
            percent(evaluation.top1()),
            interval(evaluation.interval()),
            "Share of the pictures whose likeliest class is right, with its 95 % interval (Wilson)"),
        new Measure(
            "Top-5",
            percent(evaluation.top5()),
            interval(evaluation.top5Interval()),
            "Share of the pictures whose class is among the five likeliest, with its 95 % interval"),
        new Measure(
            "ECE",
            percent(evaluation.calibration().expectedError()),
            "15 bins",
            "Expected calibration error: how far apart the model's confidence and its accuracy are"),
        new Measure(
            "Pictures",
            String.format(Locale.ROOT, "%,d", evaluation.images()),
            evaluation.failed().isEmpty()
                ? "all read"
                : "%,d not readable".formatted(evaluation.failed().size()),
            "Pictures that the network saw"),
        new Measure(
            "Speed",
            outcome.imagesPerSecond().isPresent()
                ? String.format(Locale.ROOT, "%.0f", outcome.imagesPerSecond().getAsDouble())
                : NOTHING,
            "images/s",
            "Pictures a second from file to answer, without the first batch"));
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : NOTHING;
  }

  private static String interval(Optional<Interval> interval) {
    return interval
        .map(
            one -> String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * one.low(), 100 * one.high()))
        .orElse("");
  }
}
