package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.app.service.ClaimReasons;
import org.efficientvit.app.service.ClaimReasons.Reason;
import org.efficientvit.core.claims.Entry;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.claims.Statement.Sort;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.claims.Witness;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.published.Quantity;
import org.efficientvit.core.statistics.Estimate;

/** The ledger of claims, for a person at a terminal. */
final class ClaimsTable {

  /** The rule of {@link org.efficientvit.core.claims.Judgement} in a sentence. */
  static final String RULE =
      "A claim holds where the measured effect surely has its direction and is not surely smaller than any number that is printed the same; it does not hold where the effect is surely smaller, or the other way round; intervals are of 95 % confidence.";

  private static final String NOTHING = "-";

  private final Ledger ledger;
  private final ClaimReasons reasons;
  private final PrintWriter out;

  ClaimsTable(Ledger ledger, ClaimReasons reasons, PrintWriter out) {
    this.ledger = ledger;
    this.reasons = reasons;
    this.out = out;
  }

  void print(Machine machine) {
    out.println(MachineReport.line(machine));
    out.println(counts(ledger));
    out.println();
    stated();
    out.println();
    printedRatios();
    out.println();
    out.println(RULE);
    out.println(ClaimsReport.ENGINES);
    out.println("Sources, statuses and more of timm's figures: --json, or --format markdown.");
    why();
  }

  private void why() {
    reasons.reasons().stream()
        .collect(Collectors.groupingBy(Reason::id, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (id, some) -> {
              out.println();
              out.println("Why, " + id + ":");
              new WhyTable(some, out).print();
            });
    if (!reasons.reasons().isEmpty()) {
      out.println();
      out.println(WhyTable.NOTE);
    }
  }

  /** How many claims there are of each verdict that some have. */
  static String counts(Ledger ledger) {
    return ledger.counts().entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(one -> one.getValue() + " " + words(one))
        .collect(Collectors.joining(", "));
  }

  private static String words(Map.Entry<Verdict, Integer> one) {
    boolean isOne = one.getValue() == 1;
    return switch (one.getKey()) {
      case HOLDS -> isOne ? "holds" : "hold";
      case DOES_NOT_HOLD -> isOne ? "does not hold" : "do not hold";
      case NOT_DECIDED, NOT_MEASURABLE_HERE, NOT_MEASURED -> one.getKey().toString();
    };
  }

  private void stated() {
    Set<String> ids = new LinkedHashSet<>();
    entries(Sort.STATED).forEach(entry -> ids.add(entry.statement().id()));
    for (String id : ids) {
      List<Entry> parts = ledger.of(id);
      out.println(id + ": " + parts.get(0).statement().text());
      TextTable table = TextTable.ofWords(2, "", "", "claimed", "measured", "95 %", "");
      for (Entry entry : parts) {
        table.row(
            "  " + entry.statement().quantity().words(),
            entry.verdict().toString(),
            number(entry.statement(), entry.statement().claimed().value()),
            entry.finding().map(one -> number(entry.statement(), one.value().value())).orElse(""),
            entry.finding().map(one -> interval(entry.statement(), one.value())).orElse(""),
            "");
      }
      table.print(out);
      parts.stream()
          .map(ClaimsTable::remark)
          .distinct()
          .forEach(remark -> out.println("    " + remark));
      out.println();
    }
  }

  /** Why, and what the same pair does in other settings. */
  private static String remark(Entry entry) {
    StringBuilder remark = new StringBuilder(entry.statement().quantity().words());
    remark.append(": ").append(entry.judgement().reason());
    if (entry.finding().isPresent()) {
      remark.append(" [").append(ClaimsReport.conditions(entry)).append("]");
    }
    for (Entry.Elsewhere one : entry.elsewhere()) {
      remark.append(
          String.format(
              Locale.ROOT,
              "; %s: %.2f",
              one.finding().setting().map(Ledger::words).orElse(""),
              one.finding().value().value()));
    }
    for (Witness witness : entry.witnesses()) {
      remark
          .append("; ")
          .append(witness.name())
          .append(": ")
          .append(number(entry.statement(), witness.value()));
    }
    return remark.toString();
  }

  private List<Entry> entries(Sort sort) {
    return ledger.entries().stream().filter(one -> one.statement().sort() == sort).toList();
  }

  /** Ratios that can be measured here; the others are counted. */
  private void printedRatios() {
    out.println("Ratios of printed images/s, beside those measured here:");
    TextTable table =
        TextTable.ofWords(
            3, "pair", "column", "verdict", "printed", "measured", "95 %", "at batch 1");
    int others = 0;
    for (Entry entry : entries(Sort.PRINTED_RATIO)) {
      if (entry.verdict() == Verdict.NOT_MEASURABLE_HERE) {
        others++;
      } else {
        Statement statement = entry.statement();
        table.row(
            statement.pair(),
            statement.quantity().words(),
            entry.verdict().toString(),
            number(statement, statement.claimed().value()),
            entry.finding().map(one -> number(statement, one.value().value())).orElse(NOTHING),
            entry.finding().map(one -> interval(statement, one.value())).orElse(NOTHING),
            atBatchOne(entry));
      }
    }
    table.print(out);
    out.println(
        others
            + " more ratios are of a graphics card or of networks that are not here; --json has them.");
  }

  /** The ratio of the same engine with one picture at a time. */
  static String atBatchOne(Entry entry) {
    String engine = entry.statement().quantity() == Quantity.ONNX ? "onnx" : "pytorch";
    return entry.elsewhere().stream()
        .filter(
            one ->
                one.finding()
                    .setting()
                    .filter(setting -> setting.batch() == 1 && setting.engine().equals(engine))
                    .isPresent())
        .map(one -> number(entry.statement(), one.finding().value().value()))
        .findFirst()
        .orElse(NOTHING);
  }

  /** A number with as many digits as its unit is worth. */
  static String number(Statement statement, double value) {
    return statement.quantity().neutral() == 1
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.format(
            Locale.ROOT, statement.quantity() == Quantity.MEMORY_SHARE ? "%.1f" : "%+.1f", value);
  }

  static String interval(Statement statement, Estimate estimate) {
    return number(statement, estimate.low()) + " to " + number(statement, estimate.high());
  }
}
