package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.app.service.EvaluationRun;
import org.efficientvit.core.evaluate.Calibration;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.evaluate.Evaluation.ClassResult;
import org.efficientvit.core.statistics.Interval;

/** An evaluation for a person to read. */
final class EvaluationTable {

  /** The most classes that are all listed; of more, the hardest are. */
  private static final int MOST_CLASSES = 40;

  private static final int HARDEST = 10;
  private static final int WORST_PAIRS = 10;

  /** ImageNet's longest label has 120 letters. */
  private static final int LONGEST_LABEL = 36;

  private static final Comparator<ClassResult> HARDEST_FIRST =
      Comparator.comparingDouble((ClassResult one) -> one.top1().orElse(1))
          .thenComparing(Comparator.comparingInt(ClassResult::images).reversed())
          .thenComparingInt(ClassResult::index);

  private EvaluationTable() {}

  /** What was measured of all pictures, of single classes, and which are taken for which. */
  static void print(EvaluationRun run, PrintWriter out) {
    Evaluation evaluation = run.evaluation();
    List<ClassResult> classes =
        evaluation.perClass().stream().filter(one -> one.images() > 0).toList();
    out.printf(
        "%s of %s%s%n",
        counted(evaluation.images(), "picture", ""),
        counted(classes.size(), "class", "e"),
        evaluation.failed().isEmpty()
            ? ""
            : "; %d could not be read".formatted(evaluation.failed().size()));
    if (evaluation.images() == 0) {
      return;
    }
    printShares(run, out);
    printClasses(classes, out);
    printMistakes(evaluation.confusion(), out);
  }

  private static void printShares(EvaluationRun run, PrintWriter out) {
    Evaluation evaluation = run.evaluation();
    Interval interval = evaluation.interval().orElseThrow();
    Calibration calibration = evaluation.calibration();
    out.printf(
        "top-1  %s  (95 %% interval %s to %s)%n",
        percent(evaluation.top1().orElseThrow()),
        percent(interval.low()),
        percent(interval.high()));
    out.printf("top-5  %s%n", percent(evaluation.top5().orElseThrow()));
    out.printf(
        "ECE    %s  (mean confidence %s, %d bins)%n",
        percent(calibration.expectedError().orElseThrow()),
        percent(calibration.confidence().orElseThrow()),
        Calibration.BINS);
    run.imagesPerSecond()
        .ifPresent(
            speed ->
                out.printf(
                    Locale.ROOT,
                    "speed  %.1f images/s, from file to answer, without the first batch%n",
                    speed));
    out.println();
  }

  private static void printClasses(List<ClassResult> classes, PrintWriter out) {
    boolean isAll = classes.size() <= MOST_CLASSES;
    if (!isAll) {
      out.printf("The %d hardest classes; --json has them all%n%n", HARDEST);
    }
    TextTable table = TextTable.ofNumbers("class", "pictures", "top-1", "top-5");
    classes.stream()
        .sorted(isAll ? Comparator.comparingInt(ClassResult::index) : HARDEST_FIRST)
        .limit(isAll ? MOST_CLASSES : HARDEST)
        .forEach(
            one ->
                table.row(
                    cut(one.label()),
                    Integer.toString(one.images()),
                    percent(one.top1().orElseThrow()),
                    percent(one.top5().orElseThrow())));
    table.print(out);
  }

  private static void printMistakes(ConfusionMatrix matrix, PrintWriter out) {
    List<ConfusionMatrix.Pair> mistakes = matrix.mistakes();
    if (mistakes.isEmpty()) {
      return;
    }
    out.println();
    if (mistakes.size() > WORST_PAIRS) {
      out.printf("The %d most frequent mistakes; --json has them all%n%n", WORST_PAIRS);
    }
    TextTable table = TextTable.ofWords(2, "shows", "taken for", "pictures", "of the class");
    mistakes.stream()
        .limit(WORST_PAIRS)
        .forEach(
            pair ->
                table.row(
                    cut(matrix.labels().get(pair.label())),
                    cut(matrix.labels().get(pair.predicted())),
                    Integer.toString(pair.images()),
                    percent(pair.share())));
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

  /** A label that leaves room for the numbers; where it lists names, the first ones. */
  private static String cut(String label) {
    if (label.length() <= LONGEST_LABEL) {
      return label;
    }
    int end = label.lastIndexOf(',', LONGEST_LABEL - 5);
    return end > 0
        ? label.substring(0, end) + ", ..."
        : label.substring(0, LONGEST_LABEL - 4).stripTrailing() + " ...";
  }

  private static String escaped(String label) {
    return label.replace("|", "\\|");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
