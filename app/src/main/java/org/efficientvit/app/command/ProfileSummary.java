package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.Shares;

/** Several profiles, a line each: what bounds them, and whether their operations add up. */
final class ProfileSummary {

  private static final double MILLION = 1e6;

  private final Profiling.Result result;

  ProfileSummary(Profiling.Result result) {
    this.result = requireNonNull(result, "result is null");
  }

  void print(PrintWriter out) {
    table().print(out);
    out.println();
    notes().forEach(out::println);
  }

  /** The same for a page of documentation, with the command that makes it. */
  void printMarkdown(PrintWriter out) {
    out.println(MachineReport.line(result.machine()) + ".");
    out.println();
    out.println(CeilingsReport.line(result.ceilings()));
    out.println();
    table().printMarkdown(out);
    out.println();
    notes().forEach(note -> out.println("- " + note));
    out.println();
    out.println("    " + command());
  }

  private TextTable table() {
    TextTable table =
        TextTable.ofNumbers(
            "network",
            "batch",
            "engine",
            "end to end, ms",
            "operations, ms",
            "laying out, ms",
            "operations / end to end",
            "with laying out",
            "disturbance",
            "memory",
            "compute",
            "overhead",
            "memory, by sort");
    for (Profile profile : result.profiles()) {
      Shares shares = profile.shares(Grouping.LIMIT);
      table.row(
          profile.cost().network(),
          Integer.toString(profile.cost().batch()),
          profile.engine(),
          ProfileTable.range("%.2f", profile.pass(), MILLION),
          ProfileTable.range("%.2f", profile.together(), MILLION),
          ProfileTable.number("%.2f", profile.reading().value() / MILLION),
          ProfileTable.percent(profile.together().value() / profile.pass().value()),
          ProfileTable.percent(profile.accounted()),
          ProfileTable.number("%.3f", profile.disturbance().value()),
          ProfileTable.percent(shares.memory()),
          ProfileTable.percent(shares.compute()),
          ProfileTable.percent(shares.overhead()),
          ProfileTable.percent(profile.shares(Grouping.PAPER).memory()));
    }
    return table;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(ProfileTable.BY_LIMIT);
    notes.add(
        "memory, by sort: what reshapes, copies, element-wise functions, normalisation, softmax and pooling take, which the paper calls memory-bound whatever their size, arXiv 2305.07027, Section 2.1 (--grouping paper).");
    notes.add(
        "end to end: untimed passes from pictures to logits; operations: all of them in passes in which each is timed; laying out: what comes before the first operation, in which the pictures are laid out for the engine; what is left is freeing memory and the way from one operation to the next; disturbance: such a pass as a multiple of the untimed one beside it; medians of %s passes, intervals of 95 %%; %s."
            .formatted(
                distinct(one -> Integer.toString(one.profile().passes())),
                distinct(ProfiledNetwork::weights)));
    return notes;
  }

  /** What measures all of this again. */
  private String command() {
    Profile first = result.profiles().get(0);
    String passes = distinct(one -> Integer.toString(one.profile().passes()));
    return "inspector profile --models %s --batches %s --engine %s --threads %d%s%s --ceilings %s --format markdown"
        .formatted(
            distinct(one -> one.profile().cost().network()),
            distinct(one -> Integer.toString(one.profile().cost().batch())),
            first.engine(),
            first.threads(),
            first.cost().folded() ? "" : " --unfolded",
            passes.contains(",") ? "" : " --passes " + passes,
            result.ceilings().ceilings().careful() ? "careful" : "quick");
  }

  private String distinct(Function<ProfiledNetwork, String> fact) {
    return result.networks().stream().map(fact).distinct().collect(Collectors.joining(","));
  }
}
