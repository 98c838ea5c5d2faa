package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.efficientvit.app.command.ExperimentReport.ComparisonAnswer;
import org.efficientvit.app.command.ExperimentReport.CutAnswer;
import org.efficientvit.app.command.ExperimentReport.NetworkAnswer;
import org.efficientvit.app.command.ExperimentReport.Spread;
import org.efficientvit.core.experiment.CascadeArm;
import org.efficientvit.core.experiment.CascadeMeasure;
import org.efficientvit.core.experiment.CascadeState;

/** The cascade's experiment as a page of Markdown; every sentence follows from the data. */
final class ExperimentPage {

  private static final String SEED = "seed";

  static final String QUESTION = "Does the diversity of heads come from the cascade?";

  /** Measures of how alike heads are, and whether more of them means less diversity. */
  private static final List<CascadeMeasure> LIKENESS =
      List.of(
          CascadeMeasure.MAPS_MEAN_PAIRWISE,
          CascadeMeasure.MAPS_MEAN_OF_MAX,
          CascadeMeasure.MAPS_MAX_OF_MAX,
          CascadeMeasure.MAPS_JENSEN_SHANNON,
          CascadeMeasure.OUTPUTS_MEAN_PAIRWISE,
          CascadeMeasure.OUTPUTS_MEAN_OF_MAX);

  private final ExperimentReport report;
  private final StringBuilder page = new StringBuilder();

  private ExperimentPage(ExperimentReport report) {
    this.report = report;
  }

  static String of(ExperimentReport report) {
    return new ExperimentPage(report).write();
  }

  private String write() {
    line("# " + QUESTION);
    line(setup());
    line("![The arms beside each other](cascade-experiment.png)");
    line("## What came out");
    line(accuracy());
    line(diversity());
    line(training());
    line(cutting());
    line(limits());
    line("## Trained");
    compare(CascadeState.TRAINED);
    line(
        "Means over the seeds with 95 % intervals by Student's t, so for other seeds; \"clear\" means that 0 is not in the interval of the difference. No correction for so many comparisons was made.");
    line("## Before training");
    compare(CascadeState.UNTRAINED);
    line("## Trained with the cascade, then cut");
    cut();
    line("Nothing was trained again after cutting.");
    line("## By block");
    blocks();
    line("## Every network");
    networks();
    line("Intervals by bootstrap over the pictures, so for other pictures and this very network.");
    line("## Definitions");
    line(definitions());
    line("## The plan");
    line(
        report.settings().plan().entrySet().stream()
            .filter(setting -> !setting.getKey().equals(SEED))
            .map(setting -> "- %s: `%s`".formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining("\n")));
    line("The seed of a training is that of its pair, from 0 on.");
    line("## Run it again");
    line("```\ninspector experiment cascade --out DIR\n```");
    line(
        "It goes on where it was stopped, and gives the same trainings on a machine of the same sort with any number of cores. All figures are in [data.csv](data.csv), one a row, and with the comparisons in [data.json](data.json).");
    return page.toString().stripTrailing() + "\n";
  }

  private void line(String text) {
    page.append(text).append("\n\n");
  }

  private String setup() {
    ExperimentReport.Settings settings = report.settings();
    return String.format(
        Locale.ROOT,
        "A small EfficientViT (widths 32, 64, 96; depths 1, 2, 3; four heads; windows as large as the grids of 8x8, 4x4 and 2x2 tokens) was trained on %d rendered pictures of 16 kinds of objects at %dx%d pixels for %d epochs, with the cascade and without, %d seeds each. Within a seed the two arms have the same first weights, pictures, order and augmentation, and as many parameters: they differ in the sum that adds a head's output to what the next head reads, and in nothing else. All were measured on the same %d pictures that none was trained on. The whole plan stands at the end.",
        settings.pictures(),
        settings.imageSize(),
        settings.imageSize(),
        settings.epochs(),
        settings.seeds(),
        settings.measured());
  }

  private String accuracy() {
    ComparisonAnswer top1 = report.comparison(CascadeState.TRAINED, CascadeMeasure.TOP1);
    return String.format(
        Locale.ROOT,
        "**Accuracy.** Top-1 is %.1f %% with the cascade and %.1f %% without, a difference of %+.1f points (%+.1f to %+.1f): %s.",
        top1.cascadeMean().mean(),
        top1.noCascadeMean().mean(),
        top1.difference().mean(),
        top1.difference().low(),
        top1.difference().high(),
        top1.isClear()
            ? "the cascade makes it " + (top1.difference().mean() > 0 ? "better" : "worse")
            : "so few seeds do not tell the arms apart");
  }

  private String diversity() {
    List<String> more = new ArrayList<>();
    List<String> less = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (CascadeMeasure measure : LIKENESS) {
      ComparisonAnswer one = report.comparison(CascadeState.TRAINED, measure);
      String said =
          String.format(Locale.ROOT, "%s (%+.3f)", measure.words(), one.difference().mean());
      if (!one.isClear()) {
        open.add(said);
      } else if (one.difference().mean() > 0 == (measure == CascadeMeasure.MAPS_JENSEN_SHANNON)) {
        more.add(said);
      } else {
        less.add(said);
      }
    }
    List<String> sentences = new ArrayList<>();
    add(sentences, "heads of the cascade are clearly more diverse by", more);
    add(sentences, "heads of the cascade are clearly less diverse by", less);
    add(sentences, "there is no clear difference by", open);
    return "**Diversity.** In means over the seeds, "
        + String.join("; ", sentences)
        + ". In brackets: with the cascade less without. A lower cosine, or a higher divergence, means more diverse heads.";
  }

  private static void add(List<String> sentences, String said, List<String> measures) {
    if (!measures.isEmpty()) {
      sentences.add(said + " " + String.join(", ", measures));
    }
  }

  private String training() {
    ComparisonAnswer before =
        report.comparison(CascadeState.UNTRAINED, CascadeMeasure.MAPS_MEAN_PAIRWISE);
    ComparisonAnswer after =
        report.comparison(CascadeState.TRAINED, CascadeMeasure.MAPS_MEAN_PAIRWISE);
    return String.format(
        Locale.ROOT,
        "**Training.** It takes the mean cosine of the maps of two heads from %.3f to %.3f with the cascade, and from %.3f to %.3f without.",
        before.cascadeMean().mean(),
        after.cascadeMean().mean(),
        before.noCascadeMean().mean(),
        after.noCascadeMean().mean());
  }

  private static String limits() {
    return "**What this does not say.** The networks are small, see few pictures for a short time, and attend over at most 64 tokens; the pictures are rendered. Larger networks that are trained for long on photographs, as in the paper, may come out otherwise.";
  }

  private String cutting() {
    CutAnswer top1 = cutOf(CascadeMeasure.TOP1);
    CutAnswer cosine = cutOf(CascadeMeasure.MAPS_MEAN_PAIRWISE);
    return String.format(
        Locale.ROOT,
        "**What trained networks use it for.** Cutting every edge of the networks that were trained with the cascade changes their top-1 by %+.1f points (%+.1f to %+.1f), and the mean cosine of the maps of two heads by %+.3f (%+.3f to %+.3f).",
        top1.change().mean(),
        top1.change().low(),
        top1.change().high(),
        cosine.change().mean(),
        cosine.change().low(),
        cosine.change().high());
  }

  private CutAnswer cutOf(CascadeMeasure measure) {
    return report.cut().stream()
        .filter(one -> one.measure().equals(measure.id()))
        .findFirst()
        .orElseThrow();
  }

  private void compare(CascadeState state) {
    page.append("| measure | cascade | no cascade | difference | clear |\n");
    page.append("| --- | ---: | ---: | ---: | --- |\n");
    for (CascadeMeasure measure : CascadeMeasure.values()) {
      ComparisonAnswer one = report.comparison(state, measure);
      row(
          measure.words(),
          spread(measure, "", one.cascadeMean()),
          spread(measure, "", one.noCascadeMean()),
          spread(measure, "+", one.difference()),
          one.isClear() ? "yes" : "no");
    }
    page.append('\n');
  }

  private void cut() {
    page.append("| measure | cascade | cut | change | clear |\n");
    page.append("| --- | ---: | ---: | ---: | --- |\n");
    for (CascadeMeasure measure : CascadeMeasure.values()) {
      ComparisonAnswer before = report.comparison(CascadeState.TRAINED, measure);
      CutAnswer after = cutOf(measure);
      row(
          measure.words(),
          number(measure, "", before.cascadeMean().mean()),
          number(measure, "", mean(after.cut())),
          spread(measure, "+", after.change()),
          after.isClear() ? "yes" : "no");
    }
    page.append('\n');
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Mean cosines and divergences of each block over the seeds. */
  private void blocks() {
    page.append(
        "| block | maps' mean cosine: cascade | no cascade | untrained | maps' divergence (bits): cascade | no cascade | untrained |\n");
    page.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    List<ExperimentReport.BlockAnswer> names = report.networks().get(0).blocks();
    for (int block = 0; block < names.size(); block++) {
      List<String> cells = new ArrayList<>(List.of(names.get(block).name()));
      for (boolean isCosine : List.of(true, false)) {
        cells.add(ofBlock(block, isCosine, CascadeArm.CASCADE, CascadeState.TRAINED));
        cells.add(ofBlock(block, isCosine, CascadeArm.NO_CASCADE, CascadeState.TRAINED));
        cells.add(ofBlock(block, isCosine, CascadeArm.CASCADE, CascadeState.UNTRAINED));
      }
      row(cells.toArray(String[]::new));
    }
    page.append('\n');
    line("Means over the seeds; untrained are those with the cascade.");
  }

  private String ofBlock(int block, boolean isCosine, CascadeArm arm, CascadeState state) {
    double mean =
        report.networks().stream()
            .filter(one -> one.arm().equals(arm.id()) && one.state().equals(state.id()))
            .map(one -> one.blocks().get(block).similarity().maps())
            .map(maps -> isCosine ? maps.meanPairwise() : maps.jensenShannon())
            .mapToDouble(one -> one == null ? Double.NaN : one.mean())
            .average()
            .orElseThrow();
    return String.format(Locale.ROOT, "%.3f", mean);
  }

  private void networks() {
    page.append(
        "| arm | seed | state | top-1 (%) | maps' mean cosine | maps' divergence (bits) |\n");
    page.append("| --- | ---: | --- | ---: | ---: | ---: |\n");
    for (NetworkAnswer one : report.networks()) {
      Spread divergence = one.network().maps().jensenShannon();
      row(
          one.arm(),
          Integer.toString(one.seed()),
          one.state(),
          spread(
              CascadeMeasure.TOP1,
              "",
              new Spread(100 * one.top1().mean(), 100 * one.top1().low(), 100 * one.top1().high())),
          spread(CascadeMeasure.MAPS_MEAN_PAIRWISE, "", one.network().maps().meanPairwise()),
          divergence == null ? "" : spread(CascadeMeasure.MAPS_JENSEN_SHANNON, "", divergence));
    }
    page.append('\n');
  }

  private static String definitions() {
    return "A head's vector is all its windows' maps, or outputs, laid end to end. Mean cosine: over all pairs of a block's heads. Mean of largest cosines: over heads, of the largest cosine with another head (arXiv 2305.07027, caption of Fig. 4). Largest cosine: of all pairs (its author, microsoft/Cream issue 178). Divergence: Jensen-Shannon, in bits, mean over pairs and queries. Every figure is the mean over the blocks and then over the pictures.";
  }

  private void row(String... cells) {
    page.append(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String spread(CascadeMeasure measure, String sign, Spread one) {
    return "%s (%s to %s)"
        .formatted(
            number(measure, sign, one.mean()),
            number(measure, sign, one.low()),
            number(measure, sign, one.high()));
  }

  private static String number(CascadeMeasure measure, String sign, double value) {
    int digits = measure == CascadeMeasure.TOP1 ? 1 : 3;
    // What rounds to zero has no sign.
    double rounded = Math.abs(value) < Math.pow(10, -digits) / 2 ? 0 : value;
    return String.format(Locale.ROOT, "%" + sign + "." + digits + "f", rounded);
  }

  /** The trained arms beside each other, for a terminal. */
  static void printTable(ExperimentReport report, PrintWriter out) {
    out.println();
    TextTable table =
        TextTable.ofNumbers("trained", "cascade", "no cascade", "difference", "clear");
    for (CascadeMeasure measure : CascadeMeasure.values()) {
      ComparisonAnswer one = report.comparison(CascadeState.TRAINED, measure);
      table.row(
          measure.words(),
          spread(measure, "", one.cascadeMean()),
          spread(measure, "", one.noCascadeMean()),
          spread(measure, "+", one.difference()),
          one.isClear() ? "yes" : "no");
    }
    table.print(out);
    out.println();
    out.println("Means over the seeds, with 95 % intervals by Student's t");
    out.println();
  }
}
