package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Median;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Shares;

/** One profile for a person: each operation, stages and kinds, and the whole pass. */
final class ProfileTable {

  /** What the shares are, where they go by the largest limit. */
  static final String BY_LIMIT =
      "memory, compute, overhead: shares of the operations' time, each operation counted to the largest of three lower limits of its time (--grouping limit).";

  /** What the shares are, where they go by the sort of operation. */
  static final String BY_SORT =
      "memory, compute: shares of the operations' time, counted by the sort of operation as the paper does, arXiv 2305.07027, Section 2.1 (--grouping paper).";

  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;

  private final ProfiledNetwork network;
  private final Profile profile;
  private final Grouping grouping;

  ProfileTable(ProfiledNetwork network, Grouping grouping) {
    this.network = requireNonNull(network, "network is null");
    this.profile = network.profile();
    this.grouping = requireNonNull(grouping, "grouping is null");
  }

  void print(PrintWriter out) {
    out.println(heading());
    out.println();
    operations().print(out);
    out.println();
    out.println(grouping == Grouping.LIMIT ? BY_LIMIT : BY_SORT);
    out.println();
    group("stage", profile.byStage()).print(out);
    out.println();
    group(
            "kind",
            profile.byKind().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().label(),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        LinkedHashMap::new)))
        .print(out);
    out.println();
    sums().forEach(out::println);
  }

  private String heading() {
    return "%s at %d pixels, batch %d, normalisation %s, on %s with %s; medians of %d passes, intervals of 95 %%; %s."
        .formatted(
            profile.cost().network(),
            profile.cost().imageSize(),
            profile.cost().batch(),
            profile.cost().folded() ? "folded" : "as trained",
            profile.engine(),
            profile.threads() == 1 ? "1 thread" : profile.threads() + " threads",
            profile.passes(),
            network.weights());
  }

  private TextTable operations() {
    TextTable table =
        TextTable.ofWords(
            2,
            "operation",
            "kind",
            "microseconds",
            "MMACs",
            "kB moved",
            "FLOP/B",
            "limit",
            "bound",
            "efficiency");
    for (ProfiledOperation one : profile.operations()) {
      OperationCost cost = one.cost();
      table.row(
          one.isMerged() ? one.name() + " *" : one.name(),
          cost.kind().label(),
          range("%.1f", one.nanoseconds(), THOUSAND),
          number("%.3f", cost.macs() / MILLION),
          cost.isView() ? "free" : number("%.1f", cost.bytes() / THOUSAND),
          cost.isView() ? "" : number("%.2f", cost.intensity()),
          number("%.1f", one.limit().nanoseconds() / THOUSAND),
          grouping.of(one).label(),
          number("%.0f %%", 100 * one.efficiency()));
    }
    return table;
  }

  private TextTable group(String title, Map<String, List<ProfiledOperation>> groups) {
    TextTable table =
        TextTable.ofNumbers(
            title,
            "operations",
            "microseconds",
            "of the time",
            "of the MACs",
            "memory",
            "compute",
            "overhead");
    groups.forEach((name, operations) -> row(table, name, operations));
    table.rule();
    row(table, "total", profile.operations());
    return table;
  }

  private void row(TextTable table, String name, List<ProfiledOperation> operations) {
    Shares shares = Shares.of(operations, grouping);
    table.row(
        name,
        Integer.toString(operations.size()),
        number("%.1f", time(operations) / THOUSAND),
        percent(time(operations) / time(profile.operations())),
        percent((double) macs(operations) / macs(profile.operations())),
        percent(shares.memory()),
        percent(shares.compute()),
        percent(shares.overhead()));
  }

  private static double time(Collection<ProfiledOperation> operations) {
    return operations.stream().mapToDouble(one -> one.nanoseconds().value()).sum();
  }

  private static long macs(Collection<ProfiledOperation> operations) {
    return operations.stream().mapToLong(one -> one.cost().macs()).sum();
  }

  /** The pass as a whole beside its operations. */
  private List<String> sums() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "From end to end %s ms, untimed: operations %s ms or %s of it, laying out the pictures %s, the rest %s."
            .formatted(
                range("%.2f", profile.pass(), MILLION),
                range("%.2f", profile.together(), MILLION),
                percent(profile.together().value() / profile.pass().value()),
                number("%.2f", profile.reading().value() / MILLION),
                number("%.2f", profile.rest() / MILLION)));
    lines.add(disturbance(profile));
    if (profile.operations().stream().anyMatch(ProfiledOperation::isMerged)) {
      lines.add("* %s ran several operations as this one.".formatted(profile.engine()));
    }
    return lines;
  }

  /** What timing costs. */
  static String disturbance(Profile profile) {
    boolean isProfiler = !ProfileFile.runsAsWritten(profile);
    return "%s makes a pass %s times as long%s."
        .formatted(
            isProfiler
                ? "The profiler of " + profile.engine() + ", which times the operations,"
                : "Timing each operation",
            range("%.3f", profile.disturbance(), 1),
            isProfiler ? ", and tells times to half a microsecond" : "");
  }

  static String range(String format, Median median, double unit) {
    return number(format, median.value() / unit)
        + " ("
        + number(format, median.low() / unit)
        + " to "
        + number(format, median.high() / unit)
        + ")";
  }

  static String percent(double share) {
    return number("%.1f %%", 100 * share);
  }

  static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
