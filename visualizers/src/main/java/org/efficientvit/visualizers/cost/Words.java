package org.efficientvit.visualizers.cost;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.visualizers.Numbers;

/** What figures of profiles say in words. */
final class Words {

  private static final List<String> PREFIXES = List.of("", " k", " M", " G", " T");

  /** Powers of ten are not always met exactly. */
  private static final double ALMOST_THOUSAND = 999.999;

  private Words() {}

  /** How a profile was measured, in one line. */
  static String setting(Profile profile) {
    return "%s, %s, batch %d, %d×%d pixels; medians of %s"
        .formatted(
            profile.engine(),
            count(profile.threads(), "thread"),
            profile.cost().batch(),
            profile.cost().imageSize(),
            profile.cost().imageSize(),
            profile.passes() == 1 ? "1 pass" : profile.passes() + " passes");
  }

  static String count(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** The papers' name of a profile's network. */
  static String network(Profile profile) {
    String id = profile.cost().network();
    return Designs.find(id).map(Design::displayName).orElse(id);
  }

  /** Nanoseconds of operations together. */
  static double time(Collection<ProfiledOperation> operations) {
    return operations.stream().mapToDouble(one -> one.nanoseconds().value()).sum();
  }

  static String time(double nanoseconds) {
    return Numbers.time(Math.round(nanoseconds));
  }

  /** The names under which operations are known in the network and in the engine. */
  static Set<String> names(Collection<ProfiledOperation> operations) {
    Set<String> names = new LinkedHashSet<>();
    for (ProfiledOperation operation : operations) {
      names.add(operation.name());
      names.addAll(operation.members());
    }
    return names;
  }

  /** All that is known of an operation, in lines. */
  static String tooltip(ProfiledOperation one, double allTime) {
    OperationCost cost = one.cost();
    List<String> lines = new ArrayList<>();
    lines.add(one.name());
    if (one.isMerged()) {
      lines.add("one with " + String.join(", ", one.members()));
    }
    lines.add(
        "%s · %s (%s to %s) · %s of the time"
            .formatted(
                cost.kind().label(),
                time(one.nanoseconds().value()),
                time(one.nanoseconds().low()),
                time(one.nanoseconds().high()),
                Numbers.percent(one.nanoseconds().value() / allTime)));
    if (cost.isView()) {
      lines.add("another look at the same memory: no arithmetic, no bytes");
    } else {
      lines.add(
          "%sMACs · %sFLOP · %s · %s FLOP/B"
              .formatted(
                  unit(cost.macs()),
                  unit(cost.flops()),
                  Numbers.bytes(cost.bytes()),
                  Numbers.plain(cost.intensity())));
      lines.add(
          "%s GFLOP/s · %s GB/s"
              .formatted(Numbers.plain(one.gigaflops()), Numbers.plain(one.gigabytes())));
    }
    lines.add(
        "bound by %s · at least %s · efficiency %s"
            .formatted(
                one.bound().label(),
                time(one.limit().nanoseconds()),
                Numbers.percent(one.efficiency())));
    return String.join("\n", lines);
  }

  /** A number on an axis with a decimal prefix and no more digits than it has: {@code 10 M}. */
  static String scaled(double value) {
    double scaled = value;
    int prefix = 0;
    while (scaled >= ALMOST_THOUSAND && prefix < PREFIXES.size() - 1) {
      scaled /= 1000;
      prefix++;
    }
    return Numbers.plain(scaled) + PREFIXES.get(prefix);
  }

  /** A count before a unit: {@code 79.2 M}, {@code 12 }. */
  private static String unit(long count) {
    String text = Numbers.count(count);
    return text.contains(" ") ? text : text + " ";
  }
}
