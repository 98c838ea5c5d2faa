package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.app.service.ClaimReasons;
import org.efficientvit.app.service.ClaimReasons.Reason;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.core.claims.Entry;
import org.efficientvit.core.claims.Entry.Elsewhere;
import org.efficientvit.core.claims.Finding;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.claims.Statement.Sort;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.claims.Witness;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.published.Quantity;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Figure;

/** The ledger of claims as a page that can be kept. */
final class ClaimsMarkdown {

  private static final String NOTHING = "–";

  private final ClaimsStudy study;
  private final Ledger ledger;
  private final ClaimReasons reasons;
  private final String command;
  private final List<Figure> figures;
  private final PrintWriter out;

  /**
   * A page.
   *
   * @param command that makes it
   * @param figures that lie beside it
   */
  ClaimsMarkdown(
      ClaimsStudy study,
      Ledger ledger,
      ClaimReasons reasons,
      String command,
      List<Figure> figures,
      PrintWriter out) {
    this.study = study;
    this.ledger = ledger;
    this.reasons = reasons;
    this.command = command;
    this.figures = List.copyOf(figures);
    this.out = out;
  }

  void print() {
    out.println("# Published claims on one machine");
    out.println();
    out.printf("%s, %s.%n%n", MachineReport.line(study.machine()), today());
    out.printf("    %s%n%n", command);
    out.printf(
        "%s of %d numbers that are claimed.%n%n",
        ClaimsTable.counts(ledger), ledger.entries().size());
    out.println(ClaimsTable.RULE + " The rule is that of `core.claims.Judgement`.");
    out.println();
    out.println(ClaimsReport.ENGINES);
    out.println();
    figure("claims");
    stated();
    ratios();
    settings();
    witnesses();
    notMeasurable();
    accuracy();
    why();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private void figure(String prefix) {
    figures.stream()
        .filter(figure -> figure.name().startsWith(prefix))
        .forEach(figure -> out.printf("![%s](%s.png)%n%n", figure.title(), figure.name()));
  }

  private List<Entry> entries(Sort sort) {
    return ledger.entries().stream().filter(one -> one.statement().sort() == sort).toList();
  }

  private void stated() {
    out.println("## What is stated");
    out.println();
    Map<String, List<Entry>> claims = new LinkedHashMap<>();
    for (Entry entry : entries(Sort.STATED)) {
      claims.computeIfAbsent(entry.statement().id(), id -> new ArrayList<>()).add(entry);
    }
    claims.forEach(this::stated);
  }

  private void stated(String id, List<Entry> parts) {
    Statement first = parts.get(0).statement();
    out.printf("**%s**: %s (%s; %s).%n%n", id, first.text(), first.source(), first.status());
    TextTable table =
        TextTable.ofWords(4, "", "verdict", "why", "conditions", "claimed", "measured", "95 %");
    for (Entry entry : parts) {
      Statement statement = entry.statement();
      table.row(
          statement.quantity().words(),
          entry.verdict().toString(),
          entry.judgement().reason(),
          ClaimsReport.conditions(entry),
          ClaimsTable.number(statement, statement.claimed().value()),
          value(entry),
          interval(entry));
    }
    table.printMarkdown(out);
    out.println();
  }

  private static String value(Entry entry) {
    return entry
        .finding()
        .map(one -> ClaimsTable.number(entry.statement(), one.value().value()))
        .orElse(NOTHING);
  }

  private static String interval(Entry entry) {
    return entry
        .finding()
        .map(one -> ClaimsTable.interval(entry.statement(), one.value()))
        .orElse(NOTHING);
  }

  private void ratios() {
    out.println("## Ratios of printed speeds");
    out.println();
    TextTable table =
        TextTable.ofWords(
            4, "pair", "column", "verdict", "why", "printed", "measured", "95 %", "at batch 1");
    for (Entry entry : entries(Sort.PRINTED_RATIO)) {
      if (entry.verdict() != Verdict.NOT_MEASURABLE_HERE) {
        Statement statement = entry.statement();
        table.row(
            statement.pair(),
            statement.quantity().words(),
            entry.verdict().toString(),
            entry.judgement().reason(),
            ClaimsTable.number(statement, statement.claimed().value()),
            value(entry),
            interval(entry),
            ClaimsTable.atBatchOne(entry));
      }
    }
    table.printMarkdown(out);
    out.println();
    Map<Quantity, Set<String>> sources = new EnumMap<>(Quantity.class);
    for (Entry entry : entries(Sort.PRINTED_RATIO)) {
      Statement statement = entry.statement();
      sources
          .computeIfAbsent(statement.quantity(), quantity -> new LinkedHashSet<>())
          .add("%s (%s)".formatted(statement.source(), statement.status()));
    }
    out.println("Where the speeds are printed, those that are not measurable here among them:");
    out.println();
    sources.forEach(
        (quantity, some) -> out.printf("- %s: %s.%n", quantity.words(), String.join("; ", some)));
    out.println();
  }

  /** Every pair in every setting: what was measured, whatever the claim is about. */
  private void settings() {
    out.println("## The same pairs in all settings");
    out.println();
    out.println("Images/s as a ratio, with its interval.");
    out.println();
    List<String> heading = new ArrayList<>(List.of("pair"));
    Ledger.SETTINGS.forEach(setting -> heading.add(Ledger.words(setting)));
    TextTable table = TextTable.ofWords(1, heading.toArray(String[]::new));
    Set<String> pairs = new LinkedHashSet<>();
    for (Entry entry : entries(Sort.PRINTED_RATIO)) {
      if (entry.finding().isPresent() && pairs.add(entry.statement().pair())) {
        List<String> cells = new ArrayList<>(List.of(entry.statement().pair()));
        Ledger.SETTINGS.forEach(setting -> cells.add(in(entry, setting)));
        table.row(cells.toArray(String[]::new));
      }
    }
    table.printMarkdown(out);
    out.println();
  }

  private static String in(Entry entry, Setting setting) {
    return Stream.concat(
            entry.finding().stream(), entry.elsewhere().stream().map(Elsewhere::finding))
        .filter(finding -> finding.setting().equals(Optional.of(setting)))
        .map(Finding::value)
        .map(
            value ->
                String.format(
                    Locale.ROOT, "%.2f (%.2f–%.2f)", value.value(), value.low(), value.high()))
        .findFirst()
        .orElse(NOTHING);
  }

  private void witnesses() {
    out.println("## A second witness");
    out.println();
    out.println(
        "What timm's own results, and the printed figures of both, say of the claims above.");
    out.println();
    TextTable table = TextTable.ofWords(3, "claim", "part", "whose figures", "claimed", "theirs");
    for (Entry entry : entries(Sort.STATED)) {
      for (Witness witness : entry.witnesses()) {
        table.row(
            entry.statement().id(),
            entry.statement().quantity().words(),
            witness.name(),
            ClaimsTable.number(entry.statement(), entry.statement().claimed().value()),
            ClaimsTable.number(entry.statement(), witness.value()));
      }
    }
    table.printMarkdown(out);
    out.println();
  }

  private void notMeasurable() {
    out.println("## Not measurable here");
    out.println();
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (Entry entry : ledger.entries()) {
      if (entry.verdict() == Verdict.NOT_MEASURABLE_HERE) {
        byReason
            .computeIfAbsent(entry.judgement().reason(), reason -> new LinkedHashSet<>())
            .add(printed(entry));
      }
    }
    byReason.forEach(
        (reason, claims) -> {
          out.println("- " + reason);
          claims.forEach(claim -> out.println("  - " + claim));
        });
    out.println();
  }

  private static String printed(Entry entry) {
    Statement statement = entry.statement();
    return "%s, %s: %s"
        .formatted(
            statement.pair(),
            statement.quantity().words(),
            ClaimsTable.number(statement, statement.claimed().value()));
  }

  private void accuracy() {
    out.println("## Speed against accuracy");
    out.println();
    figure("speed-accuracy");
    List<String> heading = new ArrayList<>(List.of("network", "family", "top-1, %", "timm's, %"));
    Ledger.SETTINGS.forEach(setting -> heading.add("images/s, " + Ledger.words(setting)));
    TextTable table = TextTable.ofWords(2, heading.toArray(String[]::new));
    List<Comparison> comparisons = study.comparisons();
    List<ModelFigures> models = comparisons.get(0).models();
    for (int i = 0; i < models.size(); i++) {
      ModelFigures model = models.get(i);
      List<String> cells =
          new ArrayList<>(
              List.of(
                  model.design().displayName(),
                  model.design().family(),
                  model
                      .accuracy()
                      .map(
                          one ->
                              number(100 * one.top1())
                                  + (one.how() == Knowledge.MEASURED ? " measured" : ""))
                      .orElse(NOTHING),
                  model.timm().map(one -> number(100 * one.top1())).orElse(NOTHING)));
      for (Comparison comparison : comparisons) {
        cells.add(
            comparison
                .models()
                .get(i)
                .speed()
                .map(speed -> speed(speed.result().imagesPerSecond()))
                .orElse(NOTHING));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.printMarkdown(out);
    out.println();
    String sources =
        models.stream()
            .flatMap(model -> model.accuracy().stream())
            .map(one -> "%s (%s)".formatted(one.source(), one.status()))
            .distinct()
            .collect(Collectors.joining("; "));
    out.println("Top-1: " + sources + ".");
    out.println();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String speed(Estimate speed) {
    return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", speed.value(), speed.low(), speed.high());
  }

  private void why() {
    if (reasons.reasons().isEmpty()) {
      return;
    }
    out.println("## Why");
    out.println();
    out.println(WhyTable.NOTE);
    out.println();
    figure("bounds");
    reasons.reasons().stream()
        .collect(Collectors.groupingBy(Reason::id, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (id, some) -> {
              out.printf("### %s%n%n", id);
              new WhyTable(some, out).printMarkdown();
              out.println();
            });
  }
}
