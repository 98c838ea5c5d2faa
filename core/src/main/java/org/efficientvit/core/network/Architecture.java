package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.Activation;

/**
 * What an EfficientViT is built of, whatever its widths and depths: the choices that the paper's
 * ablation takes back one by one (arXiv 2305.07027, Section 3 and Table 6).
 *
 * @param layout what stands round an attention
 * @param headInput which channels a head reads
 * @param cascade whether each head's output is added to what the next head reads
 * @param queryConvolution whether neighbours mix in the query by a depthwise convolution
 * @param tokenInteraction whether neighbours mix before each feed-forward by a depthwise
 *     convolution; in the Swin layout between stages alone
 * @param activation in place of every ReLU
 * @param normalisation beside every convolution and the classifier
 * @param feedForwardRatio channels inside a feed-forward for each one outside
 */
public record Architecture(
    Layout layout,
    HeadInput headInput,
    boolean cascade,
    boolean queryConvolution,
    boolean tokenInteraction,
    Activation.Function activation,
    Normalisation normalisation,
    int feedForwardRatio) {

  private static final int PAPER_RATIO = 2;

  /** What stands round an attention. */
  public enum Layout {
    /** Pairs of token interaction and feed-forward before it and after it (Eq. 1). */
    SANDWICH,
    /** Nothing before it and one feed-forward after it, as in a Swin block. */
    SWIN
  }

  /** Which channels a head reads. */
  public enum HeadInput {
    /** Its own split, C/h of them (Eq. 2). */
    SPLIT,
    /** All C of them, as in standard multi-head attention. */
    FULL
  }

  /** What keeps values in range. */
  public enum Normalisation {
    /** Of each channel over the batch: at inference constants, which can be folded. */
    BATCH,
    /** Of each token over its channels: at inference still to be computed, so never folded. */
    LAYER
  }

  /**
   * Checks that the choices go together.
   *
   * @throws InspectorException if they do not
   */
  public Architecture {
    requireNonNull(layout, "layout is null");
    requireNonNull(headInput, "headInput is null");
    requireNonNull(activation, "activation is null");
    requireNonNull(normalisation, "normalisation is null");
    if (feedForwardRatio < 1) {
      throw new InspectorException(
          "A feed-forward has at least as many channels inside as outside, not %d times as many."
              .formatted(feedForwardRatio));
    }
    if (cascade && headInput == HeadInput.FULL) {
      throw new InspectorException(
          "Heads that read all channels cannot be cascaded: a head gives fewer channels than the next one reads; switch the cascade off.");
    }
  }

  /** The paper's own: sandwiches, cascaded heads on splits, ReLU, BatchNorm, ratio 2. */
  public static Architecture paper() {
    return new Architecture(
        Layout.SANDWICH,
        HeadInput.SPLIT,
        true,
        true,
        true,
        Activation.Function.RELU,
        Normalisation.BATCH,
        PAPER_RATIO);
  }

  /** The same with something else round an attention. */
  public Architecture withLayout(Layout other) {
    return new Architecture(
        other,
        headInput,
        cascade,
        queryConvolution,
        tokenInteraction,
        activation,
        normalisation,
        feedForwardRatio);
  }

  /**
   * The same with heads that read other channels, cascaded or not.
   *
   * @throws InspectorException if heads that read all channels are to be cascaded
   */
  public Architecture withHeads(HeadInput other, boolean cascaded) {
    return new Architecture(
        layout,
        other,
        cascaded,
        queryConvolution,
        tokenInteraction,
        activation,
        normalisation,
        feedForwardRatio);
  }

  /** The same with, or without, the convolution on the query. */
  public Architecture withQueryConvolution(boolean other) {
    return new Architecture(
        layout,
        headInput,
        cascade,
        other,
        tokenInteraction,
        activation,
        normalisation,
        feedForwardRatio);
  }

  /** The same with, or without, the convolution before each feed-forward. */
  public Architecture withTokenInteraction(boolean other) {
    return new Architecture(
        layout,
        headInput,
        cascade,
        queryConvolution,
        other,
        activation,
        normalisation,
        feedForwardRatio);
  }

  /** The same with another function in place of every ReLU. */
  public Architecture withActivation(Activation.Function other) {
    return new Architecture(
        layout,
        headInput,
        cascade,
        queryConvolution,
        tokenInteraction,
        other,
        normalisation,
        feedForwardRatio);
  }

  /** The same with another normalisation. */
  public Architecture withNormalisation(Normalisation other) {
    return new Architecture(
        layout,
        headInput,
        cascade,
        queryConvolution,
        tokenInteraction,
        activation,
        other,
        feedForwardRatio);
  }

  /** The same with wider, or narrower, feed-forwards. */
  public Architecture withFeedForwardRatio(int other) {
    return new Architecture(
        layout,
        headInput,
        cascade,
        queryConvolution,
        tokenInteraction,
        activation,
        normalisation,
        other);
  }
}
