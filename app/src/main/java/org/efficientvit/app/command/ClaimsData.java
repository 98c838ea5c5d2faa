package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.claims.Entry;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.DataTable;

/** The ledger of claims as rows of numbers. */
final class ClaimsData {

  private static final List<String> HEADER =
      List.of(
          "claim",
          "part",
          "networks",
          "claimed",
          "measured",
          "low",
          "high",
          "verdict",
          "reason",
          "conditions",
          "source",
          "status");

  private ClaimsData() {}

  /**
   * A row for each number that is claimed, and one for each other setting in which it was found.
   */
  static DataTable of(Ledger ledger) {
    List<List<Object>> rows = new ArrayList<>();
    for (Entry entry : ledger.entries()) {
      rows.add(
          row(
              entry.statement(),
              entry.finding().map(one -> one.value()),
              entry.verdict().toString(),
              entry.judgement().reason(),
              ClaimsReport.conditions(entry)));
      for (Entry.Elsewhere one : entry.elsewhere()) {
        rows.add(
            row(
                entry.statement(),
                Optional.of(one.finding().value()),
                "elsewhere: " + one.judgement().verdict(),
                one.judgement().reason(),
                one.finding().conditions()));
      }
    }
    return new DataTable(HEADER, rows);
  }

  private static List<Object> row(
      Statement statement,
      Optional<Estimate> found,
      String verdict,
      String reason,
      String conditions) {
    return List.of(
        statement.id(),
        statement.quantity().id(),
        statement.pair(),
        statement.claimed().value(),
        found.<Object>map(Estimate::value).orElse(""),
        found.<Object>map(Estimate::low).orElse(""),
        found.<Object>map(Estimate::high).orElse(""),
        verdict,
        reason,
        conditions,
        statement.source(),
        statement.status());
  }
}
