package org.efficientvit.core.network;

import org.efficientvit.core.ops.Ops;

/**
 * Token interaction, then feed-forward, each with its residual: the bread of the sandwich (arXiv
 * 2305.07027, Eq. 1 and Fig. 6). Neighbours mix by a depthwise 3x3 convolution, which gives
 * attention a sense of place.
 */
final class InteractionPair implements Block {

  private static final int KERNEL = 3;

  private final Block interaction;
  private final Block feedForward;

  InteractionPair(Layers layers, String interactionName, String feedForwardName, int width) {
    this.interaction =
        layers.architecture().tokenInteraction()
            ? new ResidualBlock(
                interactionName, layers.depthwise(interactionName + ".m", width, KERNEL, 1))
            : Block.nothing();
    this.feedForward =
        new ResidualBlock(feedForwardName, new FeedForward(layers, feedForwardName + ".m", width));
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return feedForward.forward(ops, interaction.forward(ops, x));
  }
}
