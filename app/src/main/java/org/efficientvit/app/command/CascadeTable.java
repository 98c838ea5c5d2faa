package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.efficientvit.app.service.CascadeInspection;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.attention.InterventionEffect;
import org.efficientvit.core.attention.InterventionEffect.ClassChange;
import org.efficientvit.core.attention.MapChange;

/** What the cascade does on a picture, for a person to read. */
final class CascadeTable {

  private final CascadeInspection inspection;
  private final List<CascadeFlow> flows;
  private final int top;

  CascadeTable(CascadeInspection inspection, List<CascadeFlow> flows, int top) {
    this.inspection = requireNonNull(inspection, "inspection is null");
    this.flows = List.copyOf(flows);
    this.top = top;
  }

  void print(PrintWriter out) {
    if (!inspection.interventions().isEmpty()) {
      out.printf("Changed: %s%n%n", inspection.interventions());
    }
    printFlows(out);
    inspection.effect().ifPresent(effect -> printEffect(effect, out));
  }

  private void printFlows(PrintWriter out) {
    TextTable table =
        TextTable.ofNumbers("head", "split", "added", "added/split", "cosine", "output");
    for (CascadeFlow flow : flows) {
      for (int i = 0; i < flow.heads().size(); i++) {
        CascadeFlow.Head head = flow.heads().get(i);
        boolean isJoined = head.added() > 0;
        table.row(
            flow.block() + ":" + i,
            number("%.2f", head.split()),
            isJoined ? number("%.2f", head.added()) : "-",
            isJoined ? number("%.2f", head.ratio()) : "-",
            isJoined ? number("%+.2f", head.cosine()) : "-",
            number("%.2f", head.output()));
      }
    }
    table.print(out);
    out.println();
    out.println("2-norms over all tokens of the picture: of a head's own split, of what the head");
    out.println("before it added to that, of what it gives; cosine between added and split");
  }

  private void printEffect(InterventionEffect effect, PrintWriter out) {
    List<String> labels = inspection.after().model().labels();
    out.println();
    out.println(
        effect.isPredictionChanged()
            ? "The prediction changed from %s to %s."
                .formatted(labels.get(effect.predicted()), labels.get(effect.predictedAfter()))
            : "The prediction is still %s.".formatted(labels.get(effect.predicted())));
    out.println();
    TextTable classes = TextTable.ofNumbers("class", "before", "after", "logit", "after", "change");
    for (ClassChange one : effect.likeliest(top)) {
      classes.row(
          labels.get(one.index()),
          number("%.2f %%", 100 * one.probability()),
          number("%.2f %%", 100 * one.probabilityAfter()),
          number("%.3f", one.logit()),
          number("%.3f", one.logitAfter()),
          number("%+.3f", one.logitChange()));
    }
    classes.print(out);
    out.println();
    TextTable maps = TextTable.ofNumbers("maps of", "moved", "each head");
    for (MapChange one : effect.maps()) {
      maps.row(
          one.block(),
          share(one.mean()),
          String.join("  ", one.heads().stream().map(CascadeTable::share).toList()));
    }
    maps.print(out);
    out.println();
    out.println(
        "moved: share of attention that went elsewhere (total variation), mean over queries");
  }

  private static String share(double share) {
    return number("%.2f %%", 100 * share);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
