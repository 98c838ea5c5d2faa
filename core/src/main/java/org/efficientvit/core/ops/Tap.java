package org.efficientvit.core.ops;

import org.efficientvit.core.tensor.WindowGrid;
import org.jspecify.annotations.Nullable;

/**
 * A place in a network where its values can be looked at.
 *
 * @param kind what the value is
 * @param name of the value or the operation, or, for a head's, of its block: {@code blocks2.3}
 * @param head which head, from 0; 0 where there are no heads
 * @param heads how many there are; 0 where there are none
 * @param grid how the head's tokens lie in windows; null where there are no heads
 */
public record Tap(Kind kind, String name, int head, int heads, @Nullable WindowGrid grid) {

  /** What a tapped value is, and its shape. */
  public enum Kind {
    /** What the classifier says before softmax, (B, L). */
    LOGITS,
    /** Feature maps after the patch embedding and after each stage, (B, C, H, W). */
    FEATURES,
    /** One head's weights after softmax, (B·w, N, N), each row a query's and summing to 1. */
    ATTENTION,
    /** One head's scores before the position bias is added: q·k/√K, (B·w, N, N). */
    SCORES,
    /** What one head reads: its split, with the previous head's output added, (B·w, C, s, s). */
    HEAD_INPUT,
    /** What one head gives, (B·w, D, s, s). */
    HEAD_OUTPUT,
    /** What one operation gives, by its name, the first extent a multiple of B. */
    OPERATION
  }

  public static Tap logits() {
    return new Tap(Kind.LOGITS, "logits", 0, 0, null);
  }

  public static Tap features(String name) {
    return new Tap(Kind.FEATURES, name, 0, 0, null);
  }

  /** What an operation gives. */
  public static Tap operation(String name) {
    return new Tap(Kind.OPERATION, name, 0, 0, null);
  }

  /** A value of one head of a block. */
  public static Tap head(Kind kind, String block, int head, int heads, WindowGrid grid) {
    return new Tap(kind, block, head, heads, grid);
  }
}
