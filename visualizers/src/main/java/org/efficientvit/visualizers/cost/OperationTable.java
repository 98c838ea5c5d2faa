package org.efficientvit.visualizers.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.visualizers.DataTable;

/** The table under figures of operations. */
final class OperationTable {

  private static final List<String> HEADER =
      List.of(
          "operation",
          "kind",
          "time (ns)",
          "time low (ns)",
          "time high (ns)",
          "multiply-accumulates (1)",
          "floating-point operations (1)",
          "bytes moved (B)",
          "intensity (FLOP/B)",
          "speed (GFLOP/s)",
          "bandwidth (GB/s)",
          "compute limit (ns)",
          "memory limit (ns)",
          "overhead limit (ns)",
          "bound",
          "efficiency");

  private OperationTable() {}

  /** Every operation with all that was counted and measured. */
  static DataTable of(Profile profile) {
    return new DataTable(HEADER, profile.operations().stream().map(OperationTable::row).toList());
  }

  /** The same with one more column. */
  static DataTable of(Profile profile, String column, Function<ProfiledOperation, String> value) {
    List<String> header = new ArrayList<>(HEADER);
    header.add(column);
    return new DataTable(
        header,
        profile.operations().stream()
            .map(
                one -> {
                  List<Object> row = new ArrayList<>(row(one));
                  row.add(value.apply(one));
                  return row;
                })
            .toList());
  }

  private static List<Object> row(ProfiledOperation one) {
    OperationCost cost = one.cost();
    return Arrays.asList(
        one.name(),
        cost.kind().label(),
        one.nanoseconds().value(),
        one.nanoseconds().low(),
        one.nanoseconds().high(),
        cost.macs(),
        cost.flops(),
        cost.bytes(),
        known(cost.intensity()),
        known(one.gigaflops()),
        known(one.gigabytes()),
        one.limit().compute(),
        one.limit().memory(),
        one.limit().overhead(),
        one.bound().id(),
        known(one.efficiency()));
  }

  /** What an engine's clock is too coarse to time has no speed. */
  private static Object known(double value) {
    return Double.isFinite(value) ? value : "";
  }
}
