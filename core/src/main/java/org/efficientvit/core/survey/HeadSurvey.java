package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the heads of a network say over pictures.
 *
 * <p>Each figure is a mean over the pictures with its 95 % interval by bootstrap over them; of a
 * single picture the interval is the figure itself, since one picture does not say how others would
 * be.
 *
 * @param images how many pictures were seen
 * @param blocks every block with heads, in the order of the network
 * @param network all blocks together
 */
public record HeadSurvey(int images, List<BlockFigures> blocks, NetworkFigures network) {

  public HeadSurvey {
    blocks = List.copyOf(blocks);
    requireNonNull(network, "network is null");
  }

  /** Whether intervals say anything. */
  public boolean hasIntervals() {
    return images > 1;
  }
}
