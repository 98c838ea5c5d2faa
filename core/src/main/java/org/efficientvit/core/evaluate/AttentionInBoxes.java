package org.efficientvit.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Trace;

/**
 * Whether heads look at objects: how much more attention a token gets within an object's box than
 * outside it.
 *
 * <p>The attention that a token receives is the mean of the block's heads. A token belongs to the
 * box by the share of its cell that lies in it, the cells dividing the network's input evenly. A
 * ratio of 1 is what uniform attention gives. Where a block attends within windows, only tokens of
 * the same window compete: an object that fills its windows draws nothing to itself there.
 */
public final class AttentionInBoxes {

  /** Of a token; less is rounding. */
  private static final double LEAST_AREA = 1e-9;

  private final int imageSize;
  private final Map<String, List<Double>> ratios = new LinkedHashMap<>();

  /**
   * One block over all scenes.
   *
   * @param scenes how many were counted
   * @param ratio mean over the scenes
   * @param interval of the mean, by bootstrap over the scenes
   */
  public record BlockResult(String block, int scenes, double ratio, Interval interval) {}

  /**
   * A measurement of no scenes yet, for one thread.
   *
   * @param imageSize S, rows and columns of the network's input
   */
  public AttentionInBoxes(int imageSize) {
    this.imageSize = imageSize;
  }

  /**
   * Counts one scene. A block in whose grid the box leaves nothing inside or nothing outside is not
   * counted.
   *
   * @param trace with the attention of all blocks
   * @param box of the one object, in pixels of the network's input
   */
  public void add(Trace trace, Box box) {
    for (HeadMaps maps : trace.attention().values()) {
      OptionalDouble ratio = ratio(new StitchedAttention(maps), box, imageSize);
      if (ratio.isPresent()) {
        ratios.computeIfAbsent(maps.block(), block -> new ArrayList<>()).add(ratio.getAsDouble());
      }
    }
  }

  /** Each block in the order of the network. */
  public List<BlockResult> results() {
    List<BlockResult> results = new ArrayList<>();
    ratios.forEach(
        (block, values) -> {
          double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
          double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
          results.add(new BlockResult(block, all.length, mean, Interval.ofMean(all)));
        });
    return results;
  }

  /**
   * The mean attention that a token receives inside a box, divided by that outside it.
   *
   * @return empty if nothing lies inside or nothing, or no attention, outside
   */
  static OptionalDouble ratio(StitchedAttention attention, Box box, int imageSize) {
    WindowGrid grid = attention.grid();
    double cellWidth = (double) imageSize / grid.width();
    double cellHeight = (double) imageSize / grid.height();
    double[] received = received(attention);
    double area = 0;
    double inside = 0;
    double outside = 0;
    for (int i = 0; i < received.length; i++) {
      double x = i % grid.width() * cellWidth;
      int row = i / grid.width();
      double share =
          box.overlap(new Box(x, row * cellHeight, cellWidth, cellHeight))
              / (cellWidth * cellHeight);
      area += share;
      inside += share * received[i];
      outside += (1 - share) * received[i];
    }
    double rest = received.length - area;
    boolean isBothSides = area > LEAST_AREA && rest > LEAST_AREA && outside > 0;
    return isBothSides
        ? OptionalDouble.of(inside / area / (outside / rest))
        : OptionalDouble.empty();
  }

  /** The sum over the heads, whose scale a ratio does not depend on. */
  private static double[] received(StitchedAttention attention) {
    double[] received = new double[attention.grid().height() * attention.grid().width()];
    for (int head = 0; head < attention.heads(); head++) {
      Tensor map = attention.received(head);
      for (int i = 0; i < received.length; i++) {
        received[i] += map.values()[i];
      }
    }
    return received;
  }
}
