package org.efficientvit.core.train;

/**
 * What one epoch of a detector's training came to.
 *
 * @param epoch from 0
 * @param learningRate of its last step
 * @param trainingLoss mean over its steps, classes and boxes together
 * @param validationAp COCO's average precision on the validation pictures, 0 to 1
 * @param validationAp50 the same at an overlap of 0.50
 * @param imagesPerSecond of the training alone
 */
public record DetectionEpoch(
    int epoch,
    double learningRate,
    double trainingLoss,
    double validationAp,
    double validationAp50,
    double imagesPerSecond) {}
