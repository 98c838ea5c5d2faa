package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.survey.BlockFigures;
import org.efficientvit.core.survey.HeadFigures;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.Likeness;
import org.efficientvit.core.survey.SimilarityFigures;
import org.efficientvit.core.survey.UniformAttention;

/** What heads say, for a person to read. */
final class HeadsTable {

  private static final String ALL = "network";
  private static final String NOTHING = "";

  private final HeadSurvey survey;
  private final boolean isPadded;

  HeadsTable(HeadSurvey survey) {
    this.survey = survey;
    this.isPadded = survey.blocks().stream().anyMatch(block -> block.grid().isPadded());
  }

  /** Each head by itself, how alike they are, and what the columns are. */
  void print(PrintWriter out) {
    out.printf(
        "%d %s%s%n%n",
        survey.images(),
        survey.images() == 1 ? "picture" : "pictures",
        survey.hasIntervals() ? "; means with 95 % intervals by bootstrap over them" : "");
    printHeads(out);
    out.println();
    out.println(
        "entropy: of each query's weights, 0 one token to 1 uniform; distance: mean between");
    out.println("query and key, in pixels of the network's input; self, border, padding: share of");
    out.println(
        "attention on the query itself, on the outermost tokens of its window, on cells that");
    out.println("pad it");
    out.println();
    printLikeness(out);
    out.println();
    out.println(
        "cosine of two heads, each laid end to end: mean of all pairs; mean over heads of the");
    out.println(
        "largest with another (the paper, caption of Fig. 4); the largest of all (its author,");
    out.println("microsoft/Cream issue 178). divergence: Jensen-Shannon, 0 alike to 1 bit apart");
    out.println(
        "shuffled: of each two heads, one on this picture and one on another; uniform: heads");
    out.println("that give every token as much");
  }

  private void printHeads(PrintWriter out) {
    List<String> heading =
        new ArrayList<>(List.of("block", "head", "entropy", "distance", "self", "border"));
    if (isPadded) {
      heading.add("padding");
    }
    TextTable table = TextTable.ofWords(2, heading.toArray(String[]::new));
    for (BlockFigures block : survey.blocks()) {
      for (int head = 0; head < block.heads().size(); head++) {
        row(
            table,
            head == 0 ? block.block() : NOTHING,
            Integer.toString(head),
            block.heads().get(head));
      }
      row(table, NOTHING, "uniform", block.uniform().head());
    }
    table.rule();
    row(table, ALL, "mean", survey.network().heads());
    row(table, NOTHING, "uniform", survey.network().uniform().head());
    table.print(out);
  }

  private void row(TextTable table, String block, String head, HeadFigures figures) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                block,
                head,
                share(figures.entropy()),
                pixels(figures.distance()),
                share(figures.selfShare()),
                share(figures.borderShare())));
    if (isPadded) {
      cells.add(share(figures.paddingShare()));
    }
    table.row(cells.toArray(String[]::new));
  }

  private void printLikeness(PrintWriter out) {
    TextTable table =
        TextTable.ofWords(
            2, "block", "compared", "mean cosine", "mean of largest", "largest", "divergence");
    for (BlockFigures block : survey.blocks()) {
      rows(table, block.block(), block.likeness(), block.shuffled(), block.uniform());
    }
    table.rule();
    rows(
        table,
        ALL,
        survey.network().likeness(),
        survey.network().shuffled(),
        survey.network().uniform());
    table.print(out);
  }

  private void rows(
      TextTable table,
      String name,
      Optional<Likeness> likeness,
      Optional<Likeness> shuffled,
      UniformAttention uniform) {
    likeness.ifPresentOrElse(
        one -> row(table, name, "maps", one.maps()),
        () -> table.row(name, "one alone", NOTHING, NOTHING, NOTHING, NOTHING));
    shuffled.ifPresent(one -> row(table, NOTHING, "maps, shuffled", one.maps()));
    uniform.maps().ifPresent(maps -> row(table, NOTHING, "maps, uniform", maps));
    likeness.ifPresent(one -> row(table, NOTHING, "outputs", one.outputs()));
    shuffled.ifPresent(one -> row(table, NOTHING, "outputs, shuffled", one.outputs()));
  }

  private static void row(TextTable table, String block, String of, SimilarityFigures figures) {
    table.row(
        block,
        of,
        share(figures.meanPairwise()),
        share(figures.meanOfMax()),
        share(figures.maxOfMax()),
        figures.jensenShannon().map(HeadsTable::share).orElse(NOTHING));
  }

  private static String share(Estimate figure) {
    return number("%.3f", figure);
  }

  private static String pixels(Estimate figure) {
    return number("%.1f", figure);
  }

  /** The figure, and its interval where it has one. */
  private static String number(String format, Estimate figure) {
    String value = String.format(Locale.ROOT, format, figure.value());
    return figure.low() == figure.high()
        ? value
        : value
            + String.format(
                Locale.ROOT, " (" + format + " to " + format + ")", figure.low(), figure.high());
  }
}
