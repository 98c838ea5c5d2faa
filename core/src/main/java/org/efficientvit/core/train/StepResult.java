package org.efficientvit.core.train;

/**
 * How far an epoch has come.
 *
 * @param epoch from 0
 * @param step of the epoch, from 0
 * @param steps of an epoch
 * @param batch pictures in the step
 * @param stepLoss of the step alone, in nats
 * @param loss mean over the epoch so far, in nats
 * @param top1 share of the epoch's pictures so far, augmented and mixed, that were taken for the
 *     class of which they have most, 0 to 1
 */
public record StepResult(
    int epoch, int step, int steps, int batch, double stepLoss, double loss, double top1) {}
