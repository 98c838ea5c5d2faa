package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.statistics.Estimate;

/**
 * What heads are worth over pictures.
 *
 * @param images how many pictures were seen
 * @param top1 of the network as it is, 0 to 1
 * @param heads what is done to each, in the order of the network
 */
public record WorthSurvey(int images, Estimate top1, List<HeadWorth> heads) {

  public WorthSurvey {
    requireNonNull(top1, "top1 is null");
    heads = List.copyOf(heads);
  }
}
