package org.efficientvit.app.window.viewmodel;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.Scale;

/**
 * One channel of a feature map.
 *
 * @param index in the network
 * @param map (H, W)
 * @param mean activation
 * @param scale from its smallest activation to its largest
 */
public record Channel(int index, Tensor map, double mean, Scale scale) {

  /**
   * All channels, those of the highest mean activation first.
   *
   * @param features (C, H, W)
   */
  static List<Channel> of(Tensor features) {
    return IntStream.range(0, features.shape().dimension(0))
        .mapToObj(index -> of(index, features.get(index)))
        .sorted(Comparator.comparingDouble(channel -> -channel.mean()))
        .toList();
  }

  private static Channel of(int index, Tensor map) {
    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    return new Channel(index, map, sum / map.elements(), Scale.of(map));
  }

  /** Its figures in words. */
  public String reading() {
    return "Channel %d · mean %s · %s to %s"
        .formatted(
            index,
            Numbers.significant(mean),
            Numbers.significant(scale.min()),
            Numbers.significant(scale.max()));
  }

  /** Its caption in a grid: index and mean. */
  public String caption() {
    return "%d · %s".formatted(index, Numbers.significant(mean));
  }
}
