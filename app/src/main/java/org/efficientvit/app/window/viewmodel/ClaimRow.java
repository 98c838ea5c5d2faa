package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.app.window.viewmodel.CompareRow.Reading;
import org.efficientvit.core.claims.Entry;
import org.efficientvit.core.claims.Entry.Elsewhere;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.claims.Witness;
import org.efficientvit.core.published.Quantity;
import org.efficientvit.core.statistics.Estimate;

/** A claim beside what is known of it here, as a person reads it. */
public record ClaimRow(Entry entry) {

  public ClaimRow {
    requireNonNull(entry, "entry is null");
  }

  /** What became of it. */
  public Verdict verdict() {
    return entry.verdict();
  }

  /** What is over what. */
  public String pair() {
    return entry.statement().pair();
  }

  /** What is claimed of the pair: images/s on a V100, top-1. */
  public String quantity() {
    return entry.statement().quantity().words();
  }

  /** The printed ratio, difference or share. */
  public Reading claimed() {
    return reading(entry.statement().claimed().value());
  }

  /**
   * The same as measured here, and where it lies with 95 % confidence; what is counted is exact.
   */
  public Reading measured() {
    return Reading.of(entry.finding().map(one -> measured(one.value())));
  }

  private Reading measured(Estimate value) {
    Reading here = reading(value.value());
    return value.low() == value.high()
        ? here
        : new Reading(
            value.value(),
            "%s (%s to %s)".formatted(here, reading(value.low()), reading(value.high())));
  }

  private Reading reading(double value) {
    return Reading.of(format(entry.statement()), value);
  }

  /** With as many digits as the unit is worth. */
  private static String format(Statement statement) {
    if (statement.quantity().neutral() == 1) {
      return "%.2f";
    }
    return statement.quantity() == Quantity.MEMORY_SHARE ? "%.1f" : "%+.1f";
  }

  /** The verdict in a sentence. */
  public String reason() {
    return entry.judgement().reason();
  }

  /** All that is known of it, in lines. */
  public String details() {
    Statement statement = entry.statement();
    return Stream.of(
            Optional.of(statement.text()),
            Optional.of(
                "%s: %s Claimed %s%s."
                    .formatted(
                        capital(verdict().toString()),
                        reason(),
                        claimed(),
                        entry.finding().isPresent() ? ", measured here " + measured() : "")),
            Optional.of(
                "Conditions: "
                    + entry.finding().map(one -> one.conditions()).orElse(entry.conditions())
                    + "."),
            line("In other settings: ", entry.elsewhere().stream().map(this::words)),
            line("Others' figures: ", entry.witnesses().stream().map(this::words)),
            Optional.of("Source: %s (%s).".formatted(statement.source(), statement.status())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private static Optional<String> line(String start, Stream<String> parts) {
    String all = parts.collect(Collectors.joining("; "));
    return all.isEmpty() ? Optional.empty() : Optional.of(start + all + ".");
  }

  private String words(Elsewhere one) {
    return "%s %s (%s)"
        .formatted(
            one.finding().setting().map(Ledger::words).orElse(one.finding().conditions()),
            reading(one.finding().value().value()),
            one.judgement().verdict());
  }

  private String words(Witness witness) {
    return witness.name() + " " + reading(witness.value());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Whether each word of a text stands somewhere in it. */
  boolean holds(String text) {
    Statement statement = entry.statement();
    String all =
        String.join(
                " ",
                statement.id(),
                statement.text(),
                pair(),
                quantity(),
                verdict().toString(),
                reason(),
                statement.source())
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(all::contains);
  }
}
