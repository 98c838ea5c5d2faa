package org.efficientvit.core.survey;

import java.util.HashMap;
import java.util.Map;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * How many pixels of a network's input lie between the middles of two tokens that are neighbours:
 * the product of the strides of the convolutions that led to their grid. On EfficientViT 16, 32 and
 * 64 in the three stages, whatever the image size; where a grid is rounded up, that is more than
 * the image size divided by its rows.
 */
public final class TokenSteps {

  private final Map<Integer, Integer> steps;
  private final int imageSize;

  private TokenSteps(Map<Integer, Integer> steps, int imageSize) {
    this.steps = steps;
    this.imageSize = imageSize;
  }

  /** Those of all grids of a network. */
  public static TokenSteps of(Network network) {
    Map<Integer, Integer> steps = new HashMap<>();
    steps.put(network.imageSize(), 1);
    for (Blueprint.Step step : Blueprint.of(network, 1, true).steps()) {
      if (step.operation() instanceof Convolution convolution && convolution.stride() > 1) {
        int before = steps.getOrDefault(step.inputs().get(0).dimension(2), 1);
        steps.putIfAbsent(step.output().dimension(2), before * convolution.stride());
      }
    }
    return new TokenSteps(steps, network.imageSize());
  }

  /** Pixels from one token of a grid to the next, in rows and in columns. */
  public double of(WindowGrid grid) {
    Integer step = steps.get(grid.height());
    return step != null ? step : (double) imageSize / grid.height();
  }
}
