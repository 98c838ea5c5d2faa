package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.published.PublishedFigure;
import org.efficientvit.core.published.PublishedModel.Column;

/** Networks side by side, for a person at a terminal. */
final class CompareTable {

  private static final double MILLION = 1e6;
  private static final String NOTHING = "-";

  private final Comparison comparison;
  private final Set<String> notes = new LinkedHashSet<>();

  private CompareTable(Comparison comparison) {
    this.comparison = comparison;
  }

  static void print(Comparison comparison, Machine machine, PrintWriter out) {
    new CompareTable(comparison).print(machine, out);
  }

  private void print(Machine machine, PrintWriter out) {
    Comparison.Setting setting = comparison.setting();
    out.println(MachineReport.line(machine));
    out.printf(
        "measured here: %s, %s, batch %d, %s%n%n",
        setting.engine(),
        setting.precision(),
        setting.batch(),
        setting.threads() == 1 ? "1 thread" : setting.threads() + " threads");
    List<String> heading =
        new ArrayList<>(
            List.of(
                "model",
                "MMACs",
                "M parameters",
                "memory MB",
                "ms",
                "images/s",
                "per GMAC",
                "top-1 %",
                "timm %",
                "here/" + base()));
    for (Column column : CompareReport.SPEEDS) {
      heading.add(column.words());
      heading.add(column.words() + "/" + base());
    }
    TextTable table = TextTable.ofNumbers(heading.toArray(String[]::new));
    comparison.models().forEach(model -> table.row(row(model)));
    table.print(out);
    out.println();
    out.println(
        "memory: weights and the largest operation's inputs and output; per GMAC: images/s over billions of multiply-accumulates of a picture; timm %%: top-1 of timm's weights; /%s: images/s as ratios to those of %s."
            .formatted(base(), comparison.models().get(0).name()));
    notes.forEach(out::println);
  }

  /** The model that the others are measured by. */
  private String base() {
    return comparison.models().get(0).name().toUpperCase(Locale.ROOT);
  }

  private String[] row(ModelFigures model) {
    List<String> cells = new ArrayList<>();
    cells.add(model.name());
    cells.add(number("%.0f", model.macs() / MILLION));
    cells.add(number("%.1f", model.parameters() / MILLION));
    cells.add(number("%.0f", model.memory() / MILLION));
    cells.add(
        model.speed().map(s -> number("%.2f", s.result().milliseconds().value())).orElse(NOTHING));
    cells.add(number("%.0f", model.imagesPerSecond()));
    cells.add(number("%.0f", model.imagesPerSecondPerGigaMac()));
    cells.add(model.accuracy().map(this::accuracy).orElse(NOTHING));
    cells.add(model.timm().map(one -> number("%.1f", 100 * one.top1())).orElse(NOTHING));
    cells.add(comparison.measuredRatio(model).map(r -> number("%.2f", r.value())).orElse(NOTHING));
    for (Column column : CompareReport.SPEEDS) {
      cells.add(model.published().figure(column).map(f -> printed(column, f)).orElse(NOTHING));
      cells.add(number("%.2f", comparison.publishedRatio(model, column)));
    }
    return cells.toArray(String[]::new);
  }

  private String accuracy(Accuracy accuracy) {
    boolean isMeasured = accuracy.how() == Knowledge.MEASURED;
    notes.add(
        "top-1 %s: %s, %s."
            .formatted(
                isMeasured ? "measured (*)" : "published", accuracy.source(), accuracy.status()));
    return number("%.1f", 100 * accuracy.top1()) + (isMeasured ? "*" : "");
  }

  private String printed(Column column, PublishedFigure figure) {
    notes.add(
        "%s images/s published: %s, %s."
            .formatted(column.words(), figure.source(), figure.status()));
    return number(figure.value() < 1000 ? "%.1f" : "%.0f", figure.value());
  }

  private static String number(String format, OptionalDouble value) {
    return value.isPresent() ? number(format, value.getAsDouble()) : NOTHING;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
