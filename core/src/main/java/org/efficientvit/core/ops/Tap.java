package org.efficientvit.core.ops;

import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;
import org.jspecify.annotations.Nullable;

/**
 * A place in a network where its values can be looked at.
 *
 * @param kind what the value is
 * @param name of the value or the operation, or, for a head's, of its block: {@code blocks2.3}
 * @param head which head, from 0; {@link #ALL} where the value is of all heads; 0 where there are
 *     none
 * @param heads how many there are; 0 where there are none
 * @param grid how tokens lie in windows; null where there are no heads and what is offered are maps
 */
public record Tap(Kind kind, String name, int head, int heads, @Nullable WindowGrid grid) {

  /** What a tapped value is, and its shape. */
  public enum Kind {
    /** What the classifier says before softmax, (B, L). */
    LOGITS,
    /** Feature maps after the patch embedding and after each stage or some blocks, (B, C, H, W). */
    FEATURES,
    /**
     * One head's weights after softmax, (B·w, N, N), each row a query's and summing to 1; of all
     * heads (B·h, N, N) where one window is all there is.
     */
    ATTENTION,
    /** The scores before a position bias is added and before softmax: q·k/√K, shaped alike. */
    SCORES,
    /**
     * One head's own split of the channels, to which nothing is added yet, (B·w, C/h, s, s); all
     * channels where heads read all.
     */
    HEAD_SPLIT,
    /** What one head reads: its split, with the previous head's output added, (B·w, C, s, s). */
    HEAD_INPUT,
    /**
     * What one head gives, (B·w, D, s, s); of all heads (B·h, N, D) where one window is all there
     * is.
     */
    HEAD_OUTPUT,
    /** What one operation gives, by its name, the first extent a multiple of B. */
    OPERATION
  }

  /** Stands for a head where a value is of all of them. */
  public static final int ALL = -1;

  public static Tap logits() {
    return new Tap(Kind.LOGITS, "logits", 0, 0, null);
  }

  public static Tap features(String name) {
    return new Tap(Kind.FEATURES, name, 0, 0, null);
  }

  /**
   * Feature maps that the network holds as tokens, (B, N, C): they come without the leading ones,
   * as (B, C, H, W).
   *
   * @param grid of one window
   */
  public static Tap features(String name, WindowGrid grid) {
    return new Tap(Kind.FEATURES, name, 0, 0, grid);
  }

  /** What an operation gives. */
  public static Tap operation(String name) {
    return new Tap(Kind.OPERATION, name, 0, 0, null);
  }

  /** A value of one head of a block. */
  public static Tap head(Kind kind, String block, int head, int heads, WindowGrid grid) {
    return new Tap(kind, block, head, heads, grid);
  }

  /**
   * A value of all heads of a block at once, whose tokens are in one window.
   *
   * @param kind {@link Kind#ATTENTION}, {@link Kind#SCORES} or {@link Kind#HEAD_OUTPUT}
   */
  public static Tap allHeads(Kind kind, String block, int heads, WindowGrid grid) {
    return new Tap(kind, block, ALL, heads, grid);
  }

  /** Whether this is of one head or of all heads of a block. */
  public boolean isOfHeads() {
    return heads > 0;
  }

  /** Whether the network holds tokens where maps are asked for. */
  public boolean isTokens() {
    return kind == Kind.FEATURES && grid != null;
  }

  /**
   * The shape of what is offered.
   *
   * @param value of what the network holds
   */
  public Shape shape(Shape value) {
    return kind == Kind.FEATURES && grid != null
        ? Shape.of(value.dimension(0), value.dimension(2), grid.height(), grid.width())
        : value;
  }
}
