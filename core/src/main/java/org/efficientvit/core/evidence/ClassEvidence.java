package org.efficientvit.core.evidence;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.tensor.Tensor;

/**
 * A logit split among the cells of the last feature maps, exactly: pooling, normalisation and the
 * linear layer add up what they are given, so that the logit is the sum of what each cell says and
 * of a constant. This is class activation mapping (Zhou et al., arXiv 1512.04150, Eq. 2) in units
 * of the logit, with the constant kept.
 *
 * <p>A cell's receptive field is larger than its place in the picture: what it says, it has partly
 * learned from elsewhere through attention and convolutions.
 *
 * @param cells (H, W), what each cell adds to the logit, of either sign
 * @param constant what is added whatever the picture shows
 */
public record ClassEvidence(Tensor cells, double constant) {

  public ClassEvidence {
    requireNonNull(cells, "cells is null");
  }

  /** The logit, or the difference of two: all cells and the constant. */
  public double sum() {
    double sum = constant;
    for (float cell : cells.values()) {
      sum += cell;
    }
    return sum;
  }

  /** What speaks for this class rather than another, of the same picture. */
  public ClassEvidence minus(ClassEvidence other) {
    float[] differences = cells.values().clone();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= other.cells.values()[i];
    }
    return new ClassEvidence(new Tensor(cells.shape(), differences), constant - other.constant);
  }
}
