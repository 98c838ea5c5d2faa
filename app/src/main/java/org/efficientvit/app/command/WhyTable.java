package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.efficientvit.app.service.ClaimReasons.Reason;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfilePair;
import org.efficientvit.core.cost.ProfilePair.KindTimes;
import org.efficientvit.core.cost.Shares;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;

/** Why the two networks of a claim differ, for a person. */
final class WhyTable {

  static final String NOTE =
      "MACs and MB of a pass, MB as the engine's operations read and write, each by itself; ms end to end, untimed; memory, compute and overhead: parts of the operations' time by what bounds each, as in 'inspector profile'.";

  private static final int KINDS = 3;

  private final List<Reason> reasons;
  private final PrintWriter out;

  /** The same claim in all settings. */
  WhyTable(List<Reason> reasons, PrintWriter out) {
    this.reasons = reasons;
    this.out = out;
  }

  void print() {
    networks().print(out);
    out.println();
    operations().print(out);
    out.println();
    reasons.forEach(reason -> out.println(kinds(reason)));
  }

  void printMarkdown() {
    networks().printMarkdown(out);
    out.println();
    operations().printMarkdown(out);
    out.println();
    reasons.forEach(reason -> out.println("- " + kinds(reason)));
  }

  private static String setting(Profile profile) {
    return profile.engine() + ", batch " + profile.cost().batch();
  }

  private static String name(String network) {
    return Designs.find(network)
        .map(Design::displayName)
        .orElse(network)
        .replace("EfficientViT-", "");
  }

  private TextTable networks() {
    TextTable table =
        TextTable.ofWords(
            2, "setting", "network", "MMACs", "MB", "ms", "memory", "compute", "overhead");
    for (Reason reason : reasons) {
      for (Profile profile : reason.pair().profiles()) {
        Shares shares = profile.shares(Grouping.LIMIT);
        table.row(
            setting(profile),
            name(profile.cost().network()),
            number("%.0f", profile.cost().macs() / WhyReport.MILLION),
            number("%.0f", WhyReport.bytes(profile) / WhyReport.MILLION),
            number("%.1f", profile.pass().value() / WhyReport.MILLION),
            percent(shares.memory()),
            percent(shares.compute()),
            percent(shares.overhead()));
      }
    }
    return table;
  }

  private TextTable operations() {
    TextTable table =
        TextTable.ofWords(
            4, "setting", "of the five slowest", "kind", "bound by", "ms", "MMACs", "MB");
    for (Reason reason : reasons) {
      for (ProfilePair.Owned one : reason.pair().largest(WhyReport.LARGEST)) {
        table.row(
            setting(one.profile()),
            name(one.network()) + " " + one.operation().name(),
            one.operation().cost().kind().label(),
            one.operation().bound().label(),
            number("%.2f", one.operation().nanoseconds().value() / WhyReport.MILLION),
            number("%.1f", one.operation().cost().macs() / WhyReport.MILLION),
            number("%.1f", one.operation().cost().bytes() / WhyReport.MILLION));
      }
    }
    return table;
  }

  /** The kinds of operation that differ most, in words. */
  private static String kinds(Reason reason) {
    ProfilePair pair = reason.pair();
    String rival = name(pair.other().cost().network());
    return "%s: beside %s, %s takes %s."
        .formatted(
            setting(pair.one()),
            name(pair.one().cost().network()),
            rival,
            pair.byKind().stream()
                .limit(KINDS)
                .map(WhyTable::difference)
                .collect(Collectors.joining(", ")));
  }

  private static String difference(KindTimes kind) {
    return number("%.2f ms ", Math.abs(kind.added()) / WhyReport.MILLION)
        + (kind.added() > 0 ? "more for " : "less for ")
        + kind.kind().label();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String percent(double share) {
    return number("%.0f %%", 100 * share);
  }
}
