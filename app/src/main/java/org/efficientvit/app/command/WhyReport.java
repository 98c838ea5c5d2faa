package org.efficientvit.app.command;

import java.util.List;
import org.efficientvit.app.service.ClaimReasons.Reason;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfilePair;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Shares;

/**
 * Why the two networks of a claim differ, in the answer of {@code claims --why}.
 *
 * @param networks the claim's network, then its rival
 * @param kinds of operation, that which differs most first
 * @param operations that make most of the difference
 */
record WhyReport(
    String id,
    String engine,
    int batch,
    int threads,
    List<Network> networks,
    List<Kind> kinds,
    List<Operation> operations) {

  /** How many operations are named. */
  static final int LARGEST = 5;

  static final double MILLION = 1e6;

  /**
   * One network.
   *
   * @param macs of a pass
   * @param bytes that all operations of the engine read and write, each by itself
   * @param milliseconds of an untimed pass
   * @param shares of the operations' time, by what bounds them
   */
  record Network(String model, long macs, long bytes, double milliseconds, Parts shares) {

    static Network of(Profile profile) {
      return new Network(
          profile.cost().network(),
          profile.cost().macs(),
          WhyReport.bytes(profile),
          profile.pass().value() / MILLION,
          Parts.of(profile.shares(Grouping.LIMIT)));
    }
  }

  /** Parts of the time, which sum to 1. */
  record Parts(double memory, double compute, double overhead) {

    static Parts of(Shares shares) {
      return new Parts(shares.memory(), shares.compute(), shares.overhead());
    }
  }

  /** The time of one kind of operation in both networks. */
  record Kind(String kind, double milliseconds, double rivalMilliseconds) {}

  /** One operation of either network. */
  record Operation(
      String model,
      String name,
      String kind,
      double milliseconds,
      long macs,
      long bytes,
      String bound) {

    static Operation of(ProfilePair.Owned owned) {
      ProfiledOperation operation = owned.operation();
      return new Operation(
          owned.network(),
          operation.name(),
          operation.cost().kind().id(),
          operation.nanoseconds().value() / MILLION,
          operation.cost().macs(),
          operation.cost().bytes(),
          operation.bound().id());
    }
  }

  static WhyReport of(Reason reason) {
    ProfilePair pair = reason.pair();
    return new WhyReport(
        reason.id(),
        pair.one().engine(),
        pair.one().cost().batch(),
        pair.one().threads(),
        pair.profiles().stream().map(Network::of).toList(),
        pair.byKind().stream()
            .map(kind -> new Kind(kind.kind().id(), kind.one() / MILLION, kind.other() / MILLION))
            .toList(),
        pair.largest(LARGEST).stream().map(Operation::of).toList());
  }

  static long bytes(Profile profile) {
    return profile.operations().stream()
        .map(ProfiledOperation::cost)
        .mapToLong(OperationCost::bytes)
        .sum();
  }
}
