package org.efficientvit.core.cost;

import java.util.Locale;

/** How operations are divided into those bound by memory and those bound otherwise. */
public enum Grouping {
  /** By the largest of three limits, whatever sort of operation it is: see {@link Limit}. */
  LIMIT,
  /**
   * By the sort of operation, as the paper counts them (arXiv 2305.07027, Section 2.1 and Fig. 2):
   * reshapes and copies, element-wise functions, normalisation, softmax and pooling are bound by
   * memory, whatever their size and the machine; convolutions, linear layers and products of
   * matrices by compute. Overhead is not told apart.
   */
  PAPER;

  /** To which part an operation belongs. */
  public Bound of(ProfiledOperation operation) {
    return this == LIMIT ? operation.bound() : published(operation);
  }

  private static Bound published(ProfiledOperation operation) {
    return switch (operation.cost().kind()) {
      case CONVOLUTION_1X1, CONVOLUTION_KXK, CONVOLUTION_DEPTHWISE, LINEAR, MATMUL -> Bound.COMPUTE;
      case SOFTMAX, ACTIVATION, ADDITION, MULTIPLICATION, NORMALISATION, POOLING, COPY, VIEW ->
          Bound.MEMORY;
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
