package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Stages;
import org.efficientvit.visualizers.DataTable;

/** Each operation of each profile for a spreadsheet; the engine stands in every row. */
final class ProfileData {

  private static final double MICROSECOND = ProfileReport.MICROSECOND;

  private static final List<String> HEADER =
      List.of(
          "network",
          "image size (pixels)",
          "batch",
          "engine",
          "threads",
          "operation",
          "stage",
          "kind",
          "output",
          "multiply-accumulates (1)",
          "other arithmetic (FLOP)",
          "bytes read (B)",
          "weights read (B)",
          "bytes written (B)",
          "intensity (FLOP/B)",
          "time (microseconds)",
          "time low (microseconds)",
          "time high (microseconds)",
          "compute limit (microseconds)",
          "memory limit (microseconds)",
          "overhead limit (microseconds)",
          "bound",
          "bound as the paper counts",
          "efficiency (1)");

  private ProfileData() {}

  static DataTable of(List<ProfiledNetwork> networks) {
    List<List<Object>> rows = new ArrayList<>();
    for (ProfiledNetwork network : networks) {
      Profile profile = network.profile();
      profile.operations().forEach(one -> rows.add(row(profile, one)));
    }
    return new DataTable(HEADER, rows);
  }

  private static List<Object> row(Profile profile, ProfiledOperation one) {
    OperationCost cost = one.cost();
    return List.of(
        profile.cost().network(),
        profile.cost().imageSize(),
        profile.cost().batch(),
        profile.engine(),
        profile.threads(),
        one.name(),
        Stages.of(one.name()),
        cost.kind().id(),
        cost.output().toString(),
        cost.macs(),
        cost.arithmetic(),
        cost.bytesRead(),
        cost.weightBytes(),
        cost.bytesWritten(),
        cost.intensity(),
        one.nanoseconds().value() / MICROSECOND,
        one.nanoseconds().low() / MICROSECOND,
        one.nanoseconds().high() / MICROSECOND,
        one.limit().compute() / MICROSECOND,
        one.limit().memory() / MICROSECOND,
        one.limit().overhead() / MICROSECOND,
        one.bound().id(),
        Grouping.PAPER.of(one).id(),
        one.efficiency());
  }
}
