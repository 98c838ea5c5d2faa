package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Limit;
import org.efficientvit.core.cost.Median;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Shares;
import org.jspecify.annotations.Nullable;

/**
 * One network in the answer of {@code profile --json}: what it costs, as {@code cost} says it, and
 * how long it takes.
 *
 * @param operations as the engine ran them
 * @param classes L, how many the network tells apart
 * @param weights that it ran on
 * @param random whether nobody trained them
 * @param passes how many were measured
 * @param milliseconds of passes
 * @param disturbance a pass in which operations are timed, as a multiple of the untimed one beside
 * @param operationsOverPass time of all operations over that of an untimed pass
 * @param accounted the same with laying out the pictures, which comes before the first operation
 * @param shares of the operations' time by what bounds them, by both groupings
 * @param stages the same for each stage
 * @param fasterThanPossible operations that were faster than the ceilings allow by more than a
 *     tenth
 */
record ProfileReport(
    String model,
    int imageSize,
    int batch,
    long parameters,
    long parametersFolded,
    long macs,
    List<Operation> operations,
    boolean folded,
    int classes,
    String engine,
    int threads,
    String weights,
    boolean random,
    int passes,
    Milliseconds milliseconds,
    Spread disturbance,
    double operationsOverPass,
    double accounted,
    Groupings shares,
    List<Stage> stages,
    List<String> fasterThanPossible) {

  /** How far below its limit a time is a mistake. */
  static final double TOLERANCE = 0.1;

  static final double MICROSECOND = 1e3;
  static final double MILLISECOND = 1e6;

  /** A median and its interval of 95 %. */
  record Spread(double median, double low, double high) {

    static Spread of(Median median, double unit) {
      return new Spread(median.value() / unit, median.low() / unit, median.high() / unit);
    }

    /** The median in what it was measured in. */
    Median times(double unit) {
      return new Median(unit * median, unit * low, unit * high);
    }
  }

  /**
   * Times of passes.
   *
   * @param pass an untimed one, from pictures to logits
   * @param reading of it, until the first operation
   * @param operations all together, in a pass in which each is timed
   * @param rest what is left of the untimed pass
   */
  record Milliseconds(Spread pass, Spread reading, Spread operations, double rest) {}

  /** Parts of the time, 0 to 1. */
  record Parts(double memory, double compute, double overhead) {

    static Parts of(Shares shares) {
      return new Parts(shares.memory(), shares.compute(), shares.overhead());
    }
  }

  /** By the largest of three limits, and by the sort of operation as the paper counts. */
  record Groupings(Parts limit, Parts paper) {

    static Groupings of(List<ProfiledOperation> operations) {
      return new Groupings(
          Parts.of(Shares.of(operations, Grouping.LIMIT)),
          Parts.of(Shares.of(operations, Grouping.PAPER)));
    }
  }

  /** The operations of one stage. */
  record Stage(String name, int operations, double microseconds, Groupings shares) {}

  /** The least microseconds that an operation can take, by three reckonings. */
  record Limits(double compute, double memory, double overhead) {

    static Limits of(Limit limit) {
      return new Limits(
          limit.compute() / MICROSECOND,
          limit.memory() / MICROSECOND,
          limit.overhead() / MICROSECOND);
    }
  }

  /**
   * One operation.
   *
   * @param microseconds median of the passes
   * @param microsecondsLow lower end of its interval of 95 %
   * @param microsecondsHigh upper end of it
   * @param bound what keeps it from being faster
   * @param paper the same as the paper counts
   * @param efficiency the largest limit over the time
   * @param members of several that the engine ran as one, or none for a copy of its own; null for
   *     an operation of the network as it is
   */
  record Operation(
      String name,
      String kind,
      long macs,
      long bytesRead,
      long bytesWritten,
      double microseconds,
      String bound,
      double microsecondsLow,
      double microsecondsHigh,
      Limits limits,
      double efficiency,
      String paper,
      long arithmetic,
      long weightBytes,
      long parameters,
      List<Integer> output,
      double intensity,
      @Nullable List<String> members) {

    static Operation of(ProfiledOperation one, boolean runsAsWritten) {
      OperationCost cost = one.cost();
      Median time = one.nanoseconds();
      return new Operation(
          one.name(),
          cost.kind().id(),
          cost.macs(),
          cost.bytesRead(),
          cost.bytesWritten(),
          time.value() / MICROSECOND,
          one.bound().id(),
          time.low() / MICROSECOND,
          time.high() / MICROSECOND,
          Limits.of(one.limit()),
          one.efficiency(),
          Grouping.PAPER.of(one).id(),
          cost.arithmetic(),
          cost.weightBytes(),
          cost.parameters(),
          Arrays.stream(cost.output().toArray()).boxed().toList(),
          cost.intensity(),
          runsAsWritten ? null : one.members());
    }
  }

  static ProfileReport of(ProfiledNetwork network) {
    Profile profile = network.profile();
    NetworkCost cost = profile.cost();
    boolean asWritten = ProfileFile.runsAsWritten(profile);
    return new ProfileReport(
        cost.network(),
        cost.imageSize(),
        cost.batch(),
        cost.parameters(),
        cost.parametersFolded(),
        cost.macs(),
        profile.operations().stream().map(one -> Operation.of(one, asWritten)).toList(),
        cost.folded(),
        network.classes(),
        profile.engine(),
        profile.threads(),
        network.weights(),
        network.isRandom(),
        profile.passes(),
        new Milliseconds(
            Spread.of(profile.pass(), MILLISECOND),
            Spread.of(profile.reading(), MILLISECOND),
            Spread.of(profile.together(), MILLISECOND),
            profile.rest() / MILLISECOND),
        Spread.of(profile.disturbance(), 1),
        profile.together().value() / profile.pass().value(),
        profile.accounted(),
        Groupings.of(profile.operations()),
        stages(profile),
        profile.fasterThanPossible(TOLERANCE).stream().map(ProfiledOperation::name).toList());
  }

  private static List<Stage> stages(Profile profile) {
    List<Stage> stages = new ArrayList<>();
    profile
        .byStage()
        .forEach(
            (name, operations) ->
                stages.add(
                    new Stage(
                        name,
                        operations.size(),
                        operations.stream().mapToDouble(one -> one.nanoseconds().value()).sum()
                            / MICROSECOND,
                        Groupings.of(operations))));
    return stages;
  }

  /**
   * The whole answer: of one network, it with the machine and its ceilings beside; of several, a
   * list of them.
   */
  static Map<String, Object> document(
      Profiling.Result result, @Nullable ProfileComparison comparison, List<Path> files) {
    Map<String, Object> document = new LinkedHashMap<>();
    List<ProfileReport> reports = result.networks().stream().map(ProfileReport::of).toList();
    if (reports.size() == 1) {
      document.putAll(Json.components(reports.get(0)));
    } else {
      document.put("profiles", reports);
    }
    document.put("machine", MachineReport.of(result.machine()));
    document.put("ceilings", CeilingsReport.of(result.ceilings()));
    if (comparison != null) {
      document.put("agreement", comparison.report());
    }
    document.put("figures", files.stream().map(Path::toString).toList());
    return document;
  }
}
