package org.efficientvit.core.network;

import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Ops;

/**
 * Token interaction, then feed-forward, each with its residual: the bread of the sandwich (arXiv
 * 2305.07027, Eq. 1 and Fig. 6). Neighbours mix by a depthwise 3x3 convolution, which gives
 * attention a sense of place.
 */
final class InteractionPair implements Block {

  private static final int KERNEL = 3;
  private static final int EXPANSION = 2;

  private final Block interaction;
  private final Block feedForward;

  InteractionPair(String interactionName, String feedForwardName, int width) {
    this.interaction =
        new ResidualBlock(
            interactionName,
            Block.of(ConvNorm.depthwise(interactionName + ".m", width, KERNEL, 1)));
    this.feedForward =
        new ResidualBlock(
            feedForwardName, new FeedForward(feedForwardName + ".m", width, width * EXPANSION));
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return feedForward.forward(ops, interaction.forward(ops, x));
  }
}
