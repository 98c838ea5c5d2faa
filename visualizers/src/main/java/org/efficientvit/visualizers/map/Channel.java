package org.efficientvit.visualizers.map;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.tensor.Tensor;

/**
 * One channel of a feature map.
 *
 * @param index in the network
 * @param map (H, W)
 * @param mean of the map
 */
record Channel(int index, Tensor map, double mean) {

  /** All channels of (C, H, W), the highest mean first and equals in the network's order. */
  static List<Channel> byMean(Tensor features) {
    return IntStream.range(0, features.shape().dimension(0))
        .mapToObj(index -> of(index, features.get(index)))
        .sorted(Comparator.comparingDouble(Channel::mean).reversed())
        .toList();
  }

  private static Channel of(int index, Tensor map) {
    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    return new Channel(index, map, sum / map.elements());
  }
}
