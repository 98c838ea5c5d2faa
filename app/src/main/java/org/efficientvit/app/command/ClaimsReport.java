package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.app.service.ClaimReasons;
import org.efficientvit.core.claims.Entry;
import org.efficientvit.core.claims.Finding;
import org.efficientvit.core.claims.Judgement;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Participant;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.claims.Witness;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.published.PublishedNetwork;
import org.efficientvit.core.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/** The answer of {@code claims --json}; what nobody knows is null. */
record ClaimsReport(
    MachineReport machine,
    Map<String, Integer> verdicts,
    String note,
    List<Claimed> claims,
    List<WhyReport> why,
    List<String> files) {

  /** What has to be said wherever families are compared on PyTorch. */
  static final String ENGINES =
      "On PyTorch the rivals' activations take two to four passes over memory here where timm's take one (docs/decisions/0010), which favours EfficientViT in ratios on PyTorch; ONNX Runtime runs all networks alike.";

  /**
   * One number that is claimed. A claim of several numbers has an entry for each, with one id; the
   * two together name an entry.
   *
   * @param part what is compared: {@code top1}, {@code v100}, {@code xeon}, {@code onnx} and so on
   * @param sort {@code stated} or {@code printed-ratio}
   * @param published the number in the unit of its part: a ratio, or points, or per cent
   * @param publishedLow the least number that is printed the same
   * @param conditions that the claim is judged under
   * @param elsewhere the same ratio measured in other settings
   */
  record Claimed(
      String id,
      String part,
      String sort,
      String text,
      String subject,
      @Nullable String rival,
      double published,
      double publishedLow,
      double publishedHigh,
      String source,
      String status,
      @Nullable Measured measured,
      String verdict,
      @Nullable String direction,
      @Nullable String size,
      String reason,
      String conditions,
      List<Elsewhere> elsewhere,
      List<Other> witnesses) {}

  /** What was found here, with its interval of 95 % confidence. */
  record Measured(double value, double low, double high) {

    static Measured of(Estimate estimate) {
      return new Measured(estimate.value(), estimate.low(), estimate.high());
    }
  }

  /** The same in another setting. */
  record Elsewhere(String conditions, Measured measured, String verdict, String reason) {}

  /** What others' figures say of the same. */
  record Other(String name, double value) {}

  static ClaimsReport of(Ledger ledger, ClaimReasons reasons, Machine machine, List<Path> files) {
    Map<String, Integer> verdicts = new LinkedHashMap<>();
    ledger.counts().forEach((verdict, count) -> verdicts.put(verdict.toString(), count));
    return new ClaimsReport(
        MachineReport.of(machine),
        verdicts,
        ENGINES,
        ledger.entries().stream().map(ClaimsReport::claimed).toList(),
        reasons.reasons().stream().map(WhyReport::of).toList(),
        files.stream().map(Path::toString).toList());
  }

  private static Claimed claimed(Entry entry) {
    Statement statement = entry.statement();
    Judgement judgement = entry.judgement();
    return new Claimed(
        statement.id(),
        statement.quantity().id(),
        sort(statement.sort()),
        statement.text(),
        name(statement.subject()),
        statement.rival().map(ClaimsReport::name).orElse(null),
        statement.claimed().value(),
        statement.claimed().range().low(),
        statement.claimed().range().high(),
        statement.source(),
        statement.status(),
        entry.finding().map(Finding::value).map(Measured::of).orElse(null),
        judgement.verdict().toString(),
        judgement.direction().map(one -> one.id()).orElse(null),
        judgement.size().map(Object::toString).orElse(null),
        judgement.reason(),
        conditions(entry),
        entry.elsewhere().stream()
            .map(
                one ->
                    new Elsewhere(
                        one.finding().conditions(),
                        Measured.of(one.finding().value()),
                        one.judgement().verdict().toString(),
                        one.judgement().reason()))
            .toList(),
        entry.witnesses().stream().map(ClaimsReport::other).toList());
  }

  private static String sort(Statement.Sort sort) {
    return switch (sort) {
      case STATED -> "stated";
      case PRINTED_RATIO -> "printed-ratio";
    };
  }

  /** The name on the command line where it is here, else the one in print. */
  private static String name(Participant participant) {
    return participant.network().map(PublishedNetwork::id).orElse(participant.name());
  }

  /** Those of the measurement where there is one, else those that it would take. */
  static String conditions(Entry entry) {
    Optional<String> found = entry.finding().map(Finding::conditions);
    return found.orElse(entry.conditions());
  }

  private static Other other(Witness witness) {
    return new Other(witness.name(), witness.value());
  }
}
