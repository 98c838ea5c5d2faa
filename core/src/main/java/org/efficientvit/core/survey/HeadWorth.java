package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.statistics.Estimate;

/**
 * What changes over pictures where something is done to one head: means over the pictures with
 * their 95 % intervals by bootstrap over them, each picture with and without beside itself.
 *
 * @param intervention what is done to which head
 * @param top1 by how much the share of pictures grows whose likeliest class is right, −1 to 1;
 *     below 0 where the head was of use
 * @param probability by how much the true class's probability grows, −1 to 1
 * @param logit by how much the true class's logit grows, in nats
 * @param predictions share of pictures whose likeliest class is another, 0 to 1, right or not
 */
public record HeadWorth(
    Intervention intervention,
    Estimate top1,
    Estimate probability,
    Estimate logit,
    Estimate predictions) {

  public HeadWorth {
    requireNonNull(intervention, "intervention is null");
    requireNonNull(top1, "top1 is null");
    requireNonNull(probability, "probability is null");
    requireNonNull(logit, "logit is null");
    requireNonNull(predictions, "predictions is null");
  }
}
