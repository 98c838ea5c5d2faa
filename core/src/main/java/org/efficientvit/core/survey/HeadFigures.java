package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.statistics.Estimate;

/**
 * One head over pictures, or the mean of several: the mean over the pictures of each of {@link
 * org.efficientvit.core.attention.HeadMeasures}, where the definitions stand, with its 95 %
 * interval by bootstrap over the pictures.
 *
 * @param entropy 0 to 1 of log N
 * @param distance in pixels of the network's input
 * @param selfShare 0 to 1
 * @param borderShare 0 to 1
 * @param paddingShare 0 to 1
 */
public record HeadFigures(
    Estimate entropy,
    Estimate distance,
    Estimate selfShare,
    Estimate borderShare,
    Estimate paddingShare) {

  public HeadFigures {
    requireNonNull(entropy, "entropy is null");
    requireNonNull(distance, "distance is null");
    requireNonNull(selfShare, "selfShare is null");
    requireNonNull(borderShare, "borderShare is null");
    requireNonNull(paddingShare, "paddingShare is null");
  }
}
