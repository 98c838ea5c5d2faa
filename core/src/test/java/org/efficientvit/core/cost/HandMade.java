package org.efficientvit.core.cost;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.tensor.Shape;

/** Machines and operations in round numbers. */
final class HandMade {

  /**
   * 100 GFLOP/s; 50 GB/s to 1000 bytes and on to 10,000, then 20 GB/s, and 5 GB/s from 100,000 on.
   */
  static final Ceilings CEILINGS =
      new Ceilings(
          "pytorch",
          1,
          true,
          exactly(100),
          List.of(
              new Bandwidth(1000, exactly(50)),
              new Bandwidth(10_000, exactly(20)),
              new Bandwidth(100_000, exactly(5))),
          Map.of(
              OperationKind.MATMUL, exactly(700),
              OperationKind.ACTIVATION, exactly(300),
              OperationKind.VIEW, exactly(400)));

  private HandMade() {}

  static Ceiling exactly(double value) {
    return new Ceiling(value, value, value, 1);
  }

  static Median taking(double nanoseconds) {
    return new Median(nanoseconds, nanoseconds, nanoseconds);
  }

  static OperationCost cost(
      String name, OperationKind kind, long macs, long arithmetic, long bytes) {
    return new OperationCost(name, kind, Shape.of(1), macs, arithmetic, 0, bytes, 0, 0);
  }

  static ProfiledOperation profiled(OperationCost cost, double nanoseconds) {
    return new ProfiledOperation(
        List.of(cost.name()), cost, taking(nanoseconds), CEILINGS.limit(cost));
  }
}
