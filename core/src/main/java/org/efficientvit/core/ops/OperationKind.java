package org.efficientvit.core.ops;

import java.util.Locale;

/** What sort of work an operation is; one colour in a chart, one row in a table. */
public enum OperationKind {
  CONVOLUTION_1X1("convolution 1x1"),
  CONVOLUTION_KXK("convolution kxk"),
  CONVOLUTION_DEPTHWISE("depthwise convolution"),
  LINEAR("linear"),
  MATMUL("matrix product"),
  SOFTMAX("softmax"),
  ACTIVATION("activation"),
  ADDITION("addition"),
  MULTIPLICATION("multiplication"),
  NORMALISATION("normalisation"),
  POOLING("pooling"),
  COPY("copy"),
  /** Another look at the same memory: costs nothing. */
  VIEW("view");

  private final String label;

  OperationKind(String label) {
    this.label = label;
  }

  /**
   * The kind of a word in JSON.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static OperationKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The words that a person reads. */
  public String label() {
    return label;
  }

  /** The word that stands in JSON: {@code convolution-1x1}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
