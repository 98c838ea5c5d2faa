package org.efficientvit.core.train;

/**
 * What one epoch of training came to.
 *
 * @param epoch from 0
 * @param learningRate of its last step
 * @param trainingLoss mean cross-entropy over its pictures as they were augmented and mixed, in
 *     nats; not finite where the training diverged
 * @param validationLoss mean cross-entropy over the validation pictures as they are, in nats
 * @param validationTop1 share of the validation pictures whose likeliest class is right, 0 to 1
 * @param imagesPerSecond of the training alone
 */
public record EpochResult(
    int epoch,
    double learningRate,
    double trainingLoss,
    double validationLoss,
    double validationTop1,
    double imagesPerSecond) {}
