package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.statistics.Interval;

/** An evaluation for a person to read. */
final class EvaluationTable {

  private EvaluationTable() {}

  /** Top-1 and top-5 of all pictures and of each class that has some. */
  static void print(Evaluation evaluation, PrintWriter out) {
    long classes = evaluation.perClass().stream().filter(one -> one.images() > 0).count();
    out.printf(
        "%s of %s%n", counted(evaluation.images(), "picture", ""), counted(classes, "class", "e"));
    if (evaluation.images() == 0) {
      return;
    }
    Interval interval = evaluation.interval().orElseThrow();
    out.printf(
        Locale.ROOT,
        "top-1  %s  (95 %% interval %s to %s)%ntop-5  %s%n%n",
        percent(evaluation.top1().orElseThrow()),
        percent(interval.low()),
        percent(interval.high()),
        percent(evaluation.top5().orElseThrow()));
    TextTable table = TextTable.ofNumbers("class", "pictures", "top-1");
    for (Evaluation.ClassResult one : evaluation.perClass()) {
      one.top1()
          .ifPresent(top1 -> table.row(one.label(), Integer.toString(one.images()), percent(top1)));
    }
    table.print(out);
  }

  /** The confusion matrix as a table of Markdown: rows true, columns predicted. */
  static void printConfusion(ConfusionMatrix matrix, PrintWriter out) {
    out.println();
    out.println(
        matrix.labels().stream()
            .map(EvaluationTable::escaped)
            .collect(Collectors.joining(" | ", "| shows / taken for | ", " |")));
    out.println("| --- |" + " ---: |".repeat(matrix.classes()));
    for (int label = 0; label < matrix.classes(); label++) {
      int row = label;
      out.println(
          IntStream.range(0, matrix.classes())
              .mapToObj(predicted -> Integer.toString(matrix.count(row, predicted)))
              .collect(
                  Collectors.joining(
                      " | ", "| " + escaped(matrix.labels().get(label)) + " | ", " |")));
    }
  }

  private static String counted(long count, String noun, String beforePlural) {
    return count + " " + noun + (count == 1 ? "" : beforePlural + "s");
  }

  private static String escaped(String label) {
    return label.replace("|", "\\|");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
