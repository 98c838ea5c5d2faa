package org.efficientvit.visualizers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.efficientvit.core.cost.Bandwidth;
import org.efficientvit.core.cost.Ceiling;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.core.cost.Median;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.visualizers.cost.KindTimeFigure;
import org.efficientvit.visualizers.cost.MacsTimeFigure;
import org.efficientvit.visualizers.cost.NetworkSharesFigure;
import org.efficientvit.visualizers.cost.OperationOrderFigure;
import org.efficientvit.visualizers.cost.RooflineFigure;
import org.efficientvit.visualizers.cost.StageSharesFigure;

/** Profiles in round numbers, and of networks as if they had been measured. */
public final class ProfileSamples {

  /** 100 GFLOP/s; 200 GB/s in a cache, 40 GB/s beyond; 1000 ns for whatever it is. */
  public static final Ceilings CEILINGS = ceilings("pytorch");

  public static final FigureContext CONTEXT =
      new FigureContext("EfficientViT-M0", null, "random weights (seed 0)", true);

  private static final int PASSES = 21;

  private ProfileSamples() {}

  private static Ceilings ceilings(String engine) {
    Map<OperationKind, Ceiling> overheads = new EnumMap<>(OperationKind.class);
    Arrays.stream(OperationKind.values()).forEach(kind -> overheads.put(kind, exactly(1000)));
    return new Ceilings(
        engine,
        1,
        true,
        exactly(100),
        List.of(new Bandwidth(30_000, exactly(200)), new Bandwidth(1_000_000, exactly(40))),
        overheads);
  }

  private static Ceiling exactly(double value) {
    return new Ceiling(value, value, value, 1);
  }

  /** One operation, with an interval of a tenth on both sides of its time. */
  public static ProfiledOperation operation(
      String name, OperationKind kind, long macs, long arithmetic, long bytes, double time) {
    OperationCost cost =
        new OperationCost(name, kind, Shape.of(1), macs, arithmetic, 0, bytes, 0, 0);
    return new ProfiledOperation(
        List.of(name), cost, new Median(time, 0.9 * time, 1.1 * time), CEILINGS.limit(cost));
  }

  /** A pass of these operations alone. */
  public static Profile profile(ProfiledOperation... operations) {
    List<ProfiledOperation> all = List.of(operations);
    NetworkCost cost =
        new NetworkCost(
            "m0", 224, 16, true, 0, 0, all.stream().map(ProfiledOperation::cost).toList());
    return of(cost, "pytorch", all);
  }

  /** A network as if each operation had taken its limit and up to four times as long. */
  public static Profile of(String network, String engine, int batch) {
    NetworkCost cost =
        NetworkCost.of(Designs.find(network).orElseThrow().network(224, 1000), batch, true);
    Random random = new Random(batch);
    return of(
        cost,
        engine,
        cost.operations().stream()
            .map(
                one -> {
                  double limit = CEILINGS.limit(one).nanoseconds();
                  double time = limit * (1 + 3 * random.nextDouble());
                  double spread = 0.4 * random.nextDouble() * random.nextDouble();
                  return new ProfiledOperation(
                      List.of(one.name()),
                      one,
                      new Median(time, time * (1 - spread), time * (1 + 2 * spread)),
                      CEILINGS.limit(one));
                })
            .toList());
  }

  private static Profile of(NetworkCost cost, String engine, List<ProfiledOperation> operations) {
    double sum = operations.stream().mapToDouble(one -> one.nanoseconds().value()).sum();
    Median time = new Median(sum, sum, sum);
    return new Profile(
        cost,
        engine,
        ceilings(engine),
        PASSES,
        operations,
        time,
        new Median(0, 0, 0),
        time,
        new Median(1, 1, 1));
  }

  /** All figures of a profile by itself. */
  public static List<PickableFigure> figures(Profile profile) {
    return List.of(
        new RooflineFigure(profile, CONTEXT),
        new StageSharesFigure(profile, CONTEXT),
        new OperationOrderFigure(profile, CONTEXT),
        new KindTimeFigure(profile, CONTEXT),
        new MacsTimeFigure(profile, CONTEXT));
  }

  /** Several networks side by side. */
  public static PickableFigure networks() {
    FigureContext context =
        new FigureContext("EfficientViT and DeiT", null, "random weights (seed 0)", true);
    return new NetworkSharesFigure(
        List.of(of("m0", "pytorch", 1), of("m0", "onnx", 1), of("deit-tiny", "pytorch", 1)),
        context);
  }
}
